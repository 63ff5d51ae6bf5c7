import type { ActionResult, AdminCommand } from '../../../core/hands.ts'
import { say } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import type { Millis } from '../../../core/time.ts'
import { parseFirewallRefusal } from '../mac/parse/firewall.ts'
import type { ActingScripts } from './acting-scripts.ts'
import { done, notDone } from './done.ts'

/** A person types a password meanwhile. */
const promptTimeoutMs: Millis = 300_000

/** One of the constant commands in the script, with one prompt. */
export async function runAdminCommand(
  scripts: ActingScripts,
  command: AdminCommand,
  reason: string,
  signal: AbortSignal,
): Promise<ActionResult> {
  const args = argumentsFor(command)
  if (!args) return notDone('failed', say('That is no name of an interface.'))
  const [name, ...values] = args
  const acted = await scripts.send('admin', [name, harmless(reason, 300), ...values], promptTimeoutMs, signal)
  if (!('word' in acted)) return acted
  // The firewall's tool ends well even where it did nothing.
  const refusal = parseFirewallRefusal(acted.word)
  if (refusal === 'managed') return notDone('refused', say('Whoever manages this Mac has fixed its firewall.'))
  return refusal ? notDone('refused', say('macOS wanted an administrator all the same.')) : done
}

function argumentsFor(command: AdminCommand): readonly [string, ...string[]] | undefined {
  switch (command.command) {
    case 'flush-names':
      return [command.command]
    case 'renew-lease':
      return /^[a-z]+[0-9]+$/.test(command.interface) ? [command.command, command.interface] : undefined
    default:
      return [`${command.command}-${command.client}`]
  }
}
