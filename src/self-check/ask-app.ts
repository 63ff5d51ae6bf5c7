import { knownClient } from '../clients/known-clients.ts'
import type { ScriptAnswer, ScriptName } from '../core/mac-powers.ts'
import type { ClientId } from '../core/mail.ts'
import type { Millis } from '../core/time.ts'
import { type SelfCheckInput, whyUnreadLine } from './section.ts'

type Asked = { answer: ScriptAnswer; ms: Millis } | { why: string }

/** Never sent to an app that is closed: that would open it. Nor where macOS would ask the user for permission. */
export async function askApp(
  { world, signal }: SelfCheckInput,
  client: ClientId,
  script: ScriptName,
  args: readonly string[] = [],
): Promise<Asked> {
  const app = knownClient(client)
  if (!app) return { why: 'This mail app is not known here.' }
  const { name, process: program } = app
  const running = await world.mac.programs.running(signal)
  if (!running.seen) return { why: `The programs that run ${whyUnreadLine(running)}.` }
  if (!running.value.some((one) => one.name === program)) return { why: `${name} is closed, so it was not asked.` }
  const { automation } = await world.mac.permissions(signal)
  if (automation[client] === 'not-asked')
    return { why: `${name} was not asked: macOS would ask you for permission first.` }
  const began = world.clock.elapsed()
  const answer = await world.mac.programs.script(script, args, 20_000, signal)
  return { answer, ms: Math.round(world.clock.elapsed() - began) }
}

/** `answered`, `failed -2741`. */
export function outcomeOf(answer: ScriptAnswer): string {
  return answer.outcome === 'answered' ? answer.outcome : `${answer.outcome} ${answer.number ?? ''}`.trimEnd()
}
