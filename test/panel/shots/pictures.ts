/**
 * The pictures of the README, in its order: `docs/pictures/<name>-light.webp` and `-dark.webp`. Each is made by
 * `npm run shots` from a scene that is played, or from a real archive; nothing in them is drawn by hand.
 */
export const pictureNames = [
  'glance',
  'stuck',
  'mending',
  'left',
  'undo',
  'healthy',
  'month',
  'incident',
  'password',
  'accounts',
  'rescue',
  'terminal',
] as const
export type PictureName = (typeof pictureNames)[number]

export const pictureLooks = ['light', 'dark'] as const
export type PictureLook = (typeof pictureLooks)[number]

/** Where they lie in the repository. */
export const pictureFolder = 'docs/pictures'

export function pictureFile(name: PictureName, look: PictureLook): string {
  return `${pictureFolder}/${name}-${look}.webp`
}
