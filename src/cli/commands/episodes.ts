import { existsSync } from 'node:fs'
import type { PastTreatment } from '../../agent.ts'
import { episodeEnds } from '../../core/episode.ts'
import { remediesThatHelped } from '../../core/helped.ts'
import { incidentsOf, type PastIncident } from '../../core/incidents.ts'
import { joinSentences, listOf, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { csvText } from '../csv.ts'
import { type ExitStatus, exitStatus, WrongUse } from '../exit-status.ts'
import { jsonText } from '../json-text.ts'
import { type KnownTitles, knownTitles } from '../known-titles.ts'
import { withHangingIndent } from '../layout.ts'
import { loadUsualDatabase, openReal } from '../open-session.ts'
import { csvOption, databaseOption, notBoth } from '../options.ts'
import { lengthOfTime, withinTheLast } from '../since.ts'
import type { Terminal } from '../terminal.ts'
import { dayAndTime, durationWords } from '../time-words.ts'

export const episodesCommand = command<EpisodesOptions>({
  words: say('when mail was stuck, and why'),
  group: 'look',
  options: [
    { flags: '--since <time>', words: say('how far back: 24h, 7d, 8w'), default: '30d' },
    databaseOption,
    csvOption,
  ],
  json: (z, { idsShape, momentShape: instant, linesShape, versionShape }) =>
    z.object({
      schema: versionShape,
      episodes: z.array(
        z.object({
          id: z.string(),
          client: z.string(),
          hosts: linesShape,
          accounts: idsShape,
          messages: z.int(),
          openedAt: instant,
          closedAt: instant.optional(),
          cause: z.string().optional(),
          end: z.enum(episodeEnds).optional(),
          helped: idsShape.optional(),
          transitions: z.array(z.object({ at: instant, what: z.string(), cause: z.string().optional() })),
        }),
      ),
    }),
  exits: { 0: say('they are listed') },
  run: (_given, options, context) => episodes(options, context),
})

interface EpisodesOptions {
  since: string
  database?: string
  json?: boolean
  csv?: boolean
}

/** `outbox-doctor episodes`: when mail was stuck, and why, oldest first. */
async function episodes(options: EpisodesOptions, context: CommandContext): Promise<ExitStatus> {
  const { terminal } = context
  notBoth(options)
  const length = lengthOfTime(options.since)
  const path = options.database ?? (await loadUsualDatabase())
  if (!existsSync(path) && options.database !== undefined) throw new WrongUse(say('--database: there is no such file.'))
  const { now, found, treatments } = existsSync(path)
    ? await read(path, length, context)
    : { now: 0, found: [], treatments: [] }
  const titles = await knownTitles()
  const helpedIn = (episode: PastIncident) => remediesThatHelped(episode, treatments)
  if (options.csv) terminal.print(table(found, helpedIn, titles, terminal))
  else if (options.json)
    terminal.print(jsonText({ schema: 1, episodes: found.map((one) => episodeJson(one, helpedIn(one))) }))
  else if (found.length === 0)
    terminal.print(
      withHangingIndent(
        '',
        terminal.inWords(say('No mail was stuck {when}.', { when: withinTheLast(options.since) })),
        terminal.columns(),
      ),
    )
  else for (const episode of found) terminal.print(line(episode, helpedIn(episode), now, titles, terminal))
  return exitStatus.clear
}

async function read(
  database: string,
  length: number,
  context: CommandContext,
): Promise<{ now: Instant; found: readonly PastIncident[]; treatments: readonly PastTreatment[] }> {
  const { world, agent, close } = await openReal({ database }, context)
  try {
    const now = world.clock.now()
    return { now, found: incidentsOf(agent.episodes(now - length)), treatments: agent.treatments() }
  } finally {
    await close()
  }
}

const iso = (at: Instant) => new Date(at).toISOString()

function table(
  found: readonly PastIncident[],
  helpedIn: (episode: PastIncident) => readonly string[],
  titles: KnownTitles,
  terminal: Terminal,
): string {
  const columns = ['id', 'openedAt', 'closedAt', 'client', 'hosts', 'messages', 'cause', 'title', 'end', 'helped']
  const rows = found.map((episode) => {
    const { id, openedAt, closedAt, client, hosts, messages, cause, end } = episode
    const title = titles.cause(cause)
    const span = [iso(openedAt), closedAt === undefined ? undefined : iso(closedAt)]
    const named = [cause, title && terminal.inWords(title)]
    return [id, ...span, client, hosts.join(' '), messages.length, ...named, end, helpedIn(episode).join(' ')]
  })
  return csvText(columns, rows).trimEnd()
}

function episodeJson(
  { openedAt, closedAt, messages, transitions, ids: _, ...episode }: PastIncident,
  helped: readonly string[],
) {
  return {
    ...episode,
    messages: messages.length,
    openedAt: iso(openedAt),
    ...(closedAt !== undefined && { closedAt: iso(closedAt) }),
    ...(helped.length > 0 && { helped }),
    transitions: transitions.map(({ at, ...turn }) => ({ at: iso(at), ...turn })),
  }
}

function line(
  episode: PastIncident,
  helped: readonly string[],
  now: Instant,
  titles: KnownTitles,
  terminal: Terminal,
): string {
  return withHangingIndent(
    `${dayAndTime(episode.openedAt, terminal)}  `,
    terminal.inWords(withHelp(inWords(episode, now, titles), helped, titles)),
    terminal.columns(),
  )
}

function withHelp(told: Sentence, helped: readonly string[], titles: KnownTitles): Sentence {
  const labels = helped.flatMap((id) => titles.remedy(id) ?? [])
  return labels.length === 0
    ? told
    : joinSentences([told, say('What helped: {remedies}.', { remedies: listOf(labels.map((one) => one)) })])
}

function inWords(
  { client, hosts, messages, openedAt, closedAt, cause, end }: PastIncident,
  now: Instant,
  titles: KnownTitles,
): Sentence {
  const lasted = { span: durationWords((closedAt ?? now) - openedAt) }
  const ends = {
    sent: say('for {span}', lasted),
    joined: say('counted with another'),
    ignored: say('for {span}, then left alone', lasted),
  }
  const told = {
    messages: say('{count} messages', { count: messages.length }),
    client: titles.client(client),
    lasted: closedAt === undefined ? say('for {span} now', lasted) : ends[end ?? 'sent'],
    cause: titles.cause(cause) ?? say('No cause was found.'),
  }
  return hosts.length > 0
    ? say('{messages} in {client} ({hosts}), {lasted}. {cause}', { ...told, hosts: listOf(hosts.map(verbatim)) })
    : say('{messages} in {client}, {lasted}. {cause}', told)
}
