import { linesOf, wholeNumber } from './lines.ts'

export interface InterfaceBlock {
  name: string
  flags: readonly string[]
  mtu?: number
  /** Tunnels do not say. */
  active?: boolean
  /** Without the zone after `%`. */
  addresses: string[]
}

/** `ifconfig`: blocks that begin in the first column. An unknown layout gives an empty list. */
export function parseIfconfig(text: string): readonly InterfaceBlock[] {
  const blocks: Mutable<InterfaceBlock>[] = []
  for (const line of linesOf(text)) {
    const heading = /^([a-z][a-z0-9_.-]{0,30}): flags=[0-9a-f]{1,16}<([^>]*)>/i.exec(line)
    if (heading) {
      const [, name = '', flags = ''] = heading
      const mtu = wholeNumber(/ mtu (\d+)/.exec(line)?.[1])
      blocks.push({ name, flags: flags.split(','), addresses: [], ...(mtu === undefined ? {} : { mtu }) })
    } else readLine(line, blocks.at(-1))
  }
  return blocks
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

function readLine(line: string, block: Mutable<InterfaceBlock> | undefined) {
  const [word, value] = line.trim().split(/\s+/, 2)
  if (!block || !/^\s/.test(line) || !value) return
  if (word === 'inet' || word === 'inet6') block.addresses.push(value.replace(/%.*$/, ''))
  // Bridges have members and lines of their own; only the block's own status counts.
  else if (word === 'status:' && /^\t?\S/.test(line)) block.active = value === 'active'
}

/** An address of a link only (RFC 3927, RFC 4291 §2.5.6): it leads nowhere. */
export function isLinkLocal(address: string): boolean {
  return /^169\.254\.|^fe[89ab]/i.test(address)
}

/** Up, not the loopback, and with an address that leads somewhere. */
export function isUsable(block: InterfaceBlock): boolean {
  const usable = block.addresses.some((address) => !isLinkLocal(address))
  return block.flags.includes('UP') && !block.flags.includes('LOOPBACK') && usable && block.active !== false
}
