import { type SceneGroup, sceneGroups } from '../../core/scene-tale.ts'

/** Every word of what is searched for is somewhere in one of the texts, whatever its case and accents. */
export function hasWords(texts: readonly string[], wanted: string): boolean {
  const text = plainLetters(texts.join(' '))
  return plainLetters(wanted)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Those of each group, in the order in which groups stand; a group with nothing in it is left out. */
export function byGroup<T extends { group: SceneGroup }>(all: readonly T[]): { group: SceneGroup; scenes: T[] }[] {
  return sceneGroups
    .map((group) => ({ group, scenes: all.filter((one) => one.group === group) }))
    .filter(({ scenes }) => scenes.length > 0)
}

function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
}
