import { describe, expect, onTestFinished, test } from 'vitest'
import { AppleMail } from '../../../src/clients/apple-mail/apple-mail.ts'
import type { AppleMailStore, FakeMailStore } from '../../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { explainedIndex } from '../stores-here.ts'
import { mailOn, seen } from './look.ts'
import { never, now } from './mac.ts'

/** Every statement of a look with how it is run. */
async function plansOf(options: FakeMailStore, fill: (store: AppleMailStore) => void) {
  const { home, mail, store } = mailOn(options)
  fill(store)
  const mac = mail.mac(home)
  const { files, plans } = explainedIndex(mac.files, home)
  const client = new AppleMail()
  onTestFinished(() => client.close())
  return { observation: await client.read({ ...mac, files }, now, never), plans }
}

/** An outbox with a message, a copy in Sent, and Gmail. */
function usual(store: AppleMailStore) {
  const message = { at: now, subject: 'Offer' }
  store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), ...message, scheduled: now + 1_000 })
  store.addMessage({ mailbox: store.addMailbox('imap://A/Sent%20Messages'), ...message })
  const label = store.addMailbox('imap://G/%5BGmail%5D/Sent%20Mail')
  store.addMessage({ mailbox: store.addMailbox('imap://G/%5BGmail%5D/All%20Mail'), ...message, labels: [label] })
}

const walksMessages = (line: string) =>
  /\bSCAN (messages|recipients|labels|addresses|subjects|message_global|[a-z]\b)/.test(line)

describe('a look', () => {
  test.each([true, false])('walks through no table but that of the folders (statistics: %s)', async (statistics) => {
    const { plans, observation } = await plansOf({}, (store) => {
      usual(store)
      if (statistics) store.db.exec('ANALYZE')
    })
    expect(seen(observation)[0]?.copyInSent).toBe(true)
    expect(plans.size).toBeGreaterThan(8)
    for (const [sql, plan] of plans) {
      if (/FROM mailboxes/.test(sql)) continue
      expect(plan, sql).not.toEqual([])
      expect(
        plan.filter((line) => /SCAN|TEMP B-TREE/.test(line)),
        sql,
      ).toEqual([])
    }
    const byDeleted = [...plans.values()].flat().filter((line) => /\(deleted=\?/.test(line))
    expect(byDeleted).toEqual([])
  })

  test('without the indexes goes by ROWID, and leaves the rest unknown', async () => {
    const { plans, observation } = await plansOf({ indexes: false }, usual)
    const [message] = seen(observation)
    expect(message).toMatchObject({ recipients: ['you@example.org'] })
    expect(message).not.toHaveProperty('copyInSent')
    expect(observation).not.toHaveProperty('sent')
    expect([...plans.values()].flat().filter(walksMessages)).toEqual([])
  })
})
