import type { TreatmentProgress, TreatResult, UndoResult } from '../agent.ts'
import type { RemedyContext } from '../core/remedy.ts'
import type { Wording } from '../core/sentence.ts'
import type { Treatment } from '../core/treatment.ts'
import { printAnswer } from './answer.ts'
import { jsonText } from './answer-json.ts'
import type { CommandContext } from './command-context.ts'
import { type ExitStatus, exitStatus, exitStatusOf } from './exit-status.ts'
import { hanging } from './layout.ts'
import { errorMessageOf } from './tell-examination.ts'
import { durationWords } from './time-words.ts'
import type { TreatingOptions, TreatingPlace } from './treating-place.ts'

/** Lets a remedy act and tells it as it goes; with `thenUndo`, also the way back. */
export async function actAndTell(
  place: TreatingPlace,
  { account }: RemedyContext,
  { id: remedy, ifUnexplained = false }: { id: string; ifUnexplained?: boolean },
  { json = false, thenUndo = false, secret }: TreatingOptions & { thenUndo?: boolean; secret?: string },
  session: CommandContext,
): Promise<ExitStatus> {
  const tell = json ? () => {} : progressTeller(session)
  const treated = await place.treat({
    account: account.id,
    remedy,
    onProgress: tell,
    ...(secret !== undefined && { secret }),
  })
  if (!json) tellTreated(treated, session)
  const id = treated.is === 'treated' ? treated.treatment.id : undefined
  const undone = thenUndo && id !== undefined ? await place.undo(id, tell) : undefined
  if (undone && !json) tellUndone(undone, session)
  // What it asked for has been found by now, or is not to be found.
  const found = ifUnexplained && treated.is === 'treated' ? place.agent.remedyContext(account.id)?.diagnosis : undefined
  if (found && !json)
    printAnswer({ account: account.id, diagnosis: found, findings: [], elapsed: 0, grew: true }, session.terminal)
  const after = undone ? (await place.examine(json)).diagnosis : found
  if (json)
    session.terminal.print(
      jsonText({
        schema: 1,
        treated: treatedJson(treated),
        ...(undone && { undone: { is: undone.is, ...('why' in undone && { why: undone.why }) } }),
        ...(after && { after: { status: after.status, causes: after.causes.map(({ id: cause }) => cause) } }),
      }),
    )
  if (session.signal.aborted) return exitStatus.interrupted
  return found ? exitStatusOf(found) : exitStatusOfTreatment(treated)
}

/** What was to be mended is mended, or there was nothing to mend and it was done. */
export function exitStatusOfTreatment(treated: TreatResult): ExitStatus {
  if (treated.is === 'refused') return exitStatus.couldNotTell
  const { outcome, causes } = treated.treatment
  const isDone = outcome === 'cured' || (outcome === 'no effect' && causes.length === 0)
  return isDone ? exitStatus.clear : exitStatus.causeFound
}

export function progressTeller({ terminal }: CommandContext): (progress: TreatmentProgress) => void {
  const say = (line: Wording) => terminal.print(hanging('… ', terminal.told(line), terminal.columns()))
  return (progress) => {
    if (progress.is === 'looking') say('Looking first.')
    if (progress.is === 'acting') say('Acting.')
    if (progress.is === 'told') say(progress.line)
    if (progress.is === 'settling' && progress.for > 0) say(`Giving it ${durationWords(progress.for)} to work.`)
    if (progress.is === 'checking') say('Checking whether it helped.')
    if (progress.is === 'undoing') say('Putting everything back.')
  }
}

const titles: Readonly<Record<Treatment['outcome'], string>> = {
  'under way': 'Under way.',
  cured: 'Cured.',
  'no effect': 'Done.',
  failed: 'It failed.',
  undone: 'Undone.',
}

function tellTreated(treated: TreatResult, { terminal, note }: CommandContext): void {
  if (treated.is === 'refused') {
    note(terminal.told(treated.why))
    return
  }
  const { outcome, words, id } = treated.treatment
  const paint = outcome === 'cured' ? terminal.paint.green : terminal.paint.bold
  terminal.print(hanging('', `${titles[outcome]} ${terminal.told(words ?? '')}`.trim(), terminal.columns(), paint))
  terminal.print(`Treatment ${id}`)
  if (treated.unrecorded !== undefined) note(`Its end could not be written down: ${errorMessageOf(treated.unrecorded)}`)
}

export function undoQuestionOf({ keepsNewer }: Extract<UndoResult, { is: 'changed' }>): string {
  return keepsNewer
    ? 'Keep the newer one aside, and put the old one back?'
    : 'Put it back as it was before all the same?'
}

export function tellUndone(undone: UndoResult, { terminal, note }: CommandContext): void {
  if (undone.is === 'changed')
    note(`Something has changed since: ${terminal.told(undone.since)} ${undoQuestionOf(undone)} Then say --sure.`)
  else if (undone.is !== 'undone') note(terminal.told(undone.why))
  else terminal.print(hanging('', `Undone. ${terminal.told(undone.treatment.words ?? '')}`.trim(), terminal.columns()))
}

function treatedJson(treated: TreatResult) {
  return treated.is === 'refused'
    ? { is: treated.is, why: treated.why, ...(treated.needs && { needs: treated.needs.permission }) }
    : { is: treated.is, ...treatmentJson(treated.treatment) }
}

/** What undoing needs is left out: it is nobody else's business. */
export function treatmentJson(treatment: Treatment) {
  const { id, remedy, newerOf, causes, outcome, words, startedAt, endedAt, restoredAt } = treatment
  return {
    id,
    remedy,
    ...(newerOf !== undefined && { newerOf }),
    causes,
    outcome,
    ...(words !== undefined && { words }),
    startedAt: new Date(startedAt).toISOString(),
    ...(endedAt !== undefined && { endedAt: new Date(endedAt).toISOString() }),
    ...(restoredAt !== undefined && { restoredAt: new Date(restoredAt).toISOString() }),
  }
}
