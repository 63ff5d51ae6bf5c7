import { knownCauses, knownClients, knownRemedies } from '../agent.ts'
import type { State } from '../core/state.ts'
import type { Attributes } from '../core/telemetry.ts'
import type { Instant, Millis } from '../core/time.ts'
import { providerOfHost } from '../knowledge/providers.ts'
import type { KnownNames, TelemetryFacts } from '../telemetry/facts.ts'
import type { Session } from './session.ts'

const macTimeoutMs: Millis = 5_000
/** An examination is written down when it ends, under when it began: older ones are all there. */
const longestExamination: Millis = 2 * 60_000
/** Whether it runs on battery is not asked more often. */
const powerKept: Millis = 5 * 60_000

/** Every name that may be sent. */
export const telemetryNames: KnownNames = {
  causes: knownCauses.map(({ id }) => id),
  remedies: knownRemedies.map(({ id }) => id),
  clients: knownClients.map(({ id }) => id),
  providerOf: (host) => providerOfHost(host)?.id,
}

/** What is told of this program and its system. */
export async function telemetryResource(
  { world: { mac } }: Pick<Session, 'world'>,
  version: string,
): Promise<Attributes> {
  // Where macOS does not tell which one it is, nothing is said about that.
  const macos = await mac.version(AbortSignal.timeout(macTimeoutMs)).catch(() => undefined)
  return {
    'service.name': 'outbox-doctor',
    'service.version': version,
    ...(macos?.product !== undefined && { 'os.type': 'darwin', 'os.version': macos.product }),
  }
}

/** How this Mac fares, in what is remembered. */
export async function telemetryFacts(
  { agent, world: { clock } }: Pick<Session, 'agent' | 'world'>,
  state: Pick<State, 'waiting' | 'online'>,
  since: { episodes: Instant; probes: Instant },
): Promise<TelemetryFacts> {
  const now = clock.now()
  const until = Math.max(since.probes, now - longestExamination)
  const examinations = [...agent.history({ since: since.probes, until })]
  return {
    now,
    state,
    episodes: agent.episodes(since.episodes),
    treatments: agent.treatments(),
    probes: {
      ms: examinations.flatMap(({ findings }) => findings.flatMap(({ state, ms }) => (state === 'skipped' ? [] : ms))),
      until,
    },
  }
}

/** Whether this Mac is to be spared: on battery, or saving power. */
export function frugality({ world: { mac, clock } }: Pick<Session, 'world'>): () => Promise<boolean> {
  let last: { at: Millis; is: boolean } | undefined
  return async () => {
    if (last && clock.elapsed() - last.at < powerKept) return last.is
    // Who cannot tell is taken to be on mains, as most Macs of an office are.
    const power = await mac.power(AbortSignal.timeout(macTimeoutMs)).catch(() => undefined)
    last = { at: clock.elapsed(), is: power?.source === 'battery' || power?.lowPower === true }
    return last.is
  }
}
