import { forbiddenKinds } from '../src/core/fix-rules.ts'
import type { Remedy } from '../src/core/remedy.ts'
import { render } from '../src/core/render.ts'
import { allRemedies } from '../src/remedies/index.ts'

const kinds: Readonly<Record<Remedy['kind'], string>> = {
  act: 'Outbox Doctor does it',
  admin: 'Outbox Doctor does it, and macOS asks for an administrator',
  guide: 'steps for a person',
  note: 'a text for somebody who can help',
}

const several: Readonly<Record<(typeof forbiddenKinds)[number], string>> = {
  all: 'all that Outbox Doctor does itself; guides and texts stay',
  admin: 'all for which macOS asks for an administrator',
  mail: 'all that changes mail that waits',
  network: 'all that changes the network',
  settings: 'all that changes settings of a mail app or of the Mac',
}

/** The documentation of what can be done, and by which name it can be forbidden, as Markdown. */
export function fixesPage(): string {
  return [
    '# What can be done, by name',
    '',
    'Made by `npm run deploy` from the list of fixes. `forbiddenFixes` takes these names, and these words for many at once:',
    '',
    '| word | what it forbids |',
    '|---|---|',
    ...forbiddenKinds.map((word) => `| \`${word}\` | ${several[word]} |`),
    '',
    '| name | what it is | who does it | what it changes |',
    '|---|---|---|---|',
    ...allRemedies
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(
        (one) =>
          `| \`${one.id}\` | ${render(one.label)} | ${kinds[one.kind]} | ${'apply' in one ? one.touches : '–'} |`,
      ),
    '',
  ].join('\n')
}
