import { clientNameOf, knownClient } from '../../clients/known-clients.ts'
import { type FoundLog, newestLog } from '../../clients/newest-log.ts'
import { type LastConversation, logReadingTask } from '../../clients/smtp-in-log.ts'
import { runTask } from '../../clients/sources.ts'
import { clientOf } from '../../core/client.ts'
import type { ReadResult } from '../../core/mac-powers.ts'
import type { ClientId, Message } from '../../core/mail.ts'
import { privateWords } from '../../core/private-words.ts'
import { type Probe, type ProbeContext, type Telling, Unknown } from '../../core/probe.ts'
import { replyText } from '../../core/reply.ts'
import { type Arg, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { Instant, Millis } from '../../core/time.ts'

/** What the mail app itself wrote down of its last conversation with the outgoing server. */
export interface AppLog {
  client: ClientId
  /** `on`: written to since the mail waits. `old`: not since then. `off`: there is none. `unseen`: nobody may look. */
  log: 'on' | 'old' | 'off' | 'unseen'
  /** What was read in it; missing where nobody has asked for that. */
  talk?: LastConversation & { host: string }
  /** The waiting messages that it was read for, by their opaque ids. */
  messages: readonly string[]
  readAt?: Instant
  /** How long ago it was read, where that was earlier. */
  ago?: Millis
}

export const appLog: Probe<AppLog> = {
  id: 'app-log',
  remembered: true,
  question: say('What did the server last tell the mail app itself?'),
  layer: 'outbox',
  budget: 20_000,
  when: (exam) =>
    knownClient(clientOf(exam))?.log !== undefined &&
    exam.account.outgoing?.protocol === 'smtp' &&
    waiting(exam).length > 0,
  ask: async (exam, signal) => {
    const { id: client, log: place } = knownClient(clientOf(exam)) ?? {}
    if (!client || !place) throw new Unknown(say('It is not known where this mail app keeps a log.'))
    const newest = await newestLog(place, exam.world.mac.files, signal)
    const log = standing(newest, waiting(exam))
    const messages = waiting(exam).map(({ id }) => id)
    if (exam.readLog) return { client, log, ...(await read(exam, client, newest, log, signal)), messages }
    return { client, log, messages, ...known(exam, log) }
  },
  describe: tell,
  replies: ({ talk }) => talk?.replies ?? [],
}

function waiting({ messages }: ProbeContext): readonly Message[] {
  return messages.filter(({ state }) => state === 'waiting')
}

function standing(newest: ReadResult<FoundLog>, messages: readonly Message[]): AppLog['log'] {
  if (!newest.seen) return newest.why === 'missing' ? 'off' : 'unseen'
  const since = Math.min(...messages.map(({ waitingSince }) => waitingSince))
  return newest.value.entry.changed >= since ? 'on' : 'old'
}

/** The end of a log: some hours of a busy app. */
const tailBytes = 1_048_576

async function read(
  { account, observation, messages, world: { mac, clock } }: ProbeContext,
  client: ClientId,
  newest: ReadResult<FoundLog>,
  log: AppLog['log'],
  signal: AbortSignal,
): Promise<Pick<AppLog, 'talk' | 'readAt'>> {
  const app = clientNameOf(client)
  if (log === 'unseen')
    throw new Unknown(say('The log of {app} may not be read: that takes Full Disk Access.', { app }))
  if (!newest.seen) throw new Unknown(say('{app} writes no log of what servers tell it.', { app }))
  if (log === 'old') throw new Unknown(say('The log of {app} was last written to before this mail waited.', { app }))
  const tail = await mac.files.tail(newest.value.path, tailBytes, signal)
  if (!tail.seen) throw new Unknown(say('The log of {app} could not be read.', { app }))
  const { host = '' } = account.outgoing ?? {}
  const others = (observation?.accounts ?? []).filter(
    ({ id, outgoing }) => id !== account.id && outgoing?.host === host,
  )
  const given = {
    bytes: tail.value,
    host,
    senders: [account.email, ...messages.map(({ sender = '' }) => sender)].filter(Boolean),
    alone: others.length === 0,
    privateWords: [...privateWords(account, messages), ...namesIn(messages)],
  }
  const talk = await runTask(mac.files, logReadingTask, given, signal)
  return { talk: { ...talk, host }, readAt: clock.now() }
}

/** A server likes to repeat whom it refuses, by the name before the @ alone. */
function namesIn(messages: readonly Message[]): string[] {
  const addresses = messages.flatMap(({ sender = '', recipients = [] }) => [sender, ...recipients.slice(0, 100)])
  return addresses.flatMap((address) => address.split('@')[0] || [])
}

const hour: Millis = 3_600_000
const holds = { forNow: hour, forGood: 72 * hour }

/** What was read earlier, as long as the very same mail waits. */
function known(exam: ProbeContext, log: AppLog['log']): Partial<AppLog> {
  const fact = exam.past.last(appLog)?.fact
  if (!fact?.talk || fact.readAt === undefined || log === 'unseen') return {}
  const still = new Set(waiting(exam).map(({ id }) => id))
  const ago = Math.abs(exam.world.clock.now() - fact.readAt)
  const isForNow = fact.talk.outcome !== 'refused' || fact.talk.replies.some(({ code }) => code.startsWith('4'))
  if (ago > (isForNow ? holds.forNow : holds.forGood) || !fact.messages.every((id) => still.has(id))) return {}
  return { talk: fact.talk, messages: fact.messages, readAt: fact.readAt, ago }
}

function tell({ client, log, talk }: AppLog): Telling {
  const app = clientNameOf(client)
  if (talk) return tellTalk(app, talk)
  const lines: Record<AppLog['log'], Sentence> = {
    on: say('{app} writes down what servers tell it; that is read only when you ask for it', { app }),
    old: say('{app} has written down nothing of what servers tell it since this mail waits', { app }),
    off: say('{app} does not write down what servers tell it', { app }),
    unseen: say('It cannot be seen whether {app} writes down what servers tell it', { app }),
  }
  return { tone: 'plain', line: lines[log] }
}

function tellTalk(app: Arg, { outcome, replies, ...talk }: NonNullable<AppLog['talk']>): Telling {
  const host = verbatim(talk.host)
  const last = replies.at(-1)
  if (outcome === 'refused' && last)
    return { tone: 'bad', line: say('{host} told {app}: {words}', { host, app, words: verbatim(replyText(last)) }) }
  if (outcome === 'taken')
    return { tone: 'plain', line: say('By its log, {app} last handed over what it had for {host}', { app, host }) }
  return { tone: 'plain', line: say('In the log of {app}, no answer of {host} can be made out', { app, host }) }
}
