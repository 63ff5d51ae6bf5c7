import { existsSync } from 'node:fs'
import type { Agent } from '../../agent.ts'
import type { Status } from '../../core/diagnosis.ts'
import type { PastEpisode } from '../../core/episode.ts'
import type { PastExamination } from '../../core/examination-record.ts'
import { pictureFor } from '../../core/headline.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { State } from '../../core/state.ts'
import type { Instant } from '../../core/time.ts'
import { headlineOf } from '../../core/told.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { firstState } from '../first-state.ts'
import { jsonText } from '../json-text.ts'
import { type KnownTitles, knownTitles } from '../known-titles.ts'
import { withHangingIndent } from '../layout.ts'
import { isPlay, loadUsualDatabase, meansNothing, openReal, openSession, type SessionOptions } from '../open-session.ts'
import { sceneOptions } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { clockTime, durationWords, dayAndTime as written } from '../time-words.ts'

export const statusCommand = command<StatusOptions>({
  words: say('how things stand, without examining anything'),
  group: 'look',
  options: sceneOptions,
  json: (z, { idsShape, linesShape, momentShape, statusShape: statuses, versionShape }) =>
    z.object({
      schema: versionShape,
      at: momentShape,
      status: statuses,
      live: z.boolean(),
      waiting: z.array(
        z.object({
          id: z.string(),
          client: z.string(),
          account: z.string(),
          size: z.number(),
          stuck: z.boolean(),
          since: momentShape,
          aside: z.object({ until: momentShape.optional() }).optional(),
        }),
      ),
      unseen: z.array(z.object({ client: z.string(), why: z.string(), outbox: z.boolean() })),
      episodes: z.array(
        z.object({
          id: z.string(),
          client: z.string(),
          hosts: linesShape,
          openedAt: momentShape,
          cause: z.string().optional(),
        }),
      ),
      accounts: z.array(
        z.object({
          account: z.string(),
          host: z.string(),
          examinedAt: momentShape,
          status: statuses,
          causes: idsShape,
        }),
      ),
    }),
  exits: {
    0: say('nothing stands in the way'),
    1: say('mail waits or is stuck, or this Mac is offline'),
    3: say('it could not be told'),
  },
  run: (_given, options, context) => status(options, context),
})

interface StatusOptions extends SessionOptions {
  json?: boolean
}

const day = 86_400_000

/** What is known: by a look at the mail apps where there are any, and by what the last examinations said. */
interface Known {
  at: Instant
  status: Status
  live?: State
  examinations: readonly PastExamination[]
  episodes: readonly PastEpisode[]
}

/** `outbox-doctor status`: how things stand, without examining anything. */
async function status(options: StatusOptions, session: CommandContext): Promise<ExitStatus> {
  const { isMac } = await import('../../world/real/this-machine.ts')
  const known = isPlay(options) || isMac() ? await liveStatus(options, session) : await lastStatus(options, session)
  if (options.json) session.terminal.print(jsonText(statusJson(known)))
  else
    for (const line of statusLines(known, await knownTitles(), session.terminal))
      session.terminal.print(withHangingIndent('', session.terminal.inWords(line), session.terminal.columns()))
  return exitOf(known.status)
}

function exitOf(status: Status): ExitStatus {
  if (status === 'clear') return exitStatus.clear
  return status === 'unsure' || status === 'checking' || status === 'paused'
    ? exitStatus.couldNotTell
    : exitStatus.causeFound
}

async function liveStatus(options: StatusOptions, session: CommandContext): Promise<Known> {
  const place = await openSession('status', options, session)
  try {
    const live = await firstState(place, session)
    const at = place.world.clock.now()
    const past = remembered(place.agent, at)
    const isExamined = live.status === 'checking' && past.examinations.length > 0
    return { at, status: isExamined ? worstOf(past.examinations) : live.status, live, ...past }
  } finally {
    await place.close()
  }
}

/** Where no mail app can be looked into, what was seen last still stands in the database. */
async function lastStatus({ database, speed }: StatusOptions, context: CommandContext): Promise<Known> {
  if (speed !== undefined) throw new WrongUse(meansNothing('--speed', false))
  const { note } = context
  const path = database ?? (await loadUsualDatabase())
  if (!existsSync(path))
    throw new WrongUse(
      say(
        'This computer is not a Mac, so there is no mail app to look into; try outbox-doctor {command} --scene NAME.',
        {
          command: verbatim('status'),
        },
      ),
    )
  const { world, agent, close } = await openReal({ database: path }, context)
  try {
    const at = world.clock.now()
    const past = remembered(agent, at)
    note(
      say(
        'This computer is not a Mac, so there is no mail app to look into; this is what was seen last. outbox-doctor status --scene NAME shows a story.',
      ),
    )
    return { at, status: worstOf(past.examinations), ...past }
  } finally {
    await close()
  }
}

/** The last examination of each account, of the last day; and the episodes that go on. */
function remembered(agent: Agent, at: Instant): Pick<Known, 'examinations' | 'episodes'> {
  const newest = new Map<string, PastExamination>()
  for (const examination of agent.history({ since: at - day })) newest.set(examination.account.key, examination)
  return {
    examinations: [...newest.values()],
    episodes: agent.episodes(at - day).filter(({ closedAt }) => closedAt === undefined),
  }
}

function worstOf(examinations: readonly PastExamination[]): Status {
  const statuses = examinations.map((examination) => examination.status)
  const order: readonly Status[] = ['stuck', 'offline', 'waiting', 'unsure', 'checking', 'clear']
  return order.find((one) => statuses.includes(one)) ?? 'unsure'
}

function statusJson({ at, status: overall, live, examinations, episodes }: Known) {
  return {
    schema: 1,
    at: iso(at),
    status: overall,
    live: live !== undefined,
    // Field by field: a subject is for its owner's eyes only.
    waiting: (live?.waiting ?? []).map(({ id, client, account, since, size, stuck, aside }) => ({
      ...{ id, client, account, size, stuck },
      since: iso(since),
      ...(aside && { aside: { ...(aside.until !== undefined && { until: iso(aside.until) }) } }),
    })),
    unseen: live?.unseen ?? [],
    episodes: episodes.map(({ id, client, openedAt, cause, hosts }) => ({
      id,
      client,
      hosts,
      openedAt: iso(openedAt),
      ...(cause !== undefined && { cause }),
    })),
    accounts: examinations.map(({ account, at: examinedAt, status: own, causes }) => ({
      account: account.key,
      host: account.host,
      examinedAt: iso(examinedAt),
      status: own,
      causes: causes.map(({ id }) => id),
    })),
  }
}

const iso = (at: Instant) => new Date(at).toISOString()

/** What stands on top: where somebody could look, the same as everywhere else; otherwise what was seen last. */
function verdictOf({ at, status: overall, live }: Known): Sentence {
  // What was found in the last run is more than a first look tells.
  if (!live || live.status !== overall) return sentences[overall]
  const headline = headlineOf(live, at)
  switch (headline.is) {
    case 'sending':
      return say('{count} messages are on their way.', { count: headline.count })
    case 'stuck':
    case 'still':
      return say('{count} messages are stuck.', { count: headline.count })
    case 'out-of-step':
      if (headline.lacksRoom) return say('Mail leaves; but your mailbox is nearly full.')
      return say('Mail leaves; but {app} and its server are not in step.', { app: verbatim(headline.app) })
    case 'left':
      return say('{count} messages left at {time}.', {
        count: headline.count,
        time: verbatim(clockTime(headline.at)),
      })
    case 'offline':
      return headline.cause ? say('Mail cannot leave.') : sentences.offline
    case 'aside':
      // What waits so has a line of its own.
      return sentences[overall]
    default:
      return sentences[pictureFor(headline)]
  }
}

/** The first that is known: of what is stuck now, else of what was found last. */
function causeOf({ live, episodes, examinations }: Known): string | undefined {
  const found = examinations.find(({ status: own }) => own === 'stuck') ?? examinations[0]
  return live?.diagnosis?.causes[0]?.id ?? episodes.find(({ cause }) => cause)?.cause ?? found?.causes[0]?.id
}

const sentences: Record<Status, Sentence> = {
  clear: say('Nothing stands in the way of your mail.'),
  waiting: say('Mail waits to be sent.'),
  stuck: say('Your mail is stuck.'),
  offline: say('This Mac is offline.'),
  unsure: say('Nobody can say whether your mail can leave.'),
  checking: say('Nothing was examined yet; outbox-doctor watch does it.'),
  paused: say('Outbox Doctor is paused.'),
}

function statusLines(known: Known, titles: KnownTitles, terminal: Terminal): Sentence[] {
  const { at, status: overall, live, examinations, episodes } = known
  const titleOf = (id: string) => titles.cause(id) ?? verbatim(id)
  const all = live?.waiting ?? []
  const waiting = all.filter(({ aside }) => !aside)
  const asideCount = all.length - waiting.length
  const cause = causeOf(known)
  const isTrouble = exitOf(overall) === exitStatus.causeFound
  const oldest = Math.min(at, ...waiting.map(({ since }) => since))
  const wait = { count: waiting.length, span: durationWords(at - oldest) }
  return [
    verdictOf(known),
    ...(isTrouble && cause !== undefined ? [say('Why: {cause}', { cause: titleOf(cause) })] : []),
    ...(waiting.length > 0 ? [say('{count} messages wait, the oldest for {span}.', wait)] : []),
    ...(asideCount > 0 ? [say('{count} messages wait; you asked to leave them alone.', { count: asideCount })] : []),
    ...episodes.map(({ client, openedAt, cause }) =>
      say('Stuck in {client} since {time}: {cause}', {
        client: titles.client(client),
        time: verbatim(written(openedAt, terminal)),
        cause: cause ? titleOf(cause) : say('no cause was found yet.'),
      }),
    ),
    ...examinations.map(({ account, at: examinedAt, causes }) =>
      say('{host}, {span} ago: {cause}', {
        host: verbatim(account.host),
        span: durationWords(at - examinedAt),
        cause: causes[0] ? titleOf(causes[0].id) : say('no cause was found.'),
      }),
    ),
    ...(live?.unseen ?? []).map(({ why }) => why),
    ...(isTrouble && cause === undefined ? [say('Why is not known yet: outbox-doctor check finds it out.')] : []),
  ]
}
