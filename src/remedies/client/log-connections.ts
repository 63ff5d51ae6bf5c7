import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { knownClient } from '../../clients/known-clients.ts'
import { type FoundLog, newestLog } from '../../clients/newest-log.ts'
import { clientOf } from '../../core/client.ts'
import { type Action, Failed, Refused } from '../../core/remedy.ts'
import { joinSentences, say } from '../../core/sentence.ts'
import type { Instant, Millis } from '../../core/time.ts'
import type { World } from '../../core/world.ts'
import { appLog } from '../../probes/client/app-log.ts'
import {
  clientHere,
  isRunning,
  type OfApp,
  openClientApp,
  orFail,
  requirePermission,
  shortClientName,
} from '../lib/app-control.ts'
import { readingPromised, readLog, toReadLogs } from './read-app-log.ts'

const minute: Millis = 60_000
/** Between two looks at the folder of the log. */
const pause: Millis = 3_000
/** A person has to find a window and a box. */
const logTimeoutMs = 10 * minute
/** A try to send takes seconds; the log has stood still for so long when it is over. */
const quiet: Millis = 10_000

/** The box stands in a window of Mail that no program can reach: a person ticks it, and the rest is done here. */
export const logConnections: Action<OfApp> = {
  id: 'log-connections',
  kind: 'act',
  label: say('Let Mail write down what the server says'),
  touches: 'mail',
  risk: 2,
  cancellable: true,
  settles: 0,
  timeoutMs: 13 * minute,
  needs: [toReadLogs],
  treats: () => [],
  ifUnexplained: true,
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  fits: (context) =>
    knownClient(clientOf(context))?.log?.byHand !== undefined && isOff(context.chart.fact(appLog)?.log),
  async promise(context) {
    const client = clientHere(context)
    const name = shortClientName(client)
    const on = knownClient(client)?.log?.byHand?.on
    return [
      say('Opens {name}, where you do the first step yourself:', { name }),
      ...(on ? [on] : []),
      say('As soon as {name} writes its log, it is asked to send once more. Sending cannot be taken back.', {
        name: name,
      }),
      ...readingPromised(name),
      say('Then you are reminded to switch the log off again: it grows large and holds your mail.'),
    ]
  },
  async capture(context, signal) {
    const client = clientHere(context)
    if (!context.examineMore) throw new Refused(say('Nobody can look from here.'))
    const name = shortClientName(client)
    const why = say('Outbox Doctor must be allowed to control {app}, to ask it to send.', { app: name })
    await requirePermission(context, 'automation', client, why, signal)
    return { client }
  },
  async apply(context, { client }, { signal, report }) {
    const { world } = context
    const name = shortClientName(client)
    const { byHand } = knownClient(client)?.log ?? {}
    if (!byHand) throw new Failed(say('This mail app has no such log.'))
    const began = world.clock.now()
    if ((await isRunning(world, client, signal)) !== true)
      await openClientApp(world, client, 'front', { signal, report })
    else orFail(await world.hands.open(client, 'front', signal), say('{app} could not be opened.', { app: name }))
    report(byHand.on)
    await written(world, client, began, signal)
    report(say('{name} writes its log. Asking it to send.', { name }))
    orFail(await world.hands.sendNow(client, signal), say('{app} could not be asked to send.', { app: name }))
    await stands(world, client, signal)
    const line = await readLog(context, signal).catch((error: unknown) => {
      // Whatever came of it, the box is ticked.
      throw error instanceof Failed ? new Failed(joinSentences([error.words, byHand.off])) : error
    })
    report(line)
    report(byHand.off)
  },
}

function isOff(log: string | undefined): boolean {
  return log === 'off' || log === 'old'
}

async function look({ mac }: World, { client }: OfApp, signal: AbortSignal): Promise<FoundLog | undefined> {
  const place = knownClient(client)?.log
  const newest = place && (await newestLog(place, mac.files, signal))
  if (newest && !newest.seen && newest.why === 'forbidden') throw new Failed(toReadLogs.why)
  return newest?.seen ? newest.value : undefined
}

/** Until a log was written to since then. */
async function written(world: World, client: OfApp['client'], since: Instant, signal: AbortSignal): Promise<void> {
  const end = world.clock.elapsed() + logTimeoutMs
  for (;;) {
    const newest = await look(world, { client }, signal)
    // A disk may count in whole seconds.
    if (newest && newest.entry.changed >= since - 1_000) return
    if (world.clock.elapsed() >= end) throw new Failed(say('No log was written within ten minutes.'))
    await world.clock.wait(pause, signal)
  }
}

/** Until nothing more is written, or a minute has passed. */
async function stands(world: World, client: OfApp['client'], signal: AbortSignal): Promise<void> {
  const end = world.clock.elapsed() + minute
  let last = { print: '', at: world.clock.elapsed() }
  while (world.clock.elapsed() < end) {
    const newest = await look(world, { client }, signal)
    const print = `${newest?.path} ${newest?.entry.size}`
    if (print !== last.print) last = { print, at: world.clock.elapsed() }
    else if (world.clock.elapsed() - last.at >= quiet) return
    await world.clock.wait(pause, signal)
  }
}
