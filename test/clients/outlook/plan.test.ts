import { expect, test } from 'vitest'
import type { ForeignDatabase, SqlValue } from '../../../src/core/mac-powers.ts'
import { storesHere } from '../stores-here.ts'
import { MadeUpMac, messagesOf, minute, now } from './made-up-mac.ts'

/** Tables that may hold hundreds of thousands of rows. */
const large = /\bSCAN (Mail|Blocks|Mail_OwnedBlocks|Conversations|Threads)\b/

/** A Mac whose store tells how each statement of a look would be run. */
function watchedMac() {
  const mac = new MadeUpMac()
  const plans = new Map<string, readonly string[]>()
  const { files } = mac
  const watched = (store: ForeignDatabase): ForeignDatabase => ({
    columns: (table) => store.columns(table),
    plan: (sql) => store.plan(sql),
    version: () => store.version(),
    close: () => store.close(),
    rows: (sql: string, ...values: readonly SqlValue[]) => {
      plans.set(sql, sql.startsWith('PRAGMA') ? [] : store.plan(sql))
      return store.rows(sql, ...values)
    },
  })
  mac.files = storesHere(files, mac.home, watched)
  return { mac, plans }
}

test('no look walks through a large table, or touches the table of Outlook’s own module', async () => {
  const { mac, plans } = watchedMac()
  mac.preferences.IsRunningNewOutlook = '0'
  const store = mac.store()
  const uid = store.addAccount({ email: 'ada@example.org', kind: 'imap', server: 'imap.example.org' })
  const { outbox, sent, drafts } = store.addFolders(uid)
  const [first, second] = [outbox, outbox].map((folder) => store.addMessage({ folder, account: uid, at: now }))
  store.addMessage({ folder: sent, account: uid, at: now })
  expect(messagesOf(await mac.look())).toHaveLength(2)
  store.move(first ?? 0, drafts)
  await mac.look(now + minute)
  store.move(second ?? 0, sent)
  expect(messagesOf(await mac.look(now + 2 * minute))).toEqual([])
  expect(plans.size).toBeGreaterThan(8)
  for (const [sql, plan] of plans) {
    expect(sql).not.toMatch(/\bFiles\b/)
    // One row ends the walk.
    if (/LIMIT 1\s*$/.test(sql) && !/WHERE/.test(sql)) continue
    expect(
      plan.filter((line) => large.test(line)),
      sql,
    ).toEqual([])
  }
})
