import { expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { say } from '../../src/core/sentence.ts'
import type { SyncReport } from '../../src/core/sync-report.ts'
import { syncStateOf } from '../../src/sync/judge-difference.ts'
import { tellReport } from '../../src/sync/tell-report.ts'

const at = Date.UTC(2026, 10, 20, 9)
const report = (more: Partial<SyncReport>): SyncReport => ({
  account: 'a',
  client: 'apple-mail',
  at,
  verdict: 'in-step',
  differences: [],
  sides: 'both',
  changesWaiting: 0,
  unseen: [],
  ...more,
})
const told = (more: Partial<SyncReport>) => {
  const { tone, lines } = tellReport(report(more), 'Mail')
  return { tone, lines: lines.map((line) => render(line)) }
}

test('where both sides were looked at, all is told that is in step', () => {
  expect(told({})).toEqual({
    tone: 'good',
    lines: [
      'What you see is what the server has.',
      'No change waits to be told to the server.',
      'All that you have sent is filed.',
    ],
  })
  expect(told({ changesWaiting: 3 }).lines).toContain('3 changes wait to be told to the server.')
})

test('what was seen from this Mac only is never said to be in step', () => {
  const unseen = [
    say('No password is kept for this account, so its server was not asked; outbox-doctor sign-in add keeps one.'),
  ]
  const { tone, lines } = told({ verdict: 'unsure', sides: 'mac-only', unseen })
  expect(tone).toBe('plain')
  expect(lines).toEqual(['Seen from this Mac only.', 'No change waits to be told to the server.'])
})

test('beside a difference only that is told which holds all the same', () => {
  const behind = { is: 'inbox-behind' as const, messages: 5, since: at }
  expect(told({ verdict: 'differs', differences: [behind] })).toEqual({
    tone: 'bad',
    lines: ['No change waits to be told to the server.', 'All that you have sent is filed.'],
  })
  const unfiled = { is: 'sent-not-saved' as const, messages: 1, since: at }
  expect(told({ verdict: 'differs', differences: [unfiled] }).lines).toEqual([
    'The inbox is current.',
    'No change waits to be told to the server.',
  ])
  const waiting = { is: 'changes-not-leaving' as const, changes: 2, waited: 3_600_000 }
  expect(told({ verdict: 'differs', changesWaiting: 2, differences: [waiting] }).lines.join()).not.toMatch(
    /change wait/,
  )
})

test('everybody sees the gravest that a person must do something about, and no name of a folder', () => {
  const elsewhere = { is: 'sent-folder-elsewhere' as const, folder: 'Canary', server: 'Sent' }
  const missing = { is: 'folder-missing' as const, folder: 'Canary' }
  const full = { is: 'server-lacks-room' as const, used: 1, limit: 1 }
  const state = (differences: SyncReport['differences']) => syncStateOf(report({ verdict: 'differs', differences }))
  expect(state([elsewhere])).toEqual({ at, verdict: 'differs' })
  expect(state([full, missing])).toEqual({
    at,
    verdict: 'differs',
    trouble: { is: 'folder-missing', weight: 'mail' },
  })
  expect(JSON.stringify(state([elsewhere, missing]))).not.toContain('Canary')
})
