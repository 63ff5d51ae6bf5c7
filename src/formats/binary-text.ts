/** Bytes as text with a character for each, and back: mail is bytes, and its structure is ASCII. */

export function binaryText(bytes: Uint8Array): string {
  const pieces: string[] = []
  // More arguments than this overflow the stack.
  for (let at = 0; at < bytes.length; at += 16_384) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 16_384)))
  return pieces.join('')
}

export function binaryBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}
