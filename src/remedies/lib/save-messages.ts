import PostalMime from 'postal-mime'
import type { MessageSource } from '../../clients/sources.ts'
import type { ClientId } from '../../core/mail.ts'
import { type ActOptions, Failed } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'
import { orFail, shortClientName } from './app-control.ts'
import { mboxOf } from './mbox.ts'
import { messageFingerprint, sourcesOf } from './waiting-then.ts'

/** What stands in the folder now. Nothing here is private: no subject, no address. */
export interface Saved {
  folder: string
  saved: number
  /** Messages that wait and could not be saved whole. */
  lost: number
  /** Of each that was saved. */
  prints: readonly string[]
}

const spare = 50 * 1024 * 1024

/**
 * Writes every waiting message into a folder: a file for each, and one of all. Each is read by a parser before it is
 * written, and by the disk's hands after. Names are numbers and times; nothing is overwritten.
 */
export async function saveMessages(
  world: World,
  client: ClientId,
  folder: string,
  { signal, report }: ActOptions,
): Promise<Saved> {
  report(say('Reading what waits in {app}.', { app: shortClientName(client) }))
  const sources = await sourcesOf(world, client, signal)
  if (!sources.seen) throw new Failed(say('The waiting messages could not be read. {why}', { why: sources.why }))
  const readable = await Promise.all(sources.found.map(async (one) => ((await isWhole(one)) ? [one] : [])))
  const whole = readable.flat()
  const total = whole.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if ((await world.hands.files.freeBytes(folder)) < 2 * total + spare)
    throw new Failed(say('There is not enough room on the disk to save the waiting messages.'))
  report(
    say('Saving {whole} of {all} messages.', { whole: whole.length, all: sources.found.length + sources.lost.length }),
  )
  for (const source of whole) {
    signal.throwIfAborted()
    orFail(
      await world.hands.files.write(`${folder}/${fileName(source)}`, source.bytes),
      say('A message could not be saved.'),
    )
  }
  if (whole.length > 0) {
    const mbox = mboxOf(whole, world.clock.now())
    orFail(await world.hands.files.write(`${folder}/all-messages.mbox`, mbox), say('The messages could not be saved.'))
  }
  const half = sources.found.filter(({ lacks }) => lacks.length > 0).length
  const lost = sources.lost.length + sources.found.length - whole.length + half
  const prints = await Promise.all(whole.map(({ bytes }) => messageFingerprint(bytes)))
  return { folder, saved: whole.length, lost, prints }
}

/** As above, and every one of them: before anything is risked. */
export async function saveAllMessages(...args: Parameters<typeof saveMessages>): Promise<Saved> {
  const saved = await saveMessages(...args)
  if (saved.lost > 0)
    throw new Failed(
      say('{lost} of the waiting messages could not be saved whole, so nothing is changed.', { lost: saved.lost }),
    )
  return saved
}

/** Whether another program could read it: a header that names somebody, or a subject. */
async function isWhole({ bytes }: MessageSource): Promise<boolean> {
  try {
    const { from, to, subject, messageId, date } = await PostalMime.parse(bytes)
    return [from?.address, to?.length, subject, messageId, date].some(Boolean)
  } catch {
    return false
  }
}

/** `2026-11-20 09.30 message 17.eml`: of what an app calls it, digits only. */
function fileName({ key, at }: MessageSource): string {
  const number = key.replace(/\D/g, '').slice(0, 18) || '0'
  if (at === undefined || !(Math.abs(at) < 8.64e15)) return `message ${number}.eml`
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ').replace(':', '.')} message ${number}.eml`
}
