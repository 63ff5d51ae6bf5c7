/** Windows' code pages by the primary language of a locale (MS-LCID §2.2: its lower ten bits); all others write 1252. */
const codePages: Readonly<Record<number, number>> = {
  1: 1256,
  2: 1251,
  4: 936,
  5: 1250,
  8: 1253,
  13: 1255,
  14: 1250,
  17: 932,
  18: 949,
  21: 1250,
  24: 1250,
  25: 1251,
  26: 1250,
  27: 1250,
  28: 1250,
  30: 874,
  31: 1254,
  32: 1256,
  34: 1251,
  35: 1251,
  36: 1250,
  37: 1257,
  38: 1257,
  39: 1257,
  41: 1256,
  42: 1258,
  47: 1251,
}
/** Chinese of Taiwan, Hong Kong and Macao. */
const traditional = [0x0404, 0x0c04, 0x1404]

/** The code page that Windows wrote text in which was set to this locale. */
export function codePageOfLocale(locale: number): number {
  return traditional.includes(locale) ? 950 : (codePages[locale & 0x3ff] ?? 1252)
}
