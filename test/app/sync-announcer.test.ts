import { expect, onTestFinished, test } from 'vitest'
import { appWordsIn } from '../../src/app/app-words.ts'
import type { MenuCommand } from '../../src/app/menu.ts'
import type { Announcement, AnnouncementText } from '../../src/app/shell.ts'
import { SyncAnnouncer } from '../../src/app/sync-announcer.ts'
import type { State } from '../../src/core/state.ts'
import type { SyncTrouble } from '../../src/core/sync-report.ts'
import { openHistory } from '../../src/history/history.ts'
import { HandClock } from '../hand-clock.ts'

const day = 86_400_000

function announcing() {
  const clock = new HandClock(new Date(2026, 10, 20, 12).getTime())
  const history = openHistory(':memory:', clock.now)
  onTestFinished(() => history.close())
  const shown: AnnouncementText[] = []
  const closed: string[] = []
  const commands: MenuCommand[] = []
  const heard: Record<string, () => void> = {}
  const settings = { notifications: true, quietHours: { from: 22, to: 7 } }
  const announcer = new SyncAnnouncer({
    announce(text) {
      const one: Pick<Announcement, 'show' | 'close'> & { on(is: string, then: () => void): void } = {
        show: () => void shown.push(text),
        close: () => void closed.push(text.title),
        on: (is, then) => {
          heard[is] = then
        },
      }
      return one as unknown as Announcement
    },
    announced: history.announced,
    settings: async () => settings,
    clock,
    words: () => appWordsIn(['en']),
    command: (command) => void commands.push(command),
  })
  const hear = (trouble?: SyncTrouble) =>
    announcer.hear({
      clients: [
        {
          client: 'apple-mail',
          name: 'Mail',
          accounts: [
            {
              id: 'a',
              name: 'a…',
              enabled: true,
              sync: { at: clock.now(), verdict: 'differs', ...(trouble && { trouble }) },
            },
          ],
        },
      ],
    } as unknown as State)
  return { clock, shown, closed, commands, heard, settings, hear }
}

const unfiled: SyncTrouble = { is: 'sent-not-saved', weight: 'mail' }

test('that mail may go out twice is told once, and leads to the accounts', async () => {
  const { hear, shown, closed, heard, commands, clock } = announcing()
  await hear(unfiled)
  await hear(unfiled)
  expect(shown).toMatchObject([
    { title: 'Mail and its server are not in step', body: expect.stringContaining('Do not send it again') },
  ])
  heard.click?.()
  expect(commands).toEqual([{ do: 'show', page: 'accounts' }])
  await hear()
  expect(closed).toHaveLength(1)
  await clock.pass(8 * day)
  await hear(unfiled)
  expect(shown).toHaveLength(2)
})

test.each<SyncTrouble['is']>(['inbox-behind', 'index-damaged', 'changes-not-leaving', 'server-lacks-room'])(
  'of %s no notification tells',
  async (is) => {
    const { hear, shown } = announcing()
    await hear({ is, weight: 'act' })
    expect(shown).toEqual([])
  },
)

test('it waits for quiet hours to end, and for a person who wants notifications', async () => {
  const { hear, shown, clock, settings } = announcing()
  await clock.pass(11 * 3_600_000)
  await hear(unfiled)
  expect(shown).toEqual([])
  await clock.pass(9 * 3_600_000)
  settings.notifications = false
  await hear(unfiled)
  expect(shown).toEqual([])
  settings.notifications = true
  await hear(unfiled)
  expect(shown).toHaveLength(1)
})

test('what macOS did not show is told again', async () => {
  const { hear, shown, heard } = announcing()
  await hear(unfiled)
  heard.failed?.()
  await hear(unfiled)
  expect(shown).toHaveLength(2)
})
