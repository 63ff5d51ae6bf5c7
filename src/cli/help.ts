import type { HelpConfiguration, Option } from 'commander'
import { foreignName, type Sentence, say, verbatim } from '../core/sentence.ts'
import { widthOf, withHangingIndent } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** Below, a column of descriptions would be too narrow to be read, and each stands on lines of its own. */
const narrow = 40

/** What the program is; `package.json` says it, too. */
export const programWords = say(
  'Notices when mail is stuck in the outbox of Apple Mail or Outlook, finds out why, and puts it right.',
)

/** What `commander` writes of its own account in a help text, in the language of whoever reads it. */
export function helpIn({ inWords, columns }: Terminal): HelpConfiguration {
  const heading = (title: string) => inWords(headings[title] ?? foreignName(title))
  return {
    styleTitle: heading,
    styleUsage: (usage) => withHangingIndent(' '.repeat(widthOf(heading('Usage:')) + 1), usage, columns()).trimStart(),
    optionDescription: ({ description, defaultValue }: Option) =>
      defaultValue === undefined
        ? description
        : `${description} ${inWords(say('(default: {value})', { value: verbatim(JSON.stringify(defaultValue)) }))}`,
    formatItem(term, termWidth, description) {
      if (columns() - termWidth - 4 >= narrow)
        return withHangingIndent(`  ${term.padEnd(termWidth)}  `, description, columns())
      return [withHangingIndent('  ', term, columns()), withHangingIndent('      ', description, columns())].join('\n')
    },
  }
}

/** By what `commander` calls them. */
const headings: Readonly<Record<string, Sentence>> = {
  'Usage:': say('Usage:'),
  'Arguments:': say('Arguments:'),
  'Options:': say('Options:'),
}
