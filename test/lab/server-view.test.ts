import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KnownFolder } from '../../src/core/server-view.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { realNet } from '../../src/world/real/net/net.ts'
import { type LoopbackDovecot, loopbackDovecot, loopbackUser } from './loopback-dovecot.ts'
import { missingParts } from './missing-parts.ts'

const wanted = process.env.OUTBOX_DOCTOR_LAB === '1'
const missing = wanted ? await missingParts() : []
const never = new AbortController().signal

async function view({ port }: LoopbackDovecot, known: readonly KnownFolder[] = []) {
  const net = realNet({ clock: systemClock })
  const server = { protocol: 'imap', host: '127.0.0.1', port, security: 'none' } as const
  const answer = await net.serverView(server, '127.0.0.1', loopbackUser, known, never)
  if (answer.outcome !== 'seen') throw new Error(JSON.stringify(answer))
  return answer.value.folders
}

const inbox = (known: Partial<KnownFolder> = {}): KnownFolder => ({
  path: 'INBOX',
  uids: { from: 1, ranges: [[1, 290]] },
  highestUid: 290,
  messages: 290,
  ...known,
})

/** Says no more than IMAP4rev1 had, and knows no more of it either. */
const old = { imap_capability: 'IMAP4rev1 UIDPLUS' }

describe.skipIf(!wanted)('a real Dovecot, looked at', () => {
  const servers: LoopbackDovecot[] = []
  beforeAll(async () => {
    expect(missing, 'The lab cannot be built without these').toEqual([])
    servers.push(await loopbackDovecot(), await loopbackDovecot(old), await loopbackDovecot({}, 'INBOX.'))
    for (const one of servers) {
      await one.fill('INBOX', 300)
      await one.fill('Sent', 5, true)
      for (let n = 0; n < 100; n += 1) await one.fill(`Box${n}`, 1)
      await one.doveadm(['expunge'], 'mailbox', 'INBOX', 'uid', '3')
    }
  }, 60_000)
  afterAll(async () => {
    for (const one of servers) await one.stop()
  })

  test.each([
    ['as it comes', 0, 'Box7'],
    ['without LIST-STATUS, ESEARCH and CONDSTORE', 1, undefined],
    ['with all folders below INBOX', 2, 'INBOX/Box7'],
  ])('%s tells the folders, and what INBOX has beyond what is known', async (_, at, counted) => {
    const one = servers[at] as LoopbackDovecot
    const folders = await view(one, [inbox()])
    expect(folders).toHaveLength(102)
    const first = folders.find(({ use }) => use === 'inbox')
    expect(first).toMatchObject({ messages: 299, unseen: 299, uidNext: 301 })
    expect(first?.uids).toEqual({
      from: 1,
      ranges: [
        [1, 2],
        [4, 300],
      ],
    })
    expect(first?.arrived?.map(({ uid }) => uid)).toEqual([291, 292, 293, 294, 295, 296, 297, 298, 299, 300])
    expect(folders.find(({ use }) => use === 'sent')).toMatchObject({ messages: 5, subscribed: false })
    if (counted) expect(folders.find(({ path }) => path === counted)).toMatchObject({ messages: 1, uidNext: 2 })
  })

  test('what is the same on both sides is not opened', async () => {
    const [one] = servers
    const folders = await view(one as LoopbackDovecot, [inbox({ highestUid: 300, messages: 299 })])
    expect(folders.find(({ use }) => use === 'inbox')).not.toHaveProperty('uids')
  })

  test('nothing is different afterwards: unread, recent and every number', async () => {
    const [one] = servers as [LoopbackDovecot]
    await one.fill('INBOX', 1)
    const before = await one.status('INBOX')
    expect(before).toMatchObject({ recent: '300', unseen: '300' })
    for (let round = 0; round < 30; round += 1) await view(one, [inbox()])
    expect(await one.status('INBOX')).toEqual(before)
  })

  test('a folder that was numbered anew shows it', async () => {
    const [one] = servers as [LoopbackDovecot]
    const validity = async () => (await view(one)).find(({ path }) => path === 'Box1')?.uidValidity
    const before = await validity()
    expect(before).toMatch(/^\d+$/)
    await one.doveadm(['mailbox', 'update'], '--uid-validity', String(Number(before) + 5), 'Box1')
    expect(await validity()).toBe(String(Number(before) + 5))
  })
})
