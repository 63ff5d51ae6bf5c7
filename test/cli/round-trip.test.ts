// Loaded here: the test runner fetches a library from another process, which a scene's leaping time takes for silence.
import 'imapflow'
import { expect, test } from 'vitest'
import { outboxDoctor } from './run.ts'

test('tells that it arrived, and how long each leg took', async () => {
  const { status, out, errors } = await outboxDoctor(['round-trip', '--scene', 'healthy-own-server'])
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(
    /Sending by .*It arrived in the inbox, \d+ s after it was sent\. .*outgoing server took it within \d+ s\. From there to the mailbox it went within \d+ s\. It lies in the trash now\./,
  )
  expect({ status, errors }).toEqual({ status: 0, errors: '' })
})

test('as JSON', async () => {
  const { status, out } = await outboxDoctor(['round-trip', '--scene', 'healthy-own-server', '--json'])
  expect(JSON.parse(out)).toEqual({
    schema: 1,
    outcome: 'arrived',
    place: 'inbox',
    sendingMs: expect.any(Number),
    deliveryMs: expect.any(Number),
    wholeMs: expect.any(Number),
    tidied: true,
  })
  expect(status).toBe(0)
})

test('tells that it could not be tried', async () => {
  const { status, out } = await outboxDoctor(['round-trip', '--scene', 'a-password-nobody-gave'])
  expect(out.replaceAll(/\s+/g, ' ')).toContain('No password is kept for this account, so nothing could be sent.')
  expect(status).toBe(3)
})

test('options of another world are refused, and a Mac is needed without a scene', async () => {
  expect((await outboxDoctor(['round-trip', '--scene', 'healthy-gmail', '--account', 'x'])).status).toBe(2)
  expect((await outboxDoctor(['round-trip'])).status).toBe(2)
})
