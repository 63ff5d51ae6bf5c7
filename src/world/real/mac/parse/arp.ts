import { linesOf } from './lines.ts'

/** Octets of `arp` are written without leading zeros: `0:1e:8:…`. */
const entry = /\((\S+)\) at ([0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}) /i

/**
 * `arp -n ADDRESS`: the hardware address of this neighbour, with all its digits, small. Nothing where it is not known, or
 * tells no router from another: that of a group (IEEE 802, lowest bit of the first octet), of nobody, and those that
 * all routers that stand in for each other share (VRRP, RFC 5798 §7.3; HSRP, RFC 2281 §5.1).
 */
export function parseArp(text: string, address: string): string | undefined {
  const found = linesOf(text).flatMap((line) => {
    const told = entry.exec(`${line} `)
    return told && told[1] === address && told[2] ? told[2] : []
  })[0]
  if (found === undefined) return undefined
  const octets = found
    .toLowerCase()
    .split(':')
    .map((octet) => octet.padStart(2, '0'))
  const whole = octets.join(':')
  const isGroup = (Number.parseInt(octets[0] ?? '', 16) & 1) === 1
  const isShared = /^(?:00:00:5e:00:0[12]|00:00:0c:07:ac|00:00:0c:9f:f)/.test(whole)
  return isGroup || isShared || whole === '00:00:00:00:00:00' ? undefined : whole
}
