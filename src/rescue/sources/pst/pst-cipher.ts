// [MS-PST] §5.1 and §5.2: the tables mpbbI and mpbbS; mpbbR is the way back of mpbbI.
const table = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
const decoding = table(
  'R/G05gtqckiFTp7r4viUU+C7oALoWgmr2+O6xnzDEN05BZYw9TdggozJE0prHfP7jyaXypEXAcQyLW4xlf/ZI9EAXnncRDsaKMVhVyCQPYO5Q75n0kZCdsBtW36yDxYpPKkDVA3aXd/2t8dizY0G02lchtYU96Vmdayx6UUhcAyHn3SkIkxvvx9Wqi6zeDNQsKOSvM8ZHKdjyx5NPksbm0/n8O6tOrVZBOpAVSVR5XqJOGhSe/wnrte9+gf0zI5f7zWchCsV1Xc0SbYSCn9xiP2dGEF9k9hYLM7+JK/euDbIoYCmmZioLw6BZXPkwqKK1OER0AiLKvLtmmQ/wWz57A==',
)
const middle = table(
  'FFMPVrPIepzrZUgXFhWfAsxUfIMADQwLomKodtvZ7cfFpNyshXTW0KebrpqWcWbDY5m43XOSjoR9pV7RXZOxV1FQgIlSlE9OCmu8jX9uR0ZBQEQBEcsDP/f04amPPDr5+/AZMIIJLsmdoIZJ7m9NbcQtgTQlhxuIqvwGoRI4/UxCcmQTNyRqdXdD/+a0SzZc5Ng1PUW5LOy3MSspB2ijDml7GJ4hOb4oGlt49SPKKrCvPv4EjOflmDKV0/ZK6Kbq6fPVL3Ag8h8FZ61VEM7N4yc72rrXwibUkR3SHCIz+PrxWu/PkLaLtb3AvwiXHmziYeDGwVmru1jeX99geX6yig==',
)
const encoding = new Uint8Array(256)
for (const [code, plain] of decoding.entries()) encoding[plain] = code

/** `0` none, `1` "permute", `2` "cyclic": both only keep a file from being read with an editor. */
export type PstCipher = 0 | 1 | 2

/** Decodes the data of a block in place. `blockId`: what "cyclic" begins from. */
export function decodeBlock(bytes: Buffer, cipher: PstCipher, blockId: number): void {
  if (cipher === 1) for (let at = 0; at < bytes.length; at += 1) bytes[at] = decoding[bytes[at] as number] as number
  if (cipher === 2) cyclic(bytes, blockId)
}

/** The same there and back. */
export function cyclic(bytes: Buffer, blockId: number): void {
  const key = blockId % 0x1_0000_0000
  let word = (key ^ (key >>> 16)) & 0xffff
  for (let at = 0; at < bytes.length; at += 1) {
    const [low, high] = [word & 0xff, word >>> 8]
    let byte = encoding[((bytes[at] as number) + low) & 0xff] as number
    byte = middle[(byte + high) & 0xff] as number
    byte = decoding[(byte - high) & 0xff] as number
    bytes[at] = (byte - low) & 0xff
    word = (word + 1) & 0xffff
  }
}
