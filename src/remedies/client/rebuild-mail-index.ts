import { storeDamaged } from '../../causes/client/store-damaged.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { clientThatCan, withReader } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import type { FolderEntry } from '../../core/mac-powers.ts'
import { type Action, type ActOptions, Failed, Refused } from '../../core/remedy.ts'
import { foreignName, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import type { World } from '../../core/world.ts'
import { appCommands, isRunning, openClientApp, orFail, quitClientApp, requirePermission } from '../lib/app-control.ts'
import { printOf } from '../lib/print.ts'
import { saveAllMessages } from '../lib/save-messages.ts'
import { noteWaiting, waitingFingerprints, whyMayNotReturn } from '../lib/waiting-then.ts'

const { id: client, can } = clientThatCan('rebuildIndex')
const { name: indexName, find: findIndex } = can.rebuildIndex
const names = [indexName, `${indexName}-shm`, `${indexName}-wal`]
/** Mail writes the new index beside all else it does meanwhile. */
const spare = 500 * 1_000 ** 2
const rebuilt: Millis = 3 * 60_000
const pause: Millis = 2_000

interface Before {
  /** Where the old index is kept. */
  folder: string
  /** Where the waiting messages are saved. */
  messages: string
  /** The folder that Mail has it in, from the home folder on. */
  from: string
  wasRunning: boolean
}

/** Mail makes its index anew from the messages themselves, which are not touched. */
export const rebuildMailIndex: Action<Before> = {
  id: 'rebuild-mail-index',
  kind: 'act',
  label: say('Let Mail build its index anew'),
  touches: 'mail',
  risk: 4,
  cancellable: true,
  timeoutMs: 20 * 60_000,
  settles: 30_000,
  treats: () => [storeDamaged],
  fits: (context) => clientOf(context) === client,
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise({ world }, signal) {
    const { files } = await indexOf(world, signal)
    return [
      say('Saves the waiting messages as files, and goes on only if every one of them was saved.'),
      appCommands.quit(client),
      say('Moves these files into a new folder of Outbox Doctor, with a list of their sizes and checksums:'),
      ...files.map(foreignName),
      appCommands.open(client),
      say(
        'Mail then reads all its messages anew, which takes minutes to hours. Marks that were never on a server may be lost. If any step does not work, the old index is put back.',
      ),
      say(
        'Undo: Mail is quit, the files are moved back, and Mail is opened again; but not where mail that waits in the old index has left since.',
      ),
    ]
  },
  async capture(context, signal) {
    const { world } = context
    const disk = say('To move the index of Mail, Outbox Doctor needs Full Disk Access.')
    await requirePermission(context, 'full-disk-access', client, disk, signal)
    await requirePermission(
      context,
      'automation',
      client,
      say('Outbox Doctor must be allowed to ask Mail to quit.'),
      signal,
    )
    const { from, bytes } = await indexOf(world, signal)
    const folder = await world.hands.files.folder('mail-index')
    if ((await world.hands.files.freeBytes(folder)) < 2 * bytes + spare)
      throw new Refused(say('There is not enough room on the disk for a second index. Make room first.'))
    const messages = await world.hands.files.folder('waiting-messages')
    return { folder, messages, from, wasRunning: (await isRunning(world, client, signal)) === true }
  },
  async apply({ world }, { folder, messages }, options) {
    const { saved, prints } = await saveAllMessages(world, client, messages, options)
    await quitClientApp(world, client, options)
    const now = await waitingFingerprints(world, client, options.signal)
    if (now?.some((one) => !prints.includes(one)))
      throw new Failed(say('A message was written in the meantime, so nothing is changed. Please try again.'))
    await noteWaiting(world, folder, prints)
    const { files } = await indexOf(world, options.signal)
    options.report(say('Moving the old index aside.'))
    const result = await world.hands.files.moveAside(files, folder)
    if (!('moved' in result)) orFail(result, say('The index could not be moved.'))
    await openClientApp(world, client, 'background', options)
    await compare(world, saved, messages, options)
  },
  undo: {
    async stands({ mac }, { from }, signal) {
      const listed = await mac.files.list(from, signal)
      if (!listed.seen && listed.why !== 'missing') return undefined
      const files = listed.seen ? listed.value.filter(isOfIndex) : []
      if (files.length === 0) return { fingerprint: 'none', sentence: say('Mail has no index in its old place.') }
      return { fingerprint: await printOf(files), sentence: say('Mail has written into a newer index.') }
    },
    hinders: (world, before, signal) => mayNotReturn(world, before, signal),
    newer: { purpose: 'newer-mail-index', receipt: (before, folder) => ({ ...before, folder }) },
    async putBack(world, before, conduct) {
      const { folder, wasRunning } = before
      const result = await world.hands.files.moved(folder)
      if (!('moved' in result)) return orFail(result, say('The list of the moved files could not be read.'))
      try {
        // Without a list nothing was moved.
        if (result.moved.length === 0) return
        await quitClientApp(world, client, conduct)
        // Only now nothing leaves any more.
        const why = await mayNotReturn(world, before, conduct.signal)
        if (why !== undefined) throw new Refused(why)
        const aside = conduct.newer?.folder
        if (aside !== undefined)
          await noteWaiting(world, aside, (await waitingFingerprints(world, client, conduct.signal)) ?? [])
        orFail(await world.hands.files.moveBack(result.moved, aside), say('The old index could not be put back.'))
      } finally {
        if (wasRunning) await openClientApp(world, client, 'background', conduct)
      }
    },
  },
}

/** Why an index that was moved away must not come back as things are, in a sentence. */
async function mayNotReturn(
  world: World,
  { folder, from }: Before,
  signal: AbortSignal,
): Promise<Sentence | undefined> {
  const aside = await world.mac.files.list(folder, signal)
  const listed = await world.mac.files.list(from, signal)
  // The index itself is the first to go and the last to come back. What was never moved, or is back, does not return;
  // and without an index, Mail has sent nothing since.
  if (aside.seen && !aside.value.some(isIndex)) return undefined
  if (listed.seen ? !listed.value.some(isIndex) : listed.why === 'missing') return undefined
  return whyMayNotReturn(world, folder, await waitingFingerprints(world, client, signal), signal)
}

const isIndex = ({ name }: FolderEntry): boolean => name === indexName
const isOfIndex = ({ name, kind }: FolderEntry): boolean => names.includes(name) && kind === 'file'

/** The files of the index that are there now; the two beside it come and go. */
async function indexOf({ mac }: World, signal: AbortSignal): Promise<{ from: string; files: string[]; bytes: number }> {
  const index = await findIndex(mac.files, signal)
  if (!index.seen) throw new Refused(say('The index of Mail could not be found.'))
  const from = index.value.path.slice(0, -indexName.length - 1)
  const listed = await mac.files.list(from, signal)
  const files = listed.seen ? listed.value.filter(isOfIndex) : []
  if (files.length === 0) throw new Refused(say('The index of Mail could not be found.'))
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const inOrder = names.filter((one) => files.some(({ name }) => name === one))
  return { from, files: inOrder.map((name) => `${from}/${name}`), bytes }
}

/**
 * Whether what waited is there again. A message that is not may have been sent at last, so that the old index, in which
 * it still waits, must not come back by itself: it would be sent twice.
 */
async function compare(world: World, before: number, messages: string, { signal, report }: ActOptions): Promise<void> {
  report(say('Waiting for the new index.'))
  const end = world.clock.elapsed() + rebuilt
  for (;;) {
    const waiting = await countWaiting(world, signal)
    if (waiting !== undefined && waiting >= before)
      return report(say('All {count} waiting messages are there again.', { count: before }))
    if (world.clock.elapsed() >= end) {
      if (waiting === undefined) throw new Failed(say('Mail has made no new index that could be read.'))
      return report(
        say('{count} messages wait no longer: they were sent, or else are saved in {folder}.', {
          count: before - waiting,
          folder: verbatim(messages),
        }),
      )
    }
    await world.clock.wait(pause, signal)
  }
}

async function countWaiting({ mac, clock }: World, signal: AbortSignal): Promise<number | undefined> {
  const seen = await withReader(client, (reader) => reader.read(mac, clock.now(), signal))
  return seen?.outbox.seen ? seen.outbox.messages.length : undefined
}
