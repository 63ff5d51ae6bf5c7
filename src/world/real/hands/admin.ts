import type { ActionResult, AdminCommand } from '../../../core/hands.ts'
import { isInterfaceName } from '../../../core/network.ts'
import { say } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import type { Millis } from '../../../core/time.ts'
import { parseFirewallRefusal } from '../mac/parse/firewall.ts'
import type { ActingScripts } from './acting-scripts.ts'
import { done, notDone } from './done.ts'
import {
  isMacSetting,
  isPacketSize,
  type MacSettingCommand,
  macSettingDone,
  networkSettingWords,
} from './mac-setting.ts'

/** A person types a password meanwhile. */
const promptTimeoutMs: Millis = 300_000

/** One of the constant commands in our scripts, with one prompt. */
export async function runAdminCommand(
  scripts: ActingScripts,
  command: AdminCommand,
  reason: string,
  signal: AbortSignal,
): Promise<ActionResult> {
  const args = isMacSetting(command) ? await macSettingArguments(scripts, command) : argumentsFor(command)
  if (!args) return notDone('failed', say('A value is not of the kind that it must be.'))
  const [name, ...values] = args
  const script = isMacSetting(command) ? 'mac-setting' : 'admin'
  const acted = await scripts.send(script, [name, harmless(reason, 300), ...values], promptTimeoutMs, signal)
  if (!('word' in acted)) return acted
  if (isMacSetting(command)) return macSettingDone(acted.word)
  // The firewall's tool ends well even where it did nothing.
  const refusal = parseFirewallRefusal(acted.word)
  if (refusal === 'managed') return notDone('refused', say('Whoever manages this Mac has fixed its firewall.'))
  return refusal ? notDone('refused', say('macOS wanted an administrator all the same.')) : done
}

type Arguments = readonly [string, ...string[]]

function argumentsFor(command: Exclude<AdminCommand, MacSettingCommand>): Arguments | undefined {
  switch (command.command) {
    case 'flush-names':
      return [command.command]
    case 'renew-lease':
      return isInterfaceName(command.interface) ? [command.command, command.interface] : undefined
    default:
      return [`${command.command}-${command.client}`]
  }
}

async function macSettingArguments(scripts: ActingScripts, command: MacSettingCommand): Promise<Arguments | undefined> {
  if (command.command === 'set-clock') return [command.command]
  if (!isInterfaceName(command.interface)) return undefined
  if (command.command === 'set-packet-size')
    return isPacketSize(command.bytes) ? [command.command, command.interface, String(command.bytes)] : undefined
  const words = networkSettingWords(command)
  return words && ['network-setting', await scripts.shell('network-setting'), command.interface, ...words]
}
