import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { byteCount, say, verbatim } from '../core/sentence.ts'
import { journalName, RescueJournal } from './journal.ts'
import type { RescueContext, RescueOrder } from './order.ts'
import { RescueRefused } from './refused.ts'

/** What must stay free whatever happens: a Mac with a full disk is no place to rescue mail. */
export const leastFreeBytes = 1024 ** 3
/** Attachments grow by a third in base64, and the lines around them take some. */
const growth = 1.4

/** Opens the target: a new one, or that of the same rescue, which is gone on with. Throws `RescueRefused`. */
export async function openTarget(order: RescueOrder): Promise<RescueJournal> {
  const folder = verbatim(order.target)
  try {
    mkdirSync(order.target, { recursive: true, mode: 0o700 })
    if (!existsSync(join(order.target, journalName)) && readdirSync(order.target).length > 0)
      throw new RescueRefused(
        say('{folder} is not empty: give a new folder, so that nothing is overwritten.', { folder }),
      )
    const opened = await RescueJournal.open(order.target, fingerprint(order))
    if (opened) return opened
  } catch (error) {
    if (error instanceof RescueRefused) throw error
    throw new RescueRefused(say('{folder} cannot be written to.', { folder }), { cause: error })
  }
  throw new RescueRefused(
    say('{folder} holds another rescue: give a new folder, so that the two are not mixed.', { folder }),
  )
}

/** Throws `RescueRefused` where there is not room enough for all of it. */
export function mustHaveRoom(order: RescueOrder, bytes: number, context: RescueContext): void {
  const needed = Math.ceil(bytes * growth * order.formats.length) + leastFreeBytes
  const free = context.freeBytes(order.target)
  if (free >= needed) return
  throw new RescueRefused(
    say('There is not enough room: {needed} are needed and {free} are free.', {
      needed: byteCount(needed),
      free: byteCount(free),
    }),
  )
}

function fingerprint({ sources, formats, filters, splitBytes }: RescueOrder): string {
  const told = JSON.stringify([
    sources.map(({ name, place }) => [name, place]),
    [...formats].sort(),
    filters,
    splitBytes,
  ])
  return createHash('sha256').update(told).digest('hex')
}
