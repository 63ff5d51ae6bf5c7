import type { State } from '../core/state.ts'
import { reportOn } from '../self-check/report.ts'
import type { ReportSection } from '../self-check/section.ts'
import type { Session } from './session.ts'

/** What may be sent to strangers about this Mac, or the scene's, and about us. `version`: of this program. */
export async function sessionReport(
  { world, database, settings: store, ...session }: Session,
  about: { state: State; version: string; openPoints?: boolean; signal: AbortSignal },
): Promise<readonly ReportSection[]> {
  const inForce = { settings: session.request.settings, warnings: session.warnings }
  const { settings, warnings } = (await store?.load()) ?? inForce
  return reportOn({ ...about, world, database, settings, warnings, mac: true })
}
