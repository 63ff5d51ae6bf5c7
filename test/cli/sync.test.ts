// Loaded here: the test runner fetches a library from another process, which a scene's leaping time takes for silence.
import 'imapflow'
import { expect, test } from 'vitest'
import { outboxDoctor } from './run.ts'

test('tells what differs, and what to do', async () => {
  const { status, out, errors } = await outboxDoctor(['sync', '--scene', 'sync-mail-misses-new-mail'])
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(/Mail does not show the newest mail: 5 messages.* Ask Mail to fetch/)
  expect({ status, errors }).toEqual({ status: 1, errors: '' })
})

test('tells that all is in step, in German too', async () => {
  const { status, out } = await outboxDoctor(['sync', '--scene', 'sync-in-step-while-mail-arrives'], '', {
    LANG: 'de_DE.UTF-8',
  })
  expect(out).toContain('✓ Was Sie sehen, ist, was der Server hat.')
  expect(status).toBe(0)
})

test('tells that it could not look', async () => {
  const { status, out } = await outboxDoctor(['sync', '--scene', 'a-password-nobody-gave'])
  expect(out.replaceAll(/\s+/g, ' ')).toContain('? No password is kept for this account, so its server was not asked')
  expect(out).not.toContain('✓')
  expect(status).toBe(3)
})

test('as JSON, without the names of folders', async () => {
  const { status, out } = await outboxDoctor(['sync', '--scene', 'sync-folder-nobody-sees', '--json'])
  expect(JSON.parse(out)).toEqual({
    schema: 1,
    accounts: [
      {
        account: expect.stringMatching(/^[0-9a-f]+$/),
        client: 'apple-mail',
        at: expect.stringMatching(/^2026-11-20T09:30/),
        verdict: 'differs',
        differences: ['folder-not-shown'],
        changesWaiting: 0,
        unseen: 0,
      },
    ],
  })
  expect(out).not.toContain('Taxes')
  expect(status).toBe(1)
})

test('an account cannot be chosen in a scene, and a Mac is needed without one', async () => {
  expect((await outboxDoctor(['sync', '--scene', 'healthy-gmail', '--account', 'x'])).status).toBe(2)
  expect((await outboxDoctor(['sync'])).status).toBe(2)
})
