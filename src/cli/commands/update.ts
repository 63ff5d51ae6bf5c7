import type { Publisher, UpdateAnswer } from '../../core/release.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { packageFacts } from '../about.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import { isPlay, meansNothing, openSceneToExamine } from '../open-session.ts'
import { pemOf } from '../real-options.ts'
import type { SceneOptions } from '../scene-of.ts'

export const updateCommand = command<UpdateOptions>({
  words: say('whether there is a newer version of Outbox Doctor'),
  group: 'own',
  options: [
    { flags: '--scene <name>', words: say('a story instead of this Mac') },
    { flags: '--scene-file <file>', words: say('the same, from your own file') },
    {
      flags: '--publisher <file>',
      words: say('who tells of newer versions, and by which keys, in place of who does (JSON)'),
    },
    { flags: '--ca <file>', words: say('a certificate authority to trust, in PEM form') },
  ],
  json: (z, { linesShape, momentShape, versionShape }) =>
    z.object({
      schema: versionShape,
      running: z.string(),
      verdict: z.enum(['current', 'newer', 'refused', 'unsure']),
      sentence: z.string(),
      page: z.string().optional(),
      newer: z
        .object({
          version: z.string(),
          released: momentShape,
          notes: linesShape,
          files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
        })
        .optional(),
    }),
  exits: {
    0: say('there is none'),
    1: say('there is one'),
    3: say('it could not be told, or what was said of it is not believed'),
  },
  run: (_given, options, context) => tellOfUpdate(options, context),
})

interface UpdateOptions extends SceneOptions {
  json?: boolean
  publisher?: string
  ca?: string
}

interface Looked {
  answer: UpdateAnswer | { is: 'forbidden' }
  page: string | undefined
}

/** `outbox-doctor update`: asks once, now. It installs nothing. */
async function tellOfUpdate(options: UpdateOptions, context: CommandContext): Promise<ExitStatus> {
  const running = packageFacts().version
  const { answer, page } = await (isPlay(options)
    ? inScene(options, running, context)
    : here(options, running, context))
  const { lookForbidden, tellUpdate } = await import('../../updates/tell-update.ts')
  const sentence = answer.is === 'forbidden' ? lookForbidden : tellUpdate(answer)
  if (options.json) context.terminal.print(jsonText(asJson(answer, { running, sentence, page })))
  else print(answer, sentence, page, context)
  if (answer.is === 'newer') return exitStatus.causeFound
  return answer.is === 'current' ? exitStatus.clear : exitStatus.couldNotTell
}

async function inScene(options: UpdateOptions, running: string, context: CommandContext): Promise<Looked> {
  for (const [name, given] of Object.entries({ '--publisher': options.publisher, '--ca': options.ca }))
    if (given !== undefined) throw new WrongUse(meansNothing(name, true))
  const { updateCheckOf } = await import('../../session/updates.ts')
  const session = await openSceneToExamine(options, context)
  try {
    const check = updateCheckOf(session, running)
    return { answer: await session.hasten(check.look(context.signal)), page: check.publisher?.page }
  } finally {
    await session.close()
  }
}

async function here({ publisher, ca }: UpdateOptions, running: string, context: CommandContext): Promise<Looked> {
  const [{ loadSettings }, { realWorld }, { updateMemory }, { UpdateCheck }] = await Promise.all([
    import('../../storage/settings-file.ts'),
    import('../../world/real/world.ts'),
    import('../../storage/update-memory.ts'),
    import('../../updates/update-check.ts'),
  ])
  const who = await publisherOf(publisher)
  const { settings, locked } = await loadSettings()
  if (!settings.updateCheck && locked.includes('updateCheck')) return { answer: { is: 'forbidden' }, page: who?.page }
  const { log, signal } = context
  const world = realWorld({ log, ...(ca !== undefined && { extraRoots: [await pemOf(ca)] }) })
  const check = new UpdateCheck({ ...world, publisher: who, memory: updateMemory(), running })
  return { answer: await check.look(signal), page: who?.page }
}

async function publisherOf(file: string | undefined): Promise<Publisher | undefined> {
  const { ownPublisher, publisherSchema } = await import('../../knowledge/publisher.ts')
  if (file === undefined) return ownPublisher
  const { jsonFile } = await import('../json-file.ts')
  return jsonFile(file, publisherSchema)
}

const verdicts = {
  current: 'current',
  newer: 'newer',
  refused: 'refused',
  unasked: 'unsure',
  forbidden: 'unsure',
} as const

function asJson(answer: Looked['answer'], told: { running: string; sentence: Sentence; page: string | undefined }) {
  const { page, ...rest } = told
  const newer = answer.is === 'newer' ? answer.release : undefined
  return {
    schema: 1,
    ...rest,
    verdict: verdicts[answer.is],
    ...(newer && page !== undefined && { page }),
    ...(newer && {
      newer: {
        version: newer.version,
        released: new Date(newer.released).toISOString(),
        notes: newer.notes,
        files: newer.files,
      },
    }),
  }
}

function print(answer: Looked['answer'], sentence: Sentence, page: string | undefined, { terminal }: CommandContext) {
  const { inWords, columns } = terminal
  const line = (mark: string, text: string) => terminal.print(withHangingIndent(mark, text, columns()))
  line('', inWords(sentence))
  if (answer.is !== 'newer') return
  for (const note of answer.release.notes) line('  • ', note)
  if (page !== undefined) line('', inWords(say('It is here: {page}', { page: verbatim(page) })))
}
