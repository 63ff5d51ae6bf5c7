const bytesOf = (text: string) => [...Buffer.from(text)]
const everyByte = (sign: string) => (text: string) =>
  bytesOf(text)
    .map((byte) => `${sign}${byte.toString(16).padStart(2, '0')}`)
    .join('')

/** The forms in which servers and attackers repeat what they were told. */
export const disguises: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  capitals: (text) => text.toUpperCase(),
  percent: encodeURIComponent,
  'percent, all of it': everyByte('%'),
  'quoted-printable': everyByte('='),
  'html, decimal': (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
  'html, hexadecimal': (text) => [...text].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'hexadecimal in pairs': (text) =>
    bytesOf(text)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(' '),
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'base64 behind one letter': (text) => Buffer.from(`x${text}yz`).toString('base64'),
  'base64 as PLAIN has it': (text) => Buffer.from(`\0me\0${text}`).toString('base64'),
  reversed: (text) => [...text].reverse().join(''),
  spaced: (text) => [...text].join(' '),
  dotted: (text) => [...text].join('.'),
}
