import type { Diagnostics } from '../api/schema/about.ts'
import type { AppWords } from './app-words.ts'

/** The report about ourselves as one text, as the panel shows it: each section under its title. */
export function reportTextOf({ sections }: Diagnostics, { said }: Pick<AppWords, 'said'>): string {
  return sections
    .map(({ title, lines }) => [said(title), ...lines.map((line) => `  ${said(line)}`)].join('\n'))
    .join('\n\n')
}
