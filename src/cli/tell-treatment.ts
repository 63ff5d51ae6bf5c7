import type { TreatmentProgress, TreatResult, UndoResult } from '../agent.ts'
import type { RemedyContext } from '../core/remedy.ts'
import { joinSentences, type Sentence, say, verbatim } from '../core/sentence.ts'
import type { Treatment } from '../core/treatment.ts'
import type { CommandContext } from './command-context.ts'
import { type ExitStatus, exitStatus, exitStatusOf } from './exit-status.ts'
import { jsonText } from './json-text.ts'
import { withHangingIndent } from './layout.ts'
import { reasonOf } from './reason.ts'
import { durationWords } from './time-words.ts'
import type { TreatingOptions, TreatingPlace } from './treating-place.ts'

/** Lets a remedy act and tells it as it goes; with `thenUndo`, also the way back. */
export async function actAndTell(
  place: TreatingPlace,
  { account }: RemedyContext,
  { id: remedy, ifUnexplained = false, undo }: { id: string; ifUnexplained?: boolean; undo?: unknown },
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
  // What a play changed ends with it.
  if (!json) tellTreated(treated, undo !== undefined && !place.isPlay, session)
  const id = treated.is === 'treated' ? treated.treatment.id : undefined
  const undone = thenUndo && id !== undefined ? await place.undo(id, tell) : undefined
  if (undone && !json) tellUndone(undone, session)
  // What it asked for has been found by now, or is not to be found.
  const found = ifUnexplained && treated.is === 'treated' ? place.agent.remedyContext(account.id)?.diagnosis : undefined
  if (found && !json) {
    const { printAnswer } = await import('./answer.ts')
    printAnswer({ account: account.id, diagnosis: found, findings: [], elapsed: 0, grew: true }, session.terminal)
  }
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
  const tell = (line: Sentence) => terminal.print(withHangingIndent('… ', terminal.inWords(line), terminal.columns()))
  return (progress) => {
    if (progress.is === 'looking') tell(say('Looking first.'))
    if (progress.is === 'acting') tell(say('Acting.'))
    if (progress.is === 'told') tell(progress.line)
    if (progress.is === 'settling' && progress.for > 0)
      tell(say('Giving it {span} to work.', { span: durationWords(progress.for) }))
    if (progress.is === 'checking') tell(say('Checking whether it helped.'))
    if (progress.is === 'undoing') tell(say('Putting everything back.'))
  }
}

const titles: Readonly<Record<Treatment['outcome'], Sentence>> = {
  'under way': say('Under way.'),
  cured: say('That helped.'),
  'no effect': say('Done.'),
  failed: say('It failed.'),
  undone: say('Undone.'),
}

function tellTreated(treated: TreatResult, canBeUndone: boolean, { terminal, note }: CommandContext): void {
  if (treated.is === 'refused') {
    note(treated.why)
    return
  }
  const { outcome, words, id } = treated.treatment
  const paint = outcome === 'cured' ? terminal.paint.green : terminal.paint.bold
  terminal.print(withHangingIndent('', terminal.inWords(withWords(titles[outcome], words)), terminal.columns(), paint))
  const command = verbatim(`npx outbox-doctor undo ${id}`)
  const name = canBeUndone
    ? say('Fix {id}; to undo it: {command}', { id: verbatim(id), command })
    : say('Fix {id}', { id: verbatim(id) })
  terminal.print(withHangingIndent('', terminal.inWords(name), terminal.columns()))
  if (treated.unrecorded !== undefined)
    note(say('Its end could not be written down: {why}', { why: reasonOf(treated.unrecorded) }))
}

export function undoQuestionOf({ keepsNewer }: Extract<UndoResult, { is: 'changed' }>): Sentence {
  return keepsNewer
    ? say('Keep the newer one aside, and put the old one back?')
    : say('Put it back as it was before all the same?')
}

export function tellUndone(undone: UndoResult, { terminal, note }: CommandContext): void {
  if (undone.is === 'changed') {
    const changed = { since: undone.since, question: undoQuestionOf(undone) }
    note(say('Something has changed since: {since} {question} Then say --sure.', changed))
  } else if (undone.is !== 'undone') note(undone.why)
  else
    terminal.print(
      withHangingIndent('', terminal.inWords(withWords(titles.undone, undone.treatment.words)), terminal.columns()),
    )
}

function withWords(title: Sentence, words: Sentence | undefined): Sentence {
  return words ? joinSentences([title, words]) : title
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
