import { knownClient } from '../../clients/known-clients.ts'
import { fieldOf, scriptRecords } from '../../clients/script-answer.ts'
import type { ScriptAnswer, ScriptName, Signature } from '../../core/mac-powers.ts'
import type { ClientId } from '../../core/mail.ts'
import type { ProbeContext } from '../../core/probe.ts'
import { withoutAddresses } from '../../core/text.ts'
import type { Millis } from '../../core/time.ts'

/** A mail app that is busy syncing may be late once; the second time it gets longer. */
const scriptTimeoutsMs: readonly Millis[] = [4_000, 8_000]

/** What the app itself says. Being late twice is its answer too; a refusal by the system is none. */
export async function askHowItIs(
  exam: ProbeContext,
  client: ClientId,
  signal: AbortSignal,
): Promise<{ answers?: 'yes' | 'no'; version?: string; offline?: boolean }> {
  const { programs } = exam.world.mac
  const script = knownClient(client)?.scripts?.state
  if (script === undefined) return {}
  for (const timeoutMs of scriptTimeoutsMs) {
    const answer = await programs.script(script, [], timeoutMs, signal)
    if (answer.outcome === 'answered') return { answers: 'yes', ...told(answer, script) }
    if (answer.outcome !== 'timeout') return {}
  }
  return { answers: 'no' }
}

function told(answer: Extract<ScriptAnswer, { outcome: 'answered' }>, script: ScriptName) {
  const app = scriptRecords(answer.text, script)?.find(({ kind }) => kind === 'app')
  const version = app && fieldOf(app, 'version')
  const offline = app && fieldOf(app, 'offline')
  return { ...(version && { version }), ...(offline && { offline: offline === 'true' }) }
}

/** Whether the app's files are as they were made; `undefined` where that takes too long or cannot be looked at. */
export async function checkSignature(
  { world: { mac, clock } }: ProbeContext,
  client: ClientId,
  timeoutMs: Millis,
  signal: AbortSignal,
): Promise<Signature | undefined> {
  const bundle = knownClient(client)?.bundle
  if (bundle === undefined) return undefined
  const enough = new AbortController()
  // Cut short is late, too; whoever is awaited below decides.
  const late = clock.wait(timeoutMs, AbortSignal.any([signal, enough.signal])).catch(() => {})
  const work = mac.programs.app(bundle, signal).then((app) => {
    return app.seen ? mac.programs.signature(app.value, signal).then(withoutHome) : undefined
  })
  try {
    return (await Promise.race([work, late])) ?? undefined
  } finally {
    enough.abort()
  }
}

/** The path of an app in somebody's own folder tells their name. */
function withoutHome(signature: Signature): Signature {
  if (signature.is !== 'broken') return signature
  return { is: 'broken', line: withoutAddresses(signature.line.replaceAll(/\/Users\/[^/]+/g, '~')) }
}
