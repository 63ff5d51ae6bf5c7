/**
 * A mailbox name as IMAP writes it (RFC 3501 §5.1.3): `Gesendet`, `Entw&APw-rfe`. A name that is not in this form comes
 * back as it is.
 */
export function fromModifiedUtf7(name: string): string {
  let whole = true
  const plain = name.replace(/&([A-Za-z0-9+,]*)-/g, (_, coded: string) => {
    const text = coded === '' ? '&' : utf16(coded)
    whole = whole && text !== undefined
    return text ?? ''
  })
  return whole ? plain : name
}

/** UTF-16, high byte first, in base64 with a comma for the slash and without padding. */
function utf16(coded: string): string | undefined {
  if (coded.length % 4 === 1) return undefined
  const bytes = atob(coded.replaceAll(',', '/'))
  if (bytes.length < 2) return undefined
  const units = Array.from(
    { length: bytes.length >> 1 },
    (_, at) => bytes.charCodeAt(2 * at) * 256 + bytes.charCodeAt(2 * at + 1),
  )
  const text = String.fromCharCode(...units)
  return text.isWellFormed() ? text : undefined
}
