import { knownCauses } from '../agent.ts'
import { type FleetReport, fleetDays, fleetReportOf } from '../core/fleet-report.ts'
import type { State } from '../core/state.ts'
import type { Session } from './session.ts'

const macTimeoutMs = 5_000
const day = 86_400_000

/** How this Mac fares, for whoever looks after many. `version`: of this program. */
export async function sessionFleetReport(
  { agent, world: { clock, mac } }: Pick<Session, 'agent' | 'world'>,
  { state, version }: { state: Pick<State, 'status' | 'waiting'>; version: string },
): Promise<FleetReport> {
  const now = clock.now()
  // Where macOS does not tell which one it is, the report says nothing about that.
  const macos = await mac.version(AbortSignal.timeout(macTimeoutMs)).catch(() => undefined)
  return fleetReportOf({
    state,
    episodes: agent.episodes(now - fleetDays * day),
    treatments: agent.treatments(),
    causes: knownCauses.map(({ id }) => id),
    version,
    ...(macos?.product !== undefined && { macos: macos.product }),
    now,
  })
}
