/** One file in an archive; what is a folder has a name that ends with `/`. */
export interface ArchiveEntry {
  readonly name: string
  /** Where its own header begins in the file. */
  readonly at: number
  /** 0 stored, 8 deflated (APPNOTE.TXT §4.4.5). */
  readonly method: number
  readonly packedBytes: number
  readonly bytes: number
  readonly crc: number
  readonly isEncrypted: boolean
}

/** More than any archive of mail holds; each takes some hundred bytes of memory. */
export const maxEntries = 2_000_000

/** UTF-8, which Outlook says it is; what is none keeps all of its bytes apart. */
export function entryName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw).normalize('NFC')
  } catch {
    // Another program's archive, or a damaged name.
    return Buffer.from(raw).toString('latin1')
  }
}
