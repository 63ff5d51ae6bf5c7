import { linesOf } from './lines.ts'

/** `kmutil showloaded`: bundle identifiers of kernel extensions that are not Apple's. */
export function parseKernelExtensions(text: string): readonly string[] {
  return linesOf(text).flatMap((line) => {
    const cells = line.trim().split(/\s+/)
    const name = cells.find((cell) => /^[a-z][\w-]*(\.[\w-]+)+$/i.test(cell))
    return /^\d+$/.test(cells[0] ?? '') && name && !name.startsWith('com.apple.') ? [name] : []
  })
}
