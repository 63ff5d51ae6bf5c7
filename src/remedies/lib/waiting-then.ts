import { z } from 'zod'
import { withReader } from '../../clients/known-clients.ts'
import type { MessageSources } from '../../clients/sources.ts'
import type { ClientId } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'
import { orFail } from './app-control.ts'
import { messageIdOf } from './message-id.ts'
import { printOf } from './print.ts'

/**
 * What waited when an index was taken away: a print of each message. Whoever puts that index back makes those wait again,
 * and whatever has left since would be sent twice.
 */

const fileName = 'waiting.json'
const maxFileBytes = 4_194_304
const schema = z.strictObject({ schema: z.literal(1), waiting: z.array(z.string().max(64)).max(100_000) })

export async function sourcesOf({ mac }: World, client: ClientId, signal: AbortSignal): Promise<MessageSources> {
  const sources = await withReader(client, (reader) => reader.sources(mac, signal))
  return sources ?? { seen: false, why: say('This mail app is not known here.') }
}

/** Of its Message-ID, which stays the same wherever its app keeps it; of the whole where it has none. */
export async function messageFingerprint(bytes: Uint8Array): Promise<string> {
  const id = await messageIdOf(bytes)
  return printOf(id === undefined ? bytes : new TextEncoder().encode(id))
}

/** Into a folder of ours, before anything is moved there. */
export async function noteWaiting({ hands }: World, folder: string, waiting: readonly string[]): Promise<void> {
  const text = JSON.stringify({ schema: 1, waiting })
  orFail(
    await hands.files.write(`${folder}/${fileName}`, new TextEncoder().encode(`${text}\n`)),
    say('What waits could not be noted.'),
  )
}

/** The prints of what waits now; nothing where that cannot be seen whole. */
export async function waitingFingerprints(
  world: World,
  client: ClientId,
  signal: AbortSignal,
): Promise<string[] | undefined> {
  const sources = await sourcesOf(world, client, signal)
  if (!sources.seen || sources.lost.length > 0) return undefined
  return Promise.all(sources.found.map(({ bytes }) => messageFingerprint(bytes)))
}

/** Why what stood in this folder must not return while this waits, in a sentence. */
export async function whyMayNotReturn(
  { mac }: World,
  folder: string,
  now: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<Sentence | undefined> {
  const read = await mac.files.read(`${folder}/${fileName}`, maxFileBytes, signal)
  const then = read.seen ? waitingIn(read.value) : undefined
  if (!then || !now)
    return say(
      'It cannot be seen whether mail has left since. It could be sent twice, so the old index stays in {folder}',
      { folder: verbatim(folder) },
    )
  const gone = without(then, now).length
  if (gone > 0)
    return say(
      '{count} messages that waited then wait no longer. With the old index they could be sent twice, so that stays in {folder}',
      { count: gone, folder: verbatim(folder) },
    )
  const more = without(now, then).length
  if (more > 0)
    return say(
      '{count} messages were written since, and would not be sent with the old index. Wait until they have left.',
      { count: more },
    )
  return undefined
}

function waitingIn(bytes: Uint8Array): readonly string[] | undefined {
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data?.waiting
  } catch {
    // A list that is not ours, or damaged, tells nothing.
    return undefined
  }
}

/** Each as often as it is there: two of the same are two. */
function without(all: readonly string[], those: readonly string[]): string[] {
  const left = [...those]
  return all.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
