import iconv from 'iconv-lite'

/** Windows' numbers of code pages that have no number in their name, as `TextDecoder` or iconv-lite calls them. */
const names: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  1361: 'cp949',
  10000: 'macintosh',
  10006: 'macgreek',
  10007: 'x-mac-cyrillic',
  10010: 'macromania',
  10017: 'x-mac-cyrillic',
  10029: 'maccenteuro',
  10079: 'maciceland',
  10081: 'macturkish',
  10082: 'maccroatian',
  20127: 'windows-1252',
  20866: 'koi8-r',
  20932: 'euc-jp',
  20936: 'gb2312',
  20949: 'euc-kr',
  21866: 'koi8-u',
  38598: 'iso-8859-8-i',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  51932: 'euc-jp',
  51936: 'gbk',
  51949: 'euc-kr',
  52936: 'gb18030',
  54936: 'gb18030',
  65000: 'utf-7',
  65001: 'utf-8',
}

/** What the code page with this number is called; `undefined`: none that is known. */
export function charsetOf(codePage: number): string | undefined {
  const known = names[codePage]
  if (known) return known
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`
  if (codePage > 28_590 && codePage <= 28_606) return `iso-8859-${codePage - 28_590}`
  return iconv.encodingExists(`cp${codePage}`) ? `cp${codePage}` : undefined
}

/** Text in a code page or charset; in one that nobody knows, or none, as Western European. No byte stops it. */
export function decodedText(bytes: Uint8Array, charset: string | number | undefined): string {
  const name = typeof charset === 'number' ? charsetOf(charset) : charset?.trim().toLowerCase()
  if (name === undefined || name === '') return new TextDecoder('windows-1252').decode(bytes)
  try {
    return new TextDecoder(name).decode(bytes)
  } catch {
    // Old code pages of DOS and of the Mac are not among those of the Web.
    const known = iconv.encodingExists(name) ? name : 'windows-1252'
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), known)
  }
}
