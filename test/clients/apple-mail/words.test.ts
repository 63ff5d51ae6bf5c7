import { describe, expect, test } from 'vitest'
import { unarchived } from '../../../src/clients/apple-mail/archive.ts'
import { mailboxAt } from '../../../src/clients/apple-mail/mailbox-url.ts'
import { indexInstantOf } from '../../../src/clients/apple-mail/moment.ts'
import { keyedArchive } from '../../../src/world/simulated/apps/apple-mail/keyed-archive.ts'
import { now } from './mac.ts'

describe('a mailbox URL', () => {
  test.each([
    ['local://A/Outbox', 'outbox'],
    ['imap://A/outbox', 'outbox'],
    ['ews://A/Outbox/', 'outbox'],
    ['imap://A/%4FUTBOX', 'outbox'],
    ['imap://A/INBOX/Outbox', 'nested-outbox'],
    ['imap://A/Outbox%2FSub', 'other'],
    ['imap://A/%4Futb%ox', 'other'],
    ['local://A/x-apple-send-later', 'send-later'],
    ['ews://A/Sent%20Items', 'sent'],
    ['imap://A/%5BGmail%5D/Sent%20Mail', 'sent'],
    ['imap://A/%5BGmail%5D/All%20Mail', 'gmail'],
    ['imap://A/INBOX', 'other'],
    ['imap://A/Gesendete%20Elemente', 'sent'],
    ['imap://A/INBOX/Envoy%C3%A9s', 'sent'],
    ['imap://A/INBOX.Enviados', 'sent'],
    ['imap://A/%5BGmail%5D/Gesendet', 'sent'],
    ['imap://A/%5BGoogle%20Mail%5D/Wys%C5%82ane', 'sent'],
    ['imap://A/%26XfJT0ZAB-', 'sent'],
    ['imap://A/%E9%80%81%E4%BF%A1%E6%B8%88%E3%81%BF', 'sent'],
    ['imap://A/Entwu%CC%88rfe', 'drafts'],
    ['imap://A/Papierkorb', 'trash'],
    ['local://A/Postausgang', 'outbox'],
    ['local://A/Mail/Postausgang', 'nested-outbox'],
    ['imap://A/Postausgang', 'other'],
  ])('%s is %s', (url, role) => {
    expect(mailboxAt(url)?.role).toBe(role)
  })

  test('is what its account calls it, whatever its name seems to say', () => {
    const names = new Map([['A', { sent: 'OUTBOX', outbox: 'INBOX.Warteschlange', trash: '[Gmail]/M&APw-ll' }]])
    const role = (url: string) => mailboxAt(url, names)?.role
    expect(role('imap://a/OUTBOX')).toBe('sent')
    expect(role('imap://A/INBOX/Warteschlange')).toBe('outbox')
    expect(role('imap://A/%5BGmail%5D/M%C3%BCll')).toBe('trash')
    expect(role('imap://B/OUTBOX')).toBe('outbox')
    expect(role('imap://B/INBOX/Warteschlange')).toBe('other')
  })

  test.each(['', 'Outbox', '://A/Outbox', 'local://A', 'local://A/', '/local://A/Outbox'])('is not %j', (url) => {
    expect(mailboxAt(url)).toBeUndefined()
  })
})

describe('a date of the index', () => {
  const seconds = Math.floor(now / 1_000)
  test.each([
    [seconds, now],
    [seconds - 978_307_200, now],
    [seconds - 978_307_200 - 86_400 * 3, (seconds - 978_307_200 - 86_400 * 3) * 1_000],
    [seconds + 1, undefined],
    [seconds + 86_400 * 400, undefined],
    [2_147_483_647, undefined],
    [631_151_999, undefined],
    [0, undefined],
    [-5, undefined],
    [Number.NaN, undefined],
    [undefined, undefined],
  ])('%s', (value, instant) => {
    expect(indexInstantOf(value, now)).toBe(instant)
  })
})

test('an archive gives back what was put into it', () => {
  const value = {
    Hostname: 'h',
    ports: [993, 143],
    deep: { on: true, off: false, none: null },
    list: [{ a: 'x' }, { a: 'x' }],
  }
  expect(unarchived(keyedArchive(value))).toEqual(value)
  for (const one of ['text', 7, true]) expect(unarchived(keyedArchive(one))).toBe(one)
})
