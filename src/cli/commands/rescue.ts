import { byteCount, say, verbatim } from '../../core/sentence.ts'
import type { RescueSummary } from '../../rescue/proof/write-proof.ts'
import { RescueRefused } from '../../rescue/refused.ts'
import { command, wholeFrom } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import {
  dayOption,
  filtersOf,
  formatsOption,
  listOption,
  megabytesOption,
  type RescueOptions,
} from '../rescue-options.ts'
import { previewJson, printLook, printPreview } from '../rescue-preview.ts'
import { rescueProgress } from '../rescue-progress.ts'

export const rescueCommand = command<RescueOptions>({
  words: say('save mail from stores and files, and prove that none was lost'),
  group: 'mend',
  arguments: [
    {
      name: '<source...>',
      words: say(
        'folders or files of mail: a store of Apple Mail, mbox, .eml or .emlx files, a Maildir, an OLM, PST or OST archive',
      ),
    },
  ],
  options: [
    { flags: '--to <folder>', words: say('a new or empty folder, or the one in which this was interrupted') },
    {
      flags: '--as <formats>',
      words: say(
        'eml (which it is without this), mbox, maildir, html, pdf, csv, ics, vcf; several with commas between',
      ),
      parse: formatsOption,
    },
    { flags: '--preview', words: say('only show what is in there; nothing is written') },
    {
      flags: '--show <number>',
      words: say('show the message with this number in the list of --preview, as plain text'),
      parse: wholeFrom(1, 10_000),
    },
    {
      flags: '--folder <names>',
      words: say('only folders with one of these in their path; commas between'),
      parse: listOption,
    },
    { flags: '--since <day>', words: say('only from this day on: 2025-01-31'), parse: dayOption },
    { flags: '--before <day>', words: say('only before this day'), parse: dayOption },
    { flags: '--subject <text>', words: say('only with this in the subject') },
    { flags: '--sender <text>', words: say('only with this in the sender’s name or address') },
    { flags: '--recipient <text>', words: say('only with this in a recipient’s name or address') },
    { flags: '--search <text>', words: say('only with this in the subject, or in anybody’s name or address') },
    { flags: '--has-attachment', words: say('only with an attachment') },
    { flags: '--larger-than <MB>', words: say('only messages larger than this'), parse: megabytesOption },
    { flags: '--smaller-than <MB>', words: say('only messages smaller than this'), parse: megabytesOption },
    { flags: '--unread', words: say('only what has not been read') },
    { flags: '--waiting', words: say('only what waits in an outbox') },
    {
      flags: '--split <MB>',
      words: say('begin a new mbox file at this size; Apple Mail imports up to about 2000'),
      parse: megabytesOption,
    },
  ],
  json(z, { rescueSummaryShape, versionShape }) {
    const count = z.number().int().min(0)
    return z.object({
      schema: versionShape,
      preview: z
        .object({
          found: count,
          wanted: count,
          bytes: count,
          folders: z.array(z.object({ path: z.string(), items: count, wanted: count, bytes: count })),
        })
        .optional(),
      summary: rescueSummaryShape.optional(),
      stopped: z.string().optional(),
    })
  },
  exits: {
    0: say('all that was asked for is saved and was read again, or it was shown'),
    1: say('something was left out, which is named, or it stopped early'),
    3: say('it could not begin'),
  },
  run: ([sources], options, context) => rescueMail(sources ?? [], options, context),
})

/** `outbox-doctor rescue`: saves mail from stores and files, and proves that none was lost. */
async function rescueMail(
  paths: readonly string[],
  options: RescueOptions,
  session: CommandContext,
): Promise<ExitStatus> {
  const isLook = options.preview || options.show !== undefined
  if (options.to === undefined && !isLook)
    throw new WrongUse(say('Say where to with --to FOLDER, or look first with --preview.'))
  // All of it is loaded only by those who rescue.
  const [{ DeskCalledOff, DeskWorker }, { chromiumPrinter }, { systemClock }] = await Promise.all([
    import('../../rescue/desk/desk-worker.ts'),
    import('../../rescue/pages/chromium-printer.ts'),
    import('../../world/real/clock.ts'),
  ])
  const { terminal, signal } = session
  const progress = rescueProgress(session, options.json === true)
  const [formats, filters, now] = [options.as ?? (['eml'] as const), filtersOf(options), systemClock.now()]
  const printer = formats.includes('pdf') ? chromiumPrinter() : undefined
  // In a thread of its own, which can be ended where one item takes too much.
  const desk = new DeskWorker(printer)
  const callOff = () => void desk.callOff()
  signal.addEventListener('abort', callOff)
  try {
    signal.throwIfAborted()
    if (isLook) {
      const most = options.show ?? (options.json ? 0 : 20)
      const looked = await desk.run({ is: 'look', paths, filters, most }, now, progress.show)
      progress.end()
      const item = options.show === undefined ? undefined : looked.newest[options.show - 1]
      if (item) printLook(await desk.run({ is: 'show', paths, source: item.source, id: item.id }, now), terminal)
      else if (options.show !== undefined) {
        session.note(say('There are not so many messages.'))
        return exitStatus.couldNotTell
      } else if (options.json) terminal.print(jsonText({ schema: 1, preview: previewJson(looked) }))
      else printPreview(looked, terminal)
      return exitStatus.clear
    }
    const target = options.to ?? ''
    const splitBytes = options.split === undefined ? {} : { splitBytes: options.split }
    const { tag, catalogue } = terminal.locale
    const order = { is: 'save', paths, target, formats, filters, ...splitBytes, locale: { tag, catalogue } } as const
    const end = await desk.run({ ...order, canPrint: printer !== undefined }, now, progress.show)
    progress.end()
    if (end.is === 'stopped') {
      if (options.json) terminal.print(jsonText({ schema: 1, stopped: end.why }))
      else session.note(end.why)
      return exitStatus.causeFound
    }
    if (options.json) terminal.print(jsonText({ schema: 1, summary: end.summary }))
    else printSummary(end.summary, target, session)
    return end.summary.complete ? exitStatus.clear : exitStatus.causeFound
  } catch (error) {
    progress.end()
    if (error instanceof DeskCalledOff) signal.throwIfAborted()
    if (!(error instanceof RescueRefused)) throw error
    session.note(error.words)
    return exitStatus.couldNotTell
  } finally {
    signal.removeEventListener('abort', callOff)
    await desk.callOff()
    await printer?.close()
  }
}

function printSummary(summary: RescueSummary, target: string, { terminal }: CommandContext): void {
  const print = (words: Parameters<typeof terminal.inWords>[0]) => terminal.print(terminal.inWords(words))
  const { complete, accounted, written, sealed, skipped, failed, partly, damaged, leftOut, reasons, formats } = summary
  if (complete) print(say('Complete: everything is saved, and was read again as it was written.'))
  else if (accounted)
    print(say('Saved, but for what is named here. What was written was read again as it was written.'))
  else print(say('Not everything could be saved as it should be. Do not delete the original.'))
  print(say('{count} messages saved', { count: written }))
  if (sealed > 0)
    print(say('{count} more saved that are encrypted, or packed by Outlook, and stay so', { count: sealed }))
  if (skipped > 0) print(say('{count} not saved:', { count: skipped }))
  for (const { why, count: times } of reasons) terminal.print(`  ${times} × ${why}`)
  if (partly > 0) print(say('{count} of them not whole in every format', { count: partly }))
  if (damaged > 0)
    print(say('{count} of them were damaged in the source, and are saved as far as they go', { count: damaged }))
  if (failed > 0) print(say('{count} were not the same when read again', { count: failed }))
  if (leftOut > 0) print(say('{count} not asked for', { count: leftOut }))
  for (const [format, { bytes }] of Object.entries(formats))
    print(say('{format}: {size}', { format: verbatim(format), size: byteCount(bytes) }))
  print(
    say(
      'They are in {folder}; manifest.csv there lists every one. The files also name who got a hidden copy (Bcc), so look before you pass them on.',
      { folder: verbatim(target) },
    ),
  )
}
