/**
 * One message file of Mail's: the number of bytes in ten places, that many bytes of message, and a property list with
 * the flags. `bytes` lies about the number, `unpadded` writes it as some versions do, `cut` ends the file early.
 */
export function emlx(
  message: string,
  { flags = 0, received = 0, bytes, unpadded = false, cut }: EmlxOptions = {},
): Uint8Array {
  const body = new TextEncoder().encode(message)
  const count = String(bytes ?? body.length)
  const list = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
\t<key>date-received</key>
\t<integer>${received}</integer>
\t<key>flags</key>
\t<integer>${flags}</integer>
</dict>
</plist>
`
  const head = new TextEncoder().encode(`${unpadded ? count : count.padEnd(10)}\n`)
  const whole = Buffer.concat([head, body, new TextEncoder().encode(list)])
  return cut === undefined ? whole : whole.subarray(0, cut)
}

export interface EmlxOptions {
  flags?: number | bigint
  /** Unix seconds. */
  received?: number
  bytes?: number
  unpadded?: boolean
  cut?: number
}
