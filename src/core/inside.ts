/**
 * Whether an address is one that a stranger must never send us to: of this machine, of a home or office network, of a
 * provider's inner network, of a cloud's metadata service, of nobody or of everybody. What is no address at all is, too.
 */
export function isPrivateAddressOf(address: string): boolean {
  const groups = groupsOf(address)
  return groups === undefined || (groups.length === 2 ? insideFour(groups) : insideSix(groups))
}

/** First bits of inner ranges: RFC 1122, 1918, 3927, 6598, 5736; from 224 on for groups or kept for later. */
const four: readonly (readonly [start: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
  // Azure answers for its machines there, though it is an address of the internet.
  ['168.63.129.16', 32],
]
/** RFC 4193, 4291, 3879, 4380 (which hides one of version 4), 8215. */
const six: readonly (readonly [start: string, bits: number])[] = [
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['2001:0::', 32],
  ['64:ff9b:1::', 48],
]

function insideFour(groups: readonly number[]): boolean {
  return four.some((range) => within(groups, range))
}

function insideSix(groups: readonly number[]): boolean {
  const hidden = fourWithin(groups)
  return hidden ? insideFour(hidden) : six.some((range) => within(groups, range))
}

/** An address of version 4 inside one of version 6: mapped or compatible, NAT64 (RFC 6052), 6to4 (RFC 3056). */
function fourWithin(groups: readonly number[]): readonly number[] | undefined {
  const start = groups.slice(0, 6).join(':')
  const last = groups.slice(6)
  if (['0:0:0:0:0:0', '0:0:0:0:0:65535', '0:0:0:0:65535:0', `${0x64}:${0xff9b}:0:0:0:0`].includes(start)) return last
  return groups[0] === 0x2002 ? groups.slice(1, 3) : undefined
}

function within(groups: readonly number[], [start, bits]: readonly [string, number]): boolean {
  const begin = groupsOf(start) ?? []
  return begin.every((group, at) => {
    const wanted = Math.min(16, Math.max(0, bits - 16 * at))
    return (group ^ (groups[at] ?? 0)) >> (16 - wanted) === 0
  })
}

/** Sixteen bits each: two of version 4, eight of version 6. */
function groupsOf(address: string): number[] | undefined {
  const bare = address.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '')
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(bare)) {
    const [a = 256, b = 256, c = 256, d = 256] = bare.split('.').map(Number)
    return [a, b, c, d].every((octet) => octet < 256) ? [a * 256 + b, c * 256 + d] : undefined
  }
  if (!bare.includes(':') || !URL.canParse(`http://[${bare}]/`)) return undefined
  // A URL writes every address of version 6 in one way: shortest, hexadecimal throughout.
  const [head = '', tail] = new URL(`http://[${bare}]/`).hostname.slice(1, -1).split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16))
}
