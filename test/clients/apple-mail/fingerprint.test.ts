import { expect, test } from 'vitest'
import { schemaFingerprint } from '../../../src/clients/apple-mail/schema-fingerprint.ts'
import { mailOn } from './look.ts'
import { never, now } from './mac.ts'

const secrets = ['Divorce', 'lover@example.org', 'AAAAAAAA-0000', 'Doctor']

test('the fingerprint says how the index is built, and nothing private', async () => {
  const { home, mail, store } = mailOn()
  const outbox = store.addMailbox('local://AAAAAAAA-0000/Outbox')
  store.addMessage({ mailbox: outbox, at: now, subject: 'Divorce', to: ['lover@example.org'] })
  for (const path of ['INBOX', 'Doctor', 'Doctor/Outbox', '%5BGmail%5D/Sent%20Mail'])
    store.addMailbox(`imap://AAAAAAAA-0000/${path}`)
  store.addMailbox('nonsense')
  const looked = await schemaFingerprint(mail.mac(home).files, never)
  expect(looked).toMatchObject({
    seen: true,
    value: {
      folder: 'V10',
      properties: { version: '4', minor_version: '84003' },
      tables: { subjects: ['ROWID', 'subject'] },
      messages: 1,
      outbox: { rows: 1, withSent: 1, withReceived: 1, withSendLater: 0, withMessageId: 1 },
    },
  })
  const text = JSON.stringify(looked)
  for (const secret of secrets) expect(text).not.toContain(secret)
  const shapes = looked.seen ? Object.keys(looked.value.mailboxes).map((shape) => shape.replaceAll(/#\w{6}/g, '#')) : []
  expect(shapes.sort()).toEqual([
    'another form',
    'imap://#/#',
    'imap://#/#/Outbox',
    'imap://#/INBOX',
    'imap://#/[Gmail]/Sent Mail',
    'local://#/Outbox',
  ])
})

test('it keeps what it could read, and says what is missing', async () => {
  const { home, mail } = mailOn({ without: ['messages.size', 'properties'] })
  const looked = await schemaFingerprint(mail.mac(home).files, never)
  expect(looked).toMatchObject({ seen: true, value: { lacks: 'messages.size', properties: {} } })
  expect(looked).not.toHaveProperty('value.messages')
})
