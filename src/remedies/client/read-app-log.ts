import { clientOf } from '../../core/client.ts'
import { type Action, Failed, type PermissionNeed, Refused, type RemedyContext } from '../../core/remedy.ts'
import { type Arg, type Sentence, say } from '../../core/sentence.ts'
import { appLog } from '../../probes/client/app-log.ts'
import { clientHere, shortClientName } from '../lib/app-control.ts'

/** A log of another app lies among its data. */
export const toReadLogs: PermissionNeed = {
  permission: 'full-disk-access',
  why: say('Outbox Doctor needs Full Disk Access to read the log of your mail app.'),
}

/** Only when a person clicks: a log may hold whole messages. */
export const readAppLog: Action<null> = {
  id: 'read-app-log',
  kind: 'act',
  label: say('Read what the server told your mail app'),
  touches: 'nothing',
  risk: 0,
  cancellable: true,
  settles: 0,
  needs: [toReadLogs],
  treats: () => [],
  ifUnexplained: true,
  fits: (context) => clientOf(context) !== undefined && isUnread(context),
  promise: async (context) => readingPromised(shortClientName(clientHere(context))),
  capture: async ({ examineMore }) => {
    if (!examineMore) throw new Refused(say('Nobody can look from here.'))
    return null
  },
  async apply(context, _, { signal, report }) {
    report(say('Reading the log, and checking everything once more.'))
    report(await readLog(context, signal))
  },
}

export function readingPromised(name: Arg): Sentence[] {
  return [
    say(
      'Reads the end of the log in which {name} writes down what servers tell it. There it looks for the last answer of the outgoing server.',
      { name },
    ),
    say('Only that answer is kept, with every address taken out. The log is neither copied nor sent anywhere.'),
  ]
}

/** What was made out in it. Throws `Failed` where it could not be read. */
export async function readLog({ examineMore }: RemedyContext, signal: AbortSignal): Promise<Sentence> {
  const found = await examineMore?.({ readLog: true }, signal)
  const read = found?.chart.finding(appLog)
  if (read?.state === 'known') return read.telling.line
  throw new Failed(read?.state === 'unknown' ? read.why : say('The log could not be read.'))
}

function isUnread({ chart }: RemedyContext): boolean {
  const fact = chart.fact(appLog)
  return fact?.log === 'on' && fact.talk === undefined
}
