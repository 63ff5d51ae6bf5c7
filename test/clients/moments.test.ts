import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { furthestAhead, indexInstantOf } from '../../src/clients/apple-mail/moment.ts'
import { fileMoment, momentOf } from '../../src/clients/moment.ts'
import { storeInstantOf as inOutlook, instantSince2001 } from '../../src/clients/outlook/moments.ts'
import { mailOn, seen } from './apple-mail/look.ts'
import { MadeUpMac, messagesOf } from './outlook/made-up-mac.ts'

const year1990 = Date.UTC(1990, 0, 1)
const year = 365 * 86_400_000
const minute = 60_000
const now = Date.UTC(2026, 10, 21, 12)

/** Numbers as stores hold them: dates by either epoch, sentinels, and nonsense. */
const stored = fc.oneof(
  fc.constantFrom(0, -1, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 978_307_200, -978_307_200, 64_092_211_200, Number.NaN),
  fc.integer({ min: -(2 ** 33), max: 2 ** 34 }),
  fc.integer({ min: 0, max: 2 ** 32 }),
  fc.double(),
)
const clocks = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2099, 0, 1) })

describe('whatever number a store holds', () => {
  test.each<[string, (value: number, at: number) => number | undefined, number]>([
    ['as seconds', (value, at) => momentOf(value, at), 0],
    ['in Mail’s index', (value, at) => indexInstantOf(value, at), 0],
    ['of Send Later', (value, at) => indexInstantOf(value, at, furthestAhead), 2 * year],
    ['in Outlook’s store', (value, at) => inOutlook(value, at), 0],
    ['in a sidecar', (value, at) => instantSince2001(value, at), 2 * year],
    ['of a file', (value, at) => fileMoment(value * 1_000, at), 2_000],
  ])('%s is a moment between 1990 and as far ahead as may be, or none', (_, read, ahead) => {
    fc.assert(
      fc.property(stored, clocks, (value, at) => {
        const moment = read(value, at)
        if (moment === undefined) return
        expect(moment).toBeGreaterThanOrEqual(year1990)
        expect(moment).toBeLessThanOrEqual(at + ahead)
        expect([2_147_483_647, 2_147_483_648, 978_307_200]).not.toContain(Math.trunc(moment / 1_000))
      }),
      { numRuns: 2_000 },
    )
  })
})

const unset = [2_147_483_647, 0, null, -1, 978_307_200, 600_000_000 - 978_307_200, 4_000_000_000]

describe('a message whose dates are not set', () => {
  test.each(unset)('(%s) waits in Apple Mail since it was first seen', async (value) => {
    const { store, look } = mailOn()
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    store.addMessage({ mailbox: outbox, at: now, columns: { date_sent: value, date_received: null } })
    for (const at of [now, now + minute, now + 60 * minute]) {
      store.addMailbox(`imap://A/Folder${at}`)
      expect(seen(await look(at)).map(({ waitingSince }) => waitingSince)).toEqual([now])
    }
  })

  test('ahead of the clock is not "now" at every look', async () => {
    const { store, look } = mailOn()
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    store.addMessage({ mailbox: outbox, at: now + 5 * minute })
    await look(now)
    store.addMailbox('imap://A/Other')
    expect(seen(await look(now + 3 * minute))[0]?.waitingSince).toBe(now)
  })

  test('to be sent later at no moment is not scheduled', async () => {
    const { store, look } = mailOn()
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    store.addMessage({ mailbox: outbox, at: now - minute, scheduled: 2_147_483_647_000 })
    expect(seen(await look(now))[0]?.state).toBe('waiting')
  })

  test.each(unset)('(%s) waits in Outlook since it was first seen', async (value) => {
    const mac = new MadeUpMac()
    mac.preferences.IsRunningNewOutlook = '0'
    const store = mac.store()
    const uid = store.addAccount({ email: 'ada@example.org', kind: 'imap', server: 'imap.example.org' })
    const { outbox } = store.addFolders(uid)
    store.addMessage({ folder: outbox, account: uid, at: now, columns: { Record_ModDate: value } })
    for (const at of [now, now + minute, now + 60 * minute]) {
      store.addMessage({ folder: store.addFolder(0, uid, `Folder ${at}`), account: uid, at: now })
      expect(messagesOf(await mac.look(at)).map(({ waitingSince }) => waitingSince)).toEqual([now])
    }
  })

  test('to be sent by Outlook in the year 4001 is not scheduled', async () => {
    const mac = new MadeUpMac()
    mac.preferences.IsRunningNewOutlook = '0'
    const store = mac.store()
    const uid = store.addAccount({ email: 'ada@example.org', kind: 'imap', server: 'imap.example.org' })
    const { outbox } = store.addFolders(uid)
    store.addMessage({ folder: outbox, account: uid, at: now, scheduled: 64_092_211_200_000 })
    expect(messagesOf(await mac.look(now))[0]?.state).toBe('waiting')
  })
})
