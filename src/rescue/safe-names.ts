/** APFS, ext4 and NTFS: 255 bytes or less; some room is kept for ` (2)` and `.part`. */
const maxNameBytes = 240
// What Windows keeps for its devices, with any ending.
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
// Control and invisible characters, marks that turn the direction, half characters, and what paths are made of.
const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}/\\:*?"<>|]+/gu

/**
 * A name for a file or folder that every file system takes, that hides nothing and leads nowhere else: NFC, without
 * separators and invisible marks, no leading dot, no dot or space at its end, at most 240 bytes of UTF-8.
 */
export function safeName(text: string, ending = '', keep = ''): string {
  const clean = text.normalize('NFC').replace(forbidden, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '_')
  const room = maxNameBytes - Buffer.byteLength(ending) - Buffer.byteLength(keep)
  const cut = cutToBytes(clean, room).replace(/[. ]+$/, '')
  const name = `${reserved.test(cut) ? `_${cut}` : cut}${keep}${ending}`
  return name === ending || name === '' ? `_${ending}` : name
}

/** No half character at the end, and no letter without the accents that follow it where that can be helped. */
export function cutToBytes(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text
  let [cut, bytes] = ['', 0]
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > maxBytes) break
    cut += character
  }
  return cut
}

/** Two names with the same key are the same file on a Mac: it asks neither for case nor for the form of accents. */
function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/** The number to try next for a name that is taken, so that a thousand of one name do not take a million tries. */
export interface TakenNames {
  get(name: string): number | undefined
  set(name: string, next: number): void
}

/** Names that nobody has yet; `Name (2)` where one is taken. */
export class FreeNames {
  readonly #next: TakenNames

  constructor(taken: TakenNames = new Map<string, number>()) {
    this.#next = taken
  }

  take(path: string): void {
    const key = nameKey(path)
    if (this.#next.get(key) === undefined) this.#next.set(key, 2)
  }

  /** `folder/stem+ending`, or with a number where that is taken, which it is from now on. */
  free(folder: string, stem: string, ending: string): string {
    const asked = nameKey(`${folder}/${stem}${ending}`)
    const first = this.#next.get(asked) ?? 1
    for (let number = first; ; number += 1) {
      const path = `${folder === '' ? '' : `${folder}/`}${stem}${number === 1 ? '' : ` (${number})`}${ending}`
      if (number > 1 && this.#next.get(nameKey(path)) !== undefined) continue
      if (number > 1) this.take(path)
      this.#next.set(asked, number + 1)
      return path
    }
  }
}
