import type { RemedyOffer } from '../agent.ts'
import { knownClient } from '../clients/known-clients.ts'
import type { Guidance, OpenTarget, RemedyContext } from '../core/remedy.ts'
import { isCommand, listOf, type Sentence, say, verbatim } from '../core/sentence.ts'
import { harmless } from '../core/text.ts'
import { withHangingIndent } from './layout.ts'
import { reasonOf } from './reason.ts'
import type { Terminal } from './terminal.ts'

/** What an offer would do, in lines: exact commands and files of what we do, the steps of what a person does. */
export interface OfferPreview {
  offer: RemedyOffer
  promise?: readonly Sentence[]
  /** Where the person gets what an act needs of them. */
  opens?: OpenTarget
  guidance?: GuidanceTold
  readers?: readonly string[]
}

/** `byHand`: why a person does it and no click. */
type GuidanceTold = Guidance & { byHand: Sentence }

export async function previewOffer(
  offer: RemedyOffer,
  context: RemedyContext,
  signal: AbortSignal,
): Promise<OfferPreview> {
  const { remedy } = offer
  // Not even shown how.
  if (offer.forbidden) return { offer }
  if ('guide' in remedy) return { offer, guidance: { ...remedy.guide(context), byHand: remedy.byHand(context) } }
  if ('write' in remedy) return { offer, readers: remedy.write(context).map(({ to }) => to) }
  try {
    const opens = remedy.opens?.(context)
    return { offer, promise: await remedy.promise(context, signal), ...(opens && { opens }) }
  } catch (error) {
    return { offer: { ...offer, blocked: offer.blocked ?? reasonOf(error) } }
  }
}

const kinds = {
  act: say('Outbox Doctor does it'),
  admin: say('Outbox Doctor does it, and macOS asks for an administrator'),
  guide: say('you do it, step by step'),
  note: say('a text to send'),
}

/** One offer of a list; `whole` shows everything that it would do. */
export function printOffer({ offer, ...would }: OfferPreview, index: number, whole: boolean, terminal: Terminal): void {
  const { remedy, label, blocked } = offer
  const columns = terminal.columns()
  terminal.print(
    withHangingIndent(`${index}. `, `${terminal.inWords(label)} (${remedy.id})`, columns, terminal.paint.bold),
  )
  terminal.print(withHangingIndent('   ', terminal.inWords(kinds[remedy.kind]), columns))
  if (blocked !== undefined)
    terminal.print(withHangingIndent('   ', terminal.inWords(blocked), columns, terminal.paint.yellow))
  if (would.readers) {
    const readers = listOf(would.readers.map(verbatim), ', ')
    terminal.print(withHangingIndent('   ', terminal.inWords(say('For: {readers}', { readers })), columns))
  }
  if (would.guidance && whole) printGuidance(would.guidance, terminal, '   ')
  const promise = would.promise ?? []
  if (whole) printPromise(promise, true, terminal, '   ')
  else printPromise(promise.filter((line) => !isCommand(line)).slice(0, 1), true, terminal, '   ')
  if (whole) printOpening(would, terminal, '   ')
}

/** What will be done, in words; the exact commands only where somebody wants them. */
export function printPromise(promise: readonly Sentence[], isWhole: boolean, terminal: Terminal, indent = ''): void {
  const tell = (line: Sentence) =>
    terminal.print(withHangingIndent(`${indent}- `, harmless(terminal.inWords(line), 600), terminal.columns()))
  const shown = isWhole ? promise : promise.filter((line) => !isCommand(line))
  for (const line of shown) tell(line)
  const count = promise.length - shown.length
  if (count > 0) tell(say('{count} exact commands: --details shows them.', { count }))
}

export function printOpening({ opens }: Pick<OfferPreview, 'opens'>, terminal: Terminal, indent = ''): void {
  if (!opens) return
  const line = `${terminal.inWords(opens.words)}: ${placeOf(opens)}`
  terminal.print(withHangingIndent(`${indent}> `, line, terminal.columns()))
}

export function printGuidance(guidance: GuidanceTold, terminal: Terminal, indent = ''): void {
  const columns = terminal.columns()
  const { steps, values, commands = [], opens, files = [], byHand } = guidance
  for (const [index, step] of steps.entries())
    terminal.print(withHangingIndent(`${indent}${index + 1}. `, terminal.inWords(step), columns))
  printOpening(opens ? { opens } : {}, terminal, indent)
  for (const { name, value } of values)
    terminal.print(withHangingIndent(`${indent}= `, `${terminal.inWords(name)}: ${terminal.inWords(value)}`, columns))
  // Not wrapped: a command is copied whole.
  for (const command of commands) terminal.print(`${indent}$ ${terminal.inWords(command)}`)
  for (const { name, words } of files) {
    const file = say('{file} (--save DIR): {words}', { file: verbatim(name), words: words })
    terminal.print(withHangingIndent(`${indent}+ `, terminal.inWords(file), columns))
  }
  terminal.print(withHangingIndent(indent, terminal.inWords(say('Why by hand: {why}', { why: byHand })), columns))
}

/** Without anything private: what a file holds is left out. */
export function offerPreviewJson({ offer, promise, guidance, readers }: OfferPreview) {
  const { remedy, label, cause, blocked } = offer
  const { files, ...open } = guidance ?? {}
  return {
    remedy: remedy.id,
    kind: remedy.kind,
    label,
    cause,
    risk: remedy.risk,
    ...('touches' in remedy && { touches: remedy.touches, undoable: remedy.undo !== undefined }),
    ...(blocked !== undefined && { blocked }),
    ...(promise && { promise }),
    ...(guidance && {
      guidance: { ...open, ...(files && { files: files.map(({ name, words }) => ({ name, words })) }) },
    }),
    ...(readers && { readers }),
  }
}

/** An app by its name, a page or a pane as it is. */
function placeOf({ what, target }: OpenTarget): string {
  return (what === 'app' ? knownClient(target)?.fullName : undefined) ?? target
}
