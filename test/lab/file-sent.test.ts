import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/world/real/clock.ts'
import { realNet } from '../../src/world/real/net/net.ts'
import { type LoopbackDovecot, loopbackDovecot, loopbackUser } from './loopback-dovecot.ts'
import { missingParts } from './missing-parts.ts'

const wanted = process.env.OUTBOX_DOCTOR_LAB === '1'
const missing = wanted ? await missingParts() : []
const never = new AbortController().signal
const at = Date.parse('2026-11-20T09:00:00Z')

const text = (id: string) => `Message-ID: <${id}@lab.example>\r\nSubject: Grüße\r\n\r\nA line.\r\n.\r\nThe end.\r\n`

function file({ port }: LoopbackDovecot, id: string, folder: string) {
  const server = { protocol: 'imap', host: '127.0.0.1', port, security: 'none' } as const
  const copy = { messageId: `<${id}@lab.example>`, bytes: Buffer.from(text(id)), at, folder }
  return realNet({ clock: systemClock }).fileSent(server, '127.0.0.1', loopbackUser, copy, never)
}

describe.skipIf(!wanted)('a copy is filed by a real Dovecot', () => {
  const servers = new Map<string, LoopbackDovecot>()
  const abilities = { usual: {}, old: { imap_capability: 'IMAP4rev1' } }
  beforeAll(async () => {
    expect(missing, 'The lab cannot be built without these').toEqual([])
    for (const [name, settings] of Object.entries(abilities)) {
      const one = await loopbackDovecot(settings)
      await one.fill('INBOX', 3)
      await one.fill('Sent', 2, true)
      servers.set(name, one)
    }
  }, 60_000)
  afterAll(async () => {
    for (const one of servers.values()) await one.stop()
  })

  test.each(['usual', 'old'])('%s: once, read, with its date, byte for byte', async (name) => {
    const one = servers.get(name) as LoopbackDovecot
    const inbox = await one.status('INBOX')
    expect(await file(one, name, 'Sent')).toMatchObject({ outcome: 'filed' })
    expect(await file(one, name, 'Sent')).toMatchObject({ outcome: 'already-there' })
    expect(await one.status('Sent')).toMatchObject({ messages: '3', unseen: '0' })
    const told = await one.doveadm(['fetch'], 'text date.received', 'mailbox', 'Sent', 'uid', '3')
    expect(told.replaceAll('\r', '')).toContain(text(name).replaceAll('\r', ''))
    expect(told).toMatch(/^date\.received: 2026-11-20 0?9:00:00/m)
    expect(await one.status('INBOX')).toEqual(inbox)
  })

  test('where the app’s folder is the server’s by no name, the one for sent mail is taken', async () => {
    expect(await file(servers.get('usual') as LoopbackDovecot, 'elsewhere', 'Nowhere')).toMatchObject({
      outcome: 'filed',
    })
  })

  test('one that lies in another folder for sent mail is not filed again', async () => {
    const one = servers.get('usual') as LoopbackDovecot
    await one.fill('Archive2', 1)
    expect(await file(one, 'usual', 'Archive2')).toMatchObject({ outcome: 'already-there' })
  })
})

describe.skipIf(!wanted)('a mailbox that is full', () => {
  test('takes no copy, and says so', { timeout: 60_000 }, async () => {
    const plugins = { mail_plugins: 'quota', 'plugin/quota': 'count:User quota', 'plugin/quota_rule': '*:storage=1' }
    const one = await loopbackDovecot({ ...plugins, 'plugin/quota_vsizes': 'yes' })
    try {
      await one.fill('Sent', 40, true)
      const answer = await file(one, 'full', 'Sent')
      expect(answer).toMatchObject({
        outcome: 'refused',
        reply: { stage: 'append', code: 'NO', enhanced: 'OVERQUOTA' },
      })
      expect(await one.status('Sent')).toMatchObject({ messages: '40' })
    } finally {
      await one.stop()
    }
  })
})
