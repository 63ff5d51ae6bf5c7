import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { byteCount, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import { accountOptions } from '../options.ts'
import { reasonOf } from '../reason.ts'
import { exitStatusOfTreatment, progressTeller } from '../tell-treatment.ts'
import { openTreatingPlace, type TreatingOptions } from '../treating-place.ts'

export const exportStuckCommand = command<TreatingOptions>({
  words: say('save the waiting messages as files'),
  group: 'mend',
  arguments: [{ name: '<folder>', words: say('a new or empty folder') }],
  options: accountOptions,
  json: (z, { linesShape, versionShape }) => z.object({ schema: versionShape, outcome: z.string(), files: linesShape }),
  exits: { 0: say('files were written'), 1: say('something failed'), 3: say('there was nothing to write') },
  run: ([folder], options, context) => exportStuck(folder ?? '', options, context),
})

/** `outbox-doctor export-stuck`: the waiting messages as files, in a folder of the user's. Nothing is overwritten. */
async function exportStuck(folder: string, options: TreatingOptions, session: CommandContext): Promise<ExitStatus> {
  await mustBeEmpty(folder)
  const place = await openTreatingPlace('export-stuck', options, session)
  try {
    const { account } = await place.examine(true)
    const tell = options.json ? () => {} : progressTeller(session)
    const treated = await place.treat({ account, remedy: 'export-stuck-messages', onProgress: tell })
    if (treated.is === 'refused') {
      session.note(treated.why)
      return exitStatus.couldNotTell
    }
    const { before, words, outcome } = treated.treatment
    const files = await copied(folderIn(before), folder)
    if (options.json) session.terminal.print(jsonText({ schema: 1, outcome, files }))
    else await tellFiles(files, folder, session)
    if (outcome === 'failed' && words) session.note(words)
    return outcome === 'failed'
      ? exitStatus.causeFound
      : files.length > 0
        ? exitStatus.clear
        : exitStatusOfTreatment(treated)
  } finally {
    await place.close()
  }
}

async function tellFiles(files: readonly string[], folder: string, { terminal }: CommandContext): Promise<void> {
  const tell = (lead: string, words: Sentence) =>
    terminal.print(withHangingIndent(lead, terminal.inWords(words), terminal.columns()))
  const more = { count: files.length, folder: verbatim(folder) }
  tell('', say('{count} files written to {folder}. They hold your messages: keep them to yourself.', more))
  for (const name of files) {
    const { size } = await stat(join(folder, name))
    tell('  • ', say('{file}: {size}', { file: verbatim(name), size: byteCount(size) }))
  }
}

async function mustBeEmpty(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if ((await readdir(folder)).length === 0) return
  } catch (error) {
    throw new WrongUse(say('The folder cannot be used: {why}', { why: reasonOf(error) }), { cause: error })
  }
  throw new WrongUse(say('The folder is not empty; give a new one, so that nothing is overwritten.'))
}

function folderIn(before: unknown): string {
  const folder = typeof before === 'object' && before !== null && 'folder' in before ? before.folder : undefined
  if (typeof folder !== 'string') throw new Error('The receipt names no folder.')
  return folder
}

/** Every copy is read back and compared. */
async function copied(from: string, to: string): Promise<string[]> {
  const names = (await readdir(from, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
  try {
    for (const name of names) {
      await copyFile(join(from, name), join(to, name), constants.COPYFILE_EXCL)
      const [one, other] = await Promise.all([readFile(join(from, name)), readFile(join(to, name))])
      if (!one.equals(other))
        throw new WrongUse(say('{file} could not be read back as it was written.', { file: verbatim(name) }))
    }
  } catch (error) {
    const told = { folder: verbatim(from), why: reasonOf(error) }
    throw new WrongUse(say('The messages are in {folder}, but could not be copied: {why}', told), { cause: error })
  }
  return names.sort()
}
