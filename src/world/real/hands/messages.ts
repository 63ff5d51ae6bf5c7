import { knownClient } from '../../../clients/known-clients.ts'
import type { ActionResult } from '../../../core/hands.ts'
import type { ClientId } from '../../../core/mail.ts'
import { say } from '../../../core/sentence.ts'
import type { Millis } from '../../../core/time.ts'
import type { RunProgram } from '../run.ts'
import { type ActingScripts, doneBy } from './acting-scripts.ts'
import { runOpen } from './apps.ts'
import { notDone, notKnown } from './done.ts'

const scriptTimeoutMs: Millis = 60_000
const gone = notDone('missing', say('The message no longer waits there.'))

export async function showMessage(
  scripts: ActingScripts,
  client: ClientId,
  key: string,
  signal: AbortSignal,
): Promise<ActionResult> {
  const shows = knownClient(client)?.can.showMessage
  if (!shows) return notKnown
  if (!/^\d{1,15}$/.test(key)) return notDone('failed', say('A value is not of the kind that it must be.'))
  const acted = await scripts.send(shows.script, [key], scriptTimeoutMs, signal, { meanings: { [-1728]: gone } })
  return 'word' in acted && acted.word === 'gone' ? gone : doneBy(acted, ['shown'])
}

/** In the Finder; nothing is started by it. */
export async function reveal(run: RunProgram, path: string, signal: AbortSignal): Promise<ActionResult> {
  const isWhole = path.startsWith('/') && path.length <= 1_024 && !/\p{Cc}/u.test(path)
  return isWhole
    ? runOpen(run, ['-R', path], signal)
    : notDone('failed', say('A value is not of the kind that it must be.'))
}
