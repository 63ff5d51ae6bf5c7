import { expect, test } from 'vitest'
import { askMailApps } from '../../../src/api/answers/ask-mail-apps.ts'
import type { ActionResult } from '../../../src/core/hands.ts'
import type { Permissions, ReadResult } from '../../../src/core/mac-powers.ts'
import { rendered } from '../../../src/core/rendered.ts'
import { foreignName } from '../../../src/core/sentence.ts'
import { realWorld } from '../../../src/world/real/world.ts'

const closed: ActionResult = { done: false, why: 'missing', detail: foreignName('The app is not running.') }
const silent: ActionResult = { done: false, why: 'timeout', detail: foreignName('The app did not answer.') }
/** What osascript says of an app that is not installed. */
const unknownApp: ActionResult = { done: false, why: 'failed', detail: foreignName('Error -1728.') }

/** `unseen`: it cannot be seen which apps run. */
type Apps = Partial<Record<'apple-mail' | 'outlook', 'open' | 'closed' | 'absent'>> | 'unseen'

interface Asking {
  permissions: Partial<Permissions>
  apps?: Apps
  answers?: Record<string, ActionResult>
  asked: readonly string[]
  said?: RegExp
}

const programs = {
  'apple-mail': { process: 'Mail', bundle: 'com.apple.mail' },
  outlook: { process: 'Microsoft Outlook', bundle: 'com.microsoft.Outlook' },
}

async function asking({ permissions, apps = {}, answers = {} }: Pick<Asking, 'permissions' | 'apps' | 'answers'>) {
  const world = realWorld()
  const before = await world.mac.permissions(new AbortController().signal)
  const asked: string[] = []
  const stateOf = (app: keyof typeof programs) => (apps === 'unseen' ? 'closed' : (apps[app] ?? 'open'))
  const ids = ['apple-mail', 'outlook'] as const
  const answer = await askMailApps({
    ...world,
    mac: {
      ...world.mac,
      permissions: async () => ({ ...before, ...permissions }),
      programs: {
        ...world.mac.programs,
        running: async () =>
          apps === 'unseen'
            ? { seen: false, why: 'failed' }
            : {
                seen: true,
                value: ids
                  .filter((app) => stateOf(app) === 'open')
                  .map((app, index) => ({ pid: index + 1, name: programs[app].process })),
              },
        app: async (bundle): Promise<ReadResult<{ path: string }>> =>
          ids.some((app) => programs[app].bundle === bundle && stateOf(app) !== 'absent')
            ? { seen: true, value: { path: `/Applications/${bundle}.app` } }
            : { seen: false, why: 'missing' },
      },
    },
    hands: {
      ...world.hands,
      askToAutomate: async (app) => {
        asked.push(app)
        return answers[app] ?? { done: true }
      },
    },
  })
  return { asked, said: answer.ok ? undefined : answer.error.sentence }
}

const mailOnly = { automation: { 'apple-mail': 'not-asked', outlook: 'granted' } } as const
const both = { automation: { 'apple-mail': 'not-asked', outlook: 'unknown' } } as const
const neither = { automation: { 'apple-mail': 'unknown', outlook: 'unknown' } } as const
const granted = { automation: { 'apple-mail': 'granted', outlook: 'granted' } } as const
const menus = { systemEvents: 'not-asked', accessibility: 'granted' } as const

test.each<[string, Asking]>([
  ['only who was not asked about', { permissions: mailOnly, asked: ['apple-mail'] }],
  [
    'nobody who was refused',
    { permissions: { automation: { 'apple-mail': 'refused', outlook: 'granted' } }, asked: [] },
  ],
  ['a closed app spoils nothing', { permissions: both, apps: { outlook: 'closed' }, asked: ['apple-mail'] }],
  [
    'an app that closes in the meantime spoils nothing',
    { permissions: both, answers: { outlook: closed }, asked: ['apple-mail', 'outlook'] },
  ],
  [
    'an app that is not there is not asked about, and what comes after it is',
    {
      permissions: { ...neither, ...menus },
      apps: { outlook: 'absent' },
      answers: { outlook: unknownApp },
      asked: ['apple-mail', 'system-events'],
    },
  ],
  [
    'nor need one that is not there be opened',
    {
      permissions: neither,
      apps: { 'apple-mail': 'closed', outlook: 'absent' },
      answers: { outlook: unknownApp },
      asked: [],
      said: /^Please open Mail first: macOS asks only about an app that is open\.$/,
    },
  ],
  [
    'where it is all that is left, nothing is wrong',
    {
      permissions: { automation: { 'apple-mail': 'granted', outlook: 'unknown' } },
      apps: { outlook: 'absent' },
      answers: { outlook: unknownApp },
      asked: [],
    },
  ],
  [
    'where nobody can see what runs, the app is asked about all the same',
    { permissions: neither, apps: 'unseen', answers: { outlook: closed }, asked: ['apple-mail', 'outlook'] },
  ],
  [
    'the app that has to be opened is named',
    {
      permissions: { automation: { 'apple-mail': 'granted', outlook: 'unknown' } },
      apps: { outlook: 'closed' },
      asked: [],
      said: /^Please open Outlook first/,
    },
  ],
  [
    'where all are closed, it says what to do',
    {
      permissions: neither,
      apps: { 'apple-mail': 'closed', outlook: 'closed' },
      asked: [],
      said: /^Please open Mail or Outlook first/,
    },
  ],
  [
    'nobody answered',
    {
      permissions: both,
      apps: { outlook: 'closed' },
      answers: { 'apple-mail': silent },
      asked: ['apple-mail'],
      said: /^The question of macOS about Mail was not answered\. Please click once more\. Please open Outlook first/,
    },
  ],
  [
    'menus only where they may be used',
    { permissions: { ...granted, systemEvents: 'not-asked', accessibility: 'refused' }, asked: [] },
  ],
  ['and then System Events, too', { permissions: { ...granted, ...menus }, asked: ['system-events'] }],
  [
    'what goes wrong is said',
    {
      permissions: mailOnly,
      answers: { 'apple-mail': { done: false, why: 'failed', detail: foreignName('Error -2741.') } },
      asked: ['apple-mail'],
      said: /^macOS could not be made to ask about Mail: Error -2741\.$/,
    },
  ],
  [
    'what goes wrong with one keeps nobody from asking about the others',
    {
      permissions: { ...both, ...menus },
      answers: {
        outlook: { done: false, why: 'failed' },
        'system-events': { done: false, why: 'failed', detail: foreignName('Error -10810.') },
      },
      asked: ['apple-mail', 'outlook', 'system-events'],
      said: /about Outlook: no reason was given\. macOS could not be made to ask about System Events: Error -10810\.$/,
    },
  ],
])('%s', async (_, { asked, said, ...given }) => {
  const told = await asking(given)
  expect(told.asked).toEqual(asked)
  if (said) expect(rendered(told.said)).toMatch(said)
  else expect(told.said).toBeUndefined()
})
