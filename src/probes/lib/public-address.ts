import { isPrivateAddressOf } from '../../core/inside.ts'
import { literalOf } from './host-name.ts'

/**
 * The client's address as a server repeats it after EHLO: `250-mx.example Hello name [203.0.113.7]` (Exim, Sendmail,
 * Exchange), `250-smtp.gmail.com at your service, [2001:db8::7]`. The last one of the line counts, since a name that
 * was given as an address literal is repeated first.
 */
export function publicAddressIn(lines: readonly string[]): string | undefined {
  return lines
    .filter((line) => /^250[ -]/.test(line))
    .flatMap((line) => [...line.matchAll(/\[(?:IPv6:)?([\da-f.:]{3,45})\]/gi)].reverse())
    .flatMap(([, text = '']) => literalOf(text) ?? [])
    .find(({ address }) => !isPrivateAddressOf(address))?.address
}

/** Octets or nibbles in reverse, as DNS lists are asked (RFC 5782 §2.1, §2.4). */
export function reversedAddress(address: string): string {
  if (!address.includes(':')) return address.split('.').reverse().join('.')
  // A URL writes every IPv6 address in one way: shortest, hexadecimal throughout.
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array<string>(8 - before.length - after.length).fill('0')
  const groups = [...before, ...zeros, ...after].map((group) => group.padStart(4, '0'))
  return [...groups.join('')].reverse().join('.')
}
