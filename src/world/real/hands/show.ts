import { mailTool } from '../../../clients/known-clients.ts'
import type { ActionResult, Hands } from '../../../core/hands.ts'
import { say } from '../../../core/sentence.ts'
import { programOfFilter } from '../../../knowledge/filters.ts'
import { isKnownPage } from '../../../knowledge/known-places.ts'
import { ownPublisher } from '../../../knowledge/publisher.ts'
import { isPane, settingsPane } from '../../../knowledge/settings-panes.ts'
import type { RunProgram } from '../run.ts'
import { runOpen } from './apps.ts'
import { notDone } from './done.ts'

/** Only what stands in our own lists is ever opened. `version`: of macOS, on which a pane's address depends. */
export async function showTarget(
  run: RunProgram,
  target: Parameters<Hands['show']>[0],
  version: string | undefined,
  signal: AbortSignal,
): Promise<ActionResult> {
  const args = whatToOpen(target, version)
  return args ? runOpen(run, args, signal) : notDone('missing', say('This cannot be opened from here.'))
}

function whatToOpen(target: Parameters<Hands['show']>[0], version: string | undefined): string[] | undefined {
  if ('panel' in target) {
    const pane = isPane(target.panel) ? settingsPane(target.panel, version) : undefined
    return pane?.url === undefined ? undefined : [pane.url]
  }
  if ('own' in target) return ownPublisher && [ownPublisher.page]
  if ('page' in target) return isKnownPage(target.page) ? [new URL(target.page).href] : undefined
  if ('program' in target) {
    const program = programOfFilter(target.program)
    return program === undefined ? undefined : ['-a', program]
  }
  const tool = mailTool(target.tool)
  return tool === undefined ? undefined : ['-a', tool]
}
