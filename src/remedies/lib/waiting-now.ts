import { withReader } from '../../clients/known-clients.ts'
import { observationWithoutSubjects } from '../../core/client.ts'
import type { ClientId } from '../../core/mail.ts'
import type { RemedyContext } from '../../core/remedy.ts'
import type { Millis } from '../../core/time.ts'

type Patient = Pick<RemedyContext, 'world' | 'account'>

const pause: Millis = 3_000

/** What waits of this account by the app's own outbox, by opaque ids; nothing where that cannot be seen. */
export async function waitingNow(
  { world, account }: Patient,
  client: ClientId,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const read = await withReader(client, (reader) => reader.read(world.mac, world.clock.now(), signal))
  const outbox = read && observationWithoutSubjects(read).outbox
  if (!outbox?.seen) return undefined
  const own = outbox.messages.filter((one) => one.account === undefined || one.account === account.id)
  return own.filter(({ state }) => state === 'waiting').map(({ id }) => id)
}

/** Whether one of these leaves the outbox within so long; nothing where that cannot be seen. */
export async function oneLeaves(
  patient: Patient,
  client: ClientId,
  these: readonly string[],
  withinMs: Millis,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const { clock } = patient.world
  const end = clock.elapsed() + withinMs
  for (;;) {
    const now = await waitingNow(patient, client, signal)
    if (now && these.some((id) => !now.includes(id))) return true
    if (clock.elapsed() >= end) return now && false
    await clock.wait(pause, signal)
  }
}
