import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/world/real/clock.ts'
import { realNet } from '../../src/world/real/net/net.ts'
import { usual } from './accounts.ts'
import { buildLab, type Lab } from './lab.ts'
import { type LoopbackDovecot, loopbackDovecot, loopbackUser } from './loopback-dovecot.ts'
import { missingParts } from './missing-parts.ts'

const wanted = process.env.OUTBOX_DOCTOR_LAB === '1'
const missing = wanted ? await missingParts() : []
const never = new AbortController().signal

describe.skipIf(!wanted)('a message to oneself, by a real Postfix to a real Dovecot', () => {
  let lab: Lab
  beforeAll(async () => {
    expect(missing, 'The lab cannot be built without these').toEqual([])
    lab = await buildLab()
    await lab.postfix.configure({ delivers: true })
  }, 60_000)
  afterAll(() => lab.remove())

  test('arrives, is timed by leg, and lies in the trash afterwards', { timeout: 60_000 }, async () => {
    const trip = await lab.roundTrip(usual)
    expect(trip).toMatchObject({ exit: 0, outcome: 'arrived', place: 'inbox', tidied: true })
    expect(trip.deliveryMs).toBeLessThan(5_000)
    const [gone = '', ...more] = await lab.dovecot.texts('Trash')
    expect(more).toEqual([])
    expect(gone).toMatch(/^Message-ID: <outbox-doctor\.[0-9a-f]{32}@lab\.test>\r?$/im)
    expect(gone).toMatch(/^Auto-Submitted: auto-generated\r?$/im)
    expect(gone).toMatch(/^X-Auto-Response-Suppress: All\r?$/im)
    expect(await lab.dovecot.texts('INBOX')).toHaveLength(1)
  })

  test('that Postfix does not take is told, and nothing waits to be tidied up', { timeout: 60_000 }, async () => {
    await lab.postfix.configure({ delivers: true, settings: { smtpd_data_restrictions: 'reject' } })
    expect(await lab.roundTrip(usual)).toEqual({ schema: 1, exit: 1, outcome: 'not-sent' })
  })
})

describe.skipIf(!wanted)('a message is put away by a real Dovecot', () => {
  const servers = new Map<string, LoopbackDovecot>()
  const abilities = {
    MOVE: {},
    UIDPLUS: { imap_capability: 'IMAP4rev1 UIDPLUS' },
    neither: { imap_capability: 'IMAP4rev1' },
  }
  beforeAll(async () => {
    for (const [name, settings] of Object.entries(abilities)) servers.set(name, await loopbackDovecot(settings))
  }, 60_000)
  afterAll(async () => {
    for (const one of servers.values()) await one.stop()
  })

  test.each([
    ['MOVE', { moved: 1, left: 0 }, '2', '1'],
    ['UIDPLUS', { moved: 1, left: 0 }, '2', '1'],
    // What somebody else has marked would go with it.
    ['neither', { moved: 0, left: 1 }, '3', '0'],
  ])('with %s', async (name, count, inInbox, inTrash) => {
    const server = servers.get(name)
    if (!server) throw new Error('no server')
    await server.fill('INBOX', 3)
    await server.doveadm(['mailbox', 'create'], 'Trash')
    await server.doveadm(['flags', 'add'], '\\Deleted', 'mailbox', 'INBOX', 'uid', '3')
    const net = realNet({ clock: systemClock })
    const place = { protocol: 'imap', host: '127.0.0.1', port: server.port, security: 'none' } as const
    const messageId = '<2@lab.example>'
    const before = await server.status('INBOX')
    const found = await net.locate(place, '127.0.0.1', loopbackUser, { messageId, everywhere: false }, never)
    expect(found).toMatchObject({ outcome: 'found', place: 'inbox', arrivedAt: expect.any(Number) })
    expect(await server.status('INBOX')).toEqual(before)
    const gone = await net.putAway(place, '127.0.0.1', loopbackUser, messageId, never)
    expect(gone).toMatchObject({ outcome: 'done', ...count })
    expect((await server.status('INBOX')).messages).toBe(inInbox)
    expect((await server.status('Trash')).messages).toBe(inTrash)
    const nobody = { messageId: '<9@lab.example>', everywhere: true }
    expect(await net.locate(place, '127.0.0.1', loopbackUser, nobody, never)).toMatchObject({ outcome: 'not-there' })
  })
})
