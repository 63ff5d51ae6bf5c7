/** As the text of the picture is set in `timeline.css`. */
const shareOfRem = 0.8

let sheet: CanvasRenderingContext2D | null | undefined

/** How wide a label of the picture is, in pixels: a guess by its letters would take dots for as wide as an m. */
export function labelWidth(label: string): number {
  const size = shareOfRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  sheet ??= document.createElement('canvas').getContext('2d')
  // Without a sheet to measure on, as wide as the letters of most words are.
  if (!sheet) return 0.6 * size * label.length
  sheet.font = `${size}px ${getComputedStyle(document.body).fontFamily}`
  return sheet.measureText(label).width
}
