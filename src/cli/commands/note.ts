import type { Note } from '../../core/remedy.ts'
import { listOf, type Sentence, say } from '../../core/sentence.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { accountOptions } from '../options.ts'
import { openTreatingPlace, type TreatingOptions } from '../treating-place.ts'

export const noteCommand = command<NoteOptions>({
  words: say('a text for whoever can help, with nothing private in it'),
  group: 'mend',
  options: [
    ...accountOptions,
    { flags: '--for <reader>', words: say('provider, isp or admin; without it, whoever can do most') },
  ],
  json: (z, { versionShape }) =>
    z.object({
      schema: versionShape,
      note: z.object({ to: z.enum(['provider', 'isp', 'admin']), subject: z.string(), text: z.string() }).nullable(),
    }),
  exits: { 0: say('there is a text'), 3: say('there is nothing that they could do') },
  run: (_given, options, context) => note(options, context),
})

interface NoteOptions extends TreatingOptions {
  for?: string
}

const readers: Readonly<Record<Note['to'], Sentence>> = {
  provider: say('your mail provider'),
  isp: say('your internet provider'),
  admin: say('your IT department'),
}

const isReader = (text: string): text is Note['to'] => Object.hasOwn(readers, text)

/** `outbox-doctor note`: examines, and prints the text for whoever can help; only the text is on standard output. */
async function note(options: NoteOptions, session: CommandContext): Promise<ExitStatus> {
  const to = options.for
  if (to !== undefined && !isReader(to)) throw new WrongUse(say('--for takes provider, isp or admin.'))
  const place = await openTreatingPlace('note', options, session)
  try {
    const { account } = await place.examine(true)
    const context = place.agent.remedyContext(account)
    const notes = place.agent
      .offers(account)
      .flatMap(({ remedy, forbidden }) => (context && !forbidden && 'write' in remedy ? remedy.write(context) : []))
    // The offers stand in the order in which they help: the first text is for whoever can do most.
    const found = to === undefined ? notes[0] : notes.find((one) => one.to === to)
    if (options.json) session.terminal.print(jsonText({ schema: 1, note: found ?? null }))
    else if (found)
      session.terminal.print(`${session.terminal.inWords(found.subject)}\n\n${session.terminal.inWords(found.text)}`)
    if (found) {
      if (to === undefined) session.note(say('This text is for {reader}.', { reader: readers[found.to] }))
      return exitStatus.clear
    }
    if (to === undefined) {
      session.note(say('Nobody else could do anything about this, so there is no text to send.'))
      return exitStatus.couldNotTell
    }
    const others = listOf(
      notes.map((one) => readers[one.to]),
      'or',
    )
    session.note(
      notes.length > 0
        ? say('There is nothing that {reader} could do about this. A note could go to {others}.', {
            reader: readers[to],
            others,
          })
        : say('There is nothing that {reader} could do about this.', { reader: readers[to] }),
    )
    return exitStatus.couldNotTell
  } finally {
    await place.close()
  }
}
