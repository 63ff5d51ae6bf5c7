import { isIP, isIPv6 } from 'node:net'
import type { ActionResult, AdminCommand } from '../../../core/hands.ts'
import { foreignName, say } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import { done, notDone } from './done.ts'

/** What native/scripts/acting/mac-setting and network-setting.sh are told, and what they answer. */

export type MacSettingCommand = Extract<AdminCommand, { command: (typeof commands)[number] }>
type NetworkSettingCommand = Extract<
  MacSettingCommand,
  { command: 'set-name-servers' | 'set-ipv6' | 'set-past-proxies' }
>

const commands = ['set-clock', 'set-name-servers', 'set-ipv6', 'set-past-proxies', 'set-packet-size'] as const

export function isMacSetting(command: AdminCommand): command is MacSettingCommand {
  return commands.some((one) => one === command.command)
}

/** From what every link that carries IPv6 must pass (RFC 8200 §5) to the jumbo frames of Ethernet. */
export function isPacketSize(bytes: number): boolean {
  return Number.isInteger(bytes) && bytes >= 1_280 && bytes <= 9_000
}

/** What and its values; `undefined` where one is not of the kind that it must be. */
export function networkSettingWords(command: NetworkSettingCommand): readonly string[] | undefined {
  switch (command.command) {
    case 'set-name-servers':
      return list('name-servers', command.servers, (server) => isIP(server) > 0 && !server.includes('%'))
    case 'set-past-proxies':
      return list('past-proxies', command.hosts, isBypassEntry)
    case 'set-ipv6':
      return ipv6Words(command.to)
  }
}

/** `Empty` alone would empty the list. */
function isBypassEntry(host: string): boolean {
  return /^[A-Za-z0-9*.:/_][A-Za-z0-9*.:/_-]{0,254}$/.test(host) && host.toLowerCase() !== 'empty'
}

function list(what: string, values: readonly string[], isGood: (value: string) => boolean): string[] | undefined {
  return values.length <= 100 && values.every(isGood) ? [what, ...values] : undefined
}

function ipv6Words(to: Extract<NetworkSettingCommand, { command: 'set-ipv6' }>['to']): string[] | undefined {
  if (to.is !== 'manual') return [`ipv6-${to.is}`]
  const { address, prefixLength, router } = to
  const whole = [address, router].every((one) => isIPv6(one) && !one.includes('%'))
  const isLength = Number.isInteger(prefixLength) && prefixLength > 0 && prefixLength <= 128
  return whole && isLength ? ['ipv6-manual', address, String(prefixLength), router] : undefined
}

/** Nothing printed is done. The tool ends 0 with an error as its text. */
export function macSettingDone(word: string): ActionResult {
  if (word === '') return done
  if (word === 'no-service') return notDone('missing', say('macOS lists no network connection, or several, on it.'))
  if (word === 'no-value' || word === 'no-interface')
    return notDone('failed', say('A value is not of the kind that it must be.'))
  return notDone('refused', foreignName(harmless(word, 200)))
}
