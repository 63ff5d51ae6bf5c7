import { type Point, type Verdict, verdictOn } from './points.ts'
import type { Redact } from './redact.ts'

/** What became of one step. */
export interface Done {
  title: string
  /** `failed`: it was tried and something is wrong; `not seen`: it could not be tried here. */
  is: 'done' | 'failed' | 'not seen'
  /** What was seen. */
  lines: readonly string[]
  /** Files of the folder that belong to it. */
  files?: readonly string[]
  /** Open points that it settles, by their id. */
  settles?: Readonly<Record<string, Verdict>>
}

const longest = 400

/** What it does to the Mac beside looking, as far as is known. */
export const harm: readonly string[] = [
  'It writes into this checkout, into the folder of the report and into temporary folders; no mail, setting or keychain is touched.',
  'macOS is made to ask a question only by --ask. Should one come without it, as it may where an app starts for the first time, please refuse it and tell of it.',
]

/** The whole report, as Markdown, with nothing private in it. */
export function reportOf(at: string, done: readonly Done[], points: readonly Point[], redact: Redact): string {
  const settled = Object.assign({}, ...done.map(({ settles }) => settles)) as Record<string, Verdict>
  const verdicts = points.map((point) => ({
    ...point,
    verdict: settled[point.id] ?? verdictOn(point.id, point.answer),
  }))
  const count = (verdict: string) => verdicts.filter((one) => one.verdict === verdict).length
  const text = [
    '# A day on a Mac',
    '',
    `Made ${at}. ${harm[0]} Names, addresses and hosts are replaced, and pictures show windows of the app alone, which ran in an empty home; please look at it all before it is given on.`,
    '',
    '## Steps',
    '',
    ...done.flatMap(({ title, is, lines, files = [] }) => [
      `- **${title}**: ${is}`,
      ...[...lines, ...files.map((file) => `see ${file}`)].map((line) => `  - ${plain(line)}`),
    ]),
    '',
    '## Open points',
    '',
    `${count('proved')} proved, ${count('contradicted')} contradicted, ${count('not seen')} not seen.`,
    '',
    '| point | | question | what this Mac says |',
    '|---|---|---|---|',
    ...verdicts.map(
      ({ id, verdict, question, answer }) => `| ${id} | ${verdict} | ${cell(question)} | ${cell(answer)} |`,
    ),
    '',
    '## What more could be proved',
    '',
    ...more.map((line) => `- ${line}`),
    '',
  ].join('\n')
  return redact(text)
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, longest)
const cell = (text: string) => plain(text).replaceAll('|', '\\|')

const more = [
  'With Full Disk Access for the program that runs this: Mail’s and Outlook’s stores (mail-1, mail-6, mail-7, outlook-1 to outlook-3).',
  'With an account in Mail, and Mail open: what its scripts tell, and its connections (mail-3, mail-9, macos-4, macos-12, macos-13).',
  'With a message that waits in the outbox: its place and its dates, Undo Send, when Mail tries again (mail-1, mail-2, mail-4).',
  'With Outlook, legacy and new: outlook-1 to outlook-6.',
  'With a person at the screen: which questions macOS asks, and what it says (mail-5, macos-3, macos-9).',
]
