import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  name: string
  bytes: string | Uint8Array
  deflated?: boolean
  /** What the headers say in place of the truth. */
  said?: { bytes?: number; crc?: number }
}

/** An archive as Outlook for Mac writes it: zip64 in every header, and an end record that says nothing. */
export function archiveOf(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, deflated, said } of parts) {
    const plain = Buffer.from(bytes as Uint8Array)
    const data = deflated ? deflateRawSync(plain) : plain
    const [title, crc, size] = [Buffer.from(name), said?.crc ?? crc32(plain), said?.bytes ?? plain.length]
    const extra = Buffer.alloc(20)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(BigInt(size), 4)
    extra.writeBigUInt64LE(BigInt(data.length), 12)
    const head = Buffer.alloc(30)
    head.write('PK\x03\x04', 'latin1')
    head.writeUInt16LE(45, 4)
    head.writeUInt16LE(0x800, 6)
    head.writeUInt16LE(deflated ? 8 : 0, 8)
    head.writeUInt32LE(crc, 14)
    head.writeUInt32LE(0xffffffff, 18)
    head.writeUInt32LE(0xffffffff, 22)
    head.writeUInt16LE(title.length, 26)
    head.writeUInt16LE(extra.length, 28)
    const listed = Buffer.alloc(46)
    listed.write('PK\x01\x02', 'latin1')
    listed.writeUInt16LE(45, 4)
    head.copy(listed, 6, 4, 30)
    const place = Buffer.alloc(28)
    extra.copy(place)
    place.writeUInt16LE(24, 2)
    place.writeBigUInt64LE(BigInt(at), 20)
    listed.writeUInt16LE(place.length, 30)
    listed.writeUInt32LE(0xffffffff, 42)
    directory.push(listed, title, place)
    pieces.push(head, title, extra, data)
    at += 30 + title.length + extra.length + data.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(56 + 20 + 22, 0xff)
  end.write('PK\x06\x06', 'latin1')
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(45, 12)
  end.writeUInt16LE(45, 14)
  end.fill(0, 16, 24)
  end.writeBigUInt64LE(BigInt(parts.length), 24)
  end.writeBigUInt64LE(BigInt(parts.length), 32)
  end.writeBigUInt64LE(BigInt(list.length), 40)
  end.writeBigUInt64LE(BigInt(at), 48)
  end.write('PK\x06\x07', 56, 'latin1')
  end.writeUInt32LE(0, 60)
  end.writeBigUInt64LE(BigInt(at + list.length), 64)
  end.writeUInt32LE(1, 72)
  end.write('PK\x05\x06', 76, 'latin1')
  end.writeUInt16LE(0, 96)
  return Buffer.concat([...pieces, list, end])
}

export function escapedXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '')
}

/** A file of one message; `more`: elements as they are. */
export function olmMail(fields: Readonly<Record<string, string>>, more = ''): string {
  const all = Object.entries(fields).map(
    ([name, text]) => `<${name} xml:space="preserve">${escapedXml(text)}</${name}>`,
  )
  return `<emails xml:space="preserve" elementCount="1"><email xml:space="preserve">${all.join('')}${more}</email></emails>`
}

export function olmPeople(name: string, ...people: readonly (readonly [string, string])[]): string {
  const each = people.map(
    ([called, address]) =>
      `<emailAddress OPFContactEmailAddressAddress="${escapedXml(address)}" OPFContactEmailAddressName="${escapedXml(called)}" OPFContactEmailAddressType="0"></emailAddress>`,
  )
  return `<${name}>${each.join('')}</${name}>`
}
