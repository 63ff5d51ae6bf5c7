import { expect, test } from 'vitest'
import type { Done } from '../../src/core/hands.ts'
import type { Permissions } from '../../src/core/mac.ts'
import { askMailApps } from '../../src/reception/ask-mail-apps.ts'
import { realWorld } from '../../src/world/real/world.ts'

const closed: Done = { done: false, why: 'missing', detail: 'The app is not running.' }
const silent: Done = { done: false, why: 'timeout', detail: 'The app did not answer.' }

async function asking(permissions: Partial<Permissions>, answers: Record<string, Done> = {}) {
  const world = realWorld()
  const before = await world.mac.permissions(new AbortController().signal)
  const asked: string[] = []
  const answer = await askMailApps({
    ...world,
    mac: { ...world.mac, permissions: async () => ({ ...before, ...permissions }) },
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

test.each<[string, Partial<Permissions>, Record<string, Done>, readonly string[], RegExp | undefined]>([
  [
    'only who was not asked about',
    { automation: { 'apple-mail': 'not-asked', outlook: 'granted' } },
    {},
    ['apple-mail'],
    undefined,
  ],
  ['nobody who was refused', { automation: { 'apple-mail': 'refused', outlook: 'granted' } }, {}, [], undefined],
  [
    'a closed app spoils nothing',
    { automation: { 'apple-mail': 'not-asked', outlook: 'unknown' } },
    { outlook: closed },
    ['apple-mail', 'outlook'],
    undefined,
  ],
  [
    'where all are closed, it says what to do',
    { automation: { 'apple-mail': 'unknown', outlook: 'unknown' } },
    { 'apple-mail': closed, outlook: closed },
    ['apple-mail', 'outlook'],
    /^Please open Mail or Outlook first/,
  ],
  [
    'nobody answered',
    { automation: { 'apple-mail': 'not-asked', outlook: 'unknown' } },
    { 'apple-mail': silent, outlook: closed },
    ['apple-mail', 'outlook'],
    /not answered/,
  ],
  [
    'menus only where they may be used',
    {
      automation: { 'apple-mail': 'granted', outlook: 'granted' },
      systemEvents: 'not-asked',
      accessibility: 'refused',
    },
    {},
    [],
    undefined,
  ],
  [
    'and then System Events, too',
    {
      automation: { 'apple-mail': 'granted', outlook: 'granted' },
      systemEvents: 'not-asked',
      accessibility: 'granted',
    },
    {},
    ['system-events'],
    undefined,
  ],
  [
    'what goes wrong is said',
    { automation: { 'apple-mail': 'not-asked', outlook: 'granted' } },
    { 'apple-mail': { done: false, why: 'failed', detail: 'Error -2741.' } },
    ['apple-mail'],
    /^Error -2741\.$/,
  ],
])('%s', async (_, permissions, answers, asked, said) => {
  const told = await asking(permissions, answers)
  expect(told.asked).toEqual(asked)
  if (said) expect(told.said).toMatch(said)
  else expect(told.said).toBeUndefined()
})
