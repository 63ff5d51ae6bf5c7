import { type DescribedSetting, describedSettings } from './described-settings.ts'

/** The documentation of what may be set, as Markdown. */
export function settingsPage(): string {
  return [
    '# What may be set',
    '',
    'Made by `npm run deploy` from the table of settings; changes go there.',
    '',
    '| name in a profile | name in settings.json | kind | usually | what it is |',
    '|---|---|---|---|---|',
    ...describedSettings.map(lineOf),
    '',
  ].join('\n')
}

const kinds = {
  length: 'text',
  hour: 'integer',
  switch: 'boolean',
  addresses: 'array of text',
  choice: 'text',
  names: 'array of text',
  text: 'text',
  url: 'text',
  headers: 'text',
}

function lineOf({ name, key, row, title, description, usual }: DescribedSetting): string {
  const words = [title.endsWith('.') ? title : `${title}.`, description].filter(Boolean).join(' ')
  return `| \`${name}\` | \`${key}\` | ${kinds[row.kind]} | \`${JSON.stringify(usual)}\` | ${words} |`
}
