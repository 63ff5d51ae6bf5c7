import { existsSync } from 'node:fs'
import type { Status } from '../../core/diagnosis.ts'
import type { PastExamination } from '../../core/examination-record.ts'
import { atItsTime } from '../../core/quantities.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
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
import { dayAndTime as written } from '../time-words.ts'

export const historyCommand = command<HistoryOptions>({
  words: say('what was seen before'),
  group: 'look',
  options: [
    { flags: '--since <time>', words: say('how far back: 30m, 24h, 7d'), default: '7d' },
    databaseOption,
    csvOption,
  ],
  json: (z, { idsShape, linesShape, momentShape, statusShape, versionShape }) =>
    z.object({
      schema: versionShape,
      examinations: z.array(
        z.object({
          at: momentShape,
          account: z.string(),
          host: z.string(),
          elapsedMs: z.number().min(0),
          status: statusShape,
          why: z.enum(['asked', 'stuck', 'pulse']),
          causes: z.array(
            z.object({
              id: z.string(),
              weight: z.number(),
              evidence: linesShape,
              against: linesShape,
              explains: idsShape,
            }),
          ),
          undecided: z.array(z.object({ id: z.string(), missing: idsShape })),
          findings: z.array(
            z.object({
              probe: z.string(),
              state: z.enum(['known', 'unknown', 'skipped']),
              tone: z.enum(['good', 'bad', 'plain']).optional(),
              line: z.string(),
              ms: z.number().min(0),
            }),
          ),
        }),
      ),
    }),
  exits: { 0: say('it is told') },
  run: (_given, options, context) => history(options, context),
})

interface HistoryOptions {
  since: string
  database?: string
  json?: boolean
  csv?: boolean
}

/** `outbox-doctor history`: what was seen lately, oldest first. */
async function history(options: HistoryOptions, session: CommandContext): Promise<ExitStatus> {
  notBoth(options)
  const span = lengthOfTime(options.since)
  const path = options.database ?? (await loadUsualDatabase())
  if (!existsSync(path)) {
    if (options.database !== undefined) throw new WrongUse(say('--database: there is no such file.'))
    await tell([], options, session)
    return exitStatus.clear
  }
  const { world, agent, close } = await openReal({ database: path }, session)
  try {
    await tell([...agent.history({ since: world.clock.now() - span })], options, session)
    return exitStatus.clear
  } finally {
    await close()
  }
}

async function tell(
  examinations: readonly PastExamination[],
  { since, json, csv }: HistoryOptions,
  { terminal }: CommandContext,
): Promise<void> {
  const titles = await knownTitles()
  if (csv) terminal.print(table(examinations, titles, terminal))
  else if (json)
    terminal.print(jsonText({ schema: 1, examinations: examinations.map((one) => examinationJson(one, terminal)) }))
  else if (examinations.length === 0)
    terminal.print(
      withHangingIndent(
        '',
        terminal.inWords(say('Nothing was examined {when}.', { when: withinTheLast(since) })),
        terminal.columns(),
      ),
    )
  else for (const examination of examinations) terminal.print(line(examination, titles, terminal))
}

/** A row for each examination; the cause that came first. */
function table(examinations: readonly PastExamination[], titles: KnownTitles, { inWords }: Terminal): string {
  const columns = ['at', 'account', 'host', 'why', 'status', 'cause', 'title', 'elapsedMs']
  const rows = examinations.map(({ at, account, why, status, causes: [first], elapsed }) => {
    const title = titles.cause(first?.id)
    const named = [first?.id, title && inWords(title)]
    return [new Date(at).toISOString(), account.key, account.host, why, status, ...named, elapsed]
  })
  return csvText(columns, rows).trimEnd()
}

/** "2 minutes ago" was meant of the examination; whoever reads it later is told the moment. */
function examinationJson({ at, account, elapsed, causes, findings, ...rest }: PastExamination, terminal: Terminal) {
  const dated = (sentence: Sentence) => atItsTime(sentence, at, (moment) => written(moment, terminal))
  return {
    ...{ at: new Date(at).toISOString(), account: account.key, host: account.host, elapsedMs: elapsed },
    ...rest,
    causes: causes.map((one) => ({ ...one, evidence: one.evidence.map(dated), against: one.against.map(dated) })),
    findings: findings.map((one) => ({ ...one, line: dated(one.line) })),
  }
}

const words: Record<Status, Sentence> = {
  clear: say('Nothing in the way.'),
  waiting: say('Held up.'),
  stuck: say('Stuck.'),
  offline: say('Offline.'),
  unsure: say('Could not tell.'),
  checking: say('Still looking.'),
  paused: say('Paused.'),
}

function line({ at, account, status, causes }: PastExamination, titles: KnownTitles, terminal: Terminal): string {
  const [first] = causes
  const title = first && (titles.cause(first.id) ?? verbatim(first.id))
  const told = say('{host}: {told}', { host: verbatim(account.host), told: title ?? words[status] })
  return withHangingIndent(`${written(at, terminal)}  `, terminal.inWords(told), terminal.columns())
}
