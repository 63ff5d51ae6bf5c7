import { describe, expect, test } from 'vitest'
import { accountMissing } from '../../src/causes/client/account-missing.ts'
import { cannotSee } from '../../src/causes/client/cannot-see.ts'
import { clientDamaged } from '../../src/causes/client/client-damaged.ts'
import { clientHung } from '../../src/causes/client/client-hung.ts'
import { clientNapping } from '../../src/causes/client/client-napping.ts'
import { clientNotRunning } from '../../src/causes/client/client-not-running.ts'
import { accountOffline, clientOffline } from '../../src/causes/client/client-offline.ts'
import { clientSessionStale } from '../../src/causes/client/client-session-stale.ts'
import { mailPrivacyConflict } from '../../src/causes/client/mail-privacy-conflict.ts'
import { outlookAddIn } from '../../src/causes/client/outlook-add-in.ts'
import { preferencesDamaged, profileDamaged } from '../../src/causes/client/outlook-settings-damaged.ts'
import { sentFolderHeavy } from '../../src/causes/client/sent-folder-heavy.ts'
import { storeDamaged } from '../../src/causes/client/store-damaged.ts'
import { allCauses } from '../../src/causes/index.ts'
import { filterBlocksClient } from '../../src/causes/path/filter-blocks-client.ts'
import { ewsRetired } from '../../src/causes/sign-in/ews-retired.ts'
import type { Observation } from '../../src/core/client.ts'
import type { Account, Message } from '../../src/core/mail.ts'
import type { Change, Filter } from '../../src/core/network.ts'
import { render } from '../../src/core/render.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { addInHosts } from '../../src/probes/client/add-in-hosts.ts'
import { clientHealth } from '../../src/probes/client/client-health.ts'
import { clientSockets, type SocketState } from '../../src/probes/client/client-sockets.ts'
import { filters } from '../../src/probes/client/filters.ts'
import { allProbes } from '../../src/probes/index.ts'
import type { ClientHealth } from '../../src/probes/lib/client-health-fact.ts'
import { exchangeEndpoints } from '../../src/probes/server/exchange-endpoints.ts'
import { greeting } from '../../src/probes/server/greeting.ts'
import { signIn } from '../../src/probes/sign-in/sign-in.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { resetOutlookPreferences } from '../../src/remedies/client/reset-outlook-preferences.ts'
import {
  explained,
  found,
  incoming,
  type Line,
  noon,
  notFound,
  outgoing,
  account as plain,
  presentBy,
  type Rest,
  sick,
  unreached,
} from './chart.ts'

const minute = 60_000
const absent = { is: 'absent' }
const undecided = (...missing: string[]) => ({ is: 'undecided', missing })

const account: Account = { ...plain, client: 'apple-mail' }
const outlook: Account = { ...plain, client: 'outlook' }
const message: Message = { id: 'm1', account: 'a1', waitingSince: noon - 10 * minute, state: 'waiting' }
const waits: Rest = { account, messages: [message] }
const inOutlook: Rest = { account: outlook, messages: [message] }

const well = (more: Partial<ClientHealth> = {}) =>
  found(clientHealth, { client: 'apple-mail', running: true, errors: [], ...more })
const sockets = (sending: SocketState, receiving: SocketState = 'established') =>
  found(clientSockets, {
    client: 'apple-mail',
    servers: {
      outgoing: { host: outgoing.host, port: 587, state: sending },
      incoming: { host: incoming.host, port: 993, state: receiving },
    },
    count: 3,
  })
const filtered = (...all: Filter[]) => found(filters, { filters: all })
const lulu: Filter = { name: 'com.objective-see.lulu', product: 'LuLu', state: 'installed', kind: 'network' }
const change = (what: Change['what'], ago: number, line = `${what} changed`): Change => ({
  at: noon - ago,
  what,
  line: foreignName(line),
})
const look = (more: Partial<Observation> = {}): Observation => ({
  client: 'apple-mail',
  at: noon,
  accounts: [],
  outbox: { seen: true, messages: [message] },
  unseen: [],
  ...more,
})
const shut = unreached()

describe('filter-blocks-client', () => {
  const lines = (...more: Line[]) => [well(), sockets('syn-sent'), filtered(lulu), ...more]

  test('the app calls in vain where we are answered, and a filter is at work', () => {
    const chart = sick(lines(), waits)
    const verdict = presentBy(filterBlocksClient, chart)
    expect(verdict).toMatchObject({
      weight: 0.82,
      evidence: [
        'Mail calls smtp.example.org, port 587, and gets no answer',
        'Outbox Doctor itself reaches smtp.example.org and gets as far as signing in',
        'At work on this Mac: LuLu',
        '1 message is waiting',
      ],
    })
    const { plain: words, details } = explained(filterBlocksClient, chart)
    expect(words).toContain('LuLu')
    expect([words, ...details].join(' ')).not.toMatch(/turn off|switch off|disable/i)
  })

  test('surer when the filter or the app has just changed', () => {
    const changes = [change('filter', 12 * minute, 'LuLu was updated')]
    const { weight, evidence } = presentBy(filterBlocksClient, sick(lines(), { ...waits, changes }))
    expect(weight).toBeCloseTo(0.92)
    expect(evidence).toContain('LuLu was updated; that was 12 minutes ago')
    const updated = { ...waits, changes: [change('app-update', 20 * minute)] }
    expect(presentBy(filterBlocksClient, sick(lines(), updated)).weight).toBeCloseTo(0.87)
  })

  test('a filter that just changed counts though it cannot be listed', () => {
    const changes = [change('filter', minute, 'A filter was switched on')]
    presentBy(filterBlocksClient, sick([well(), sockets('none'), filtered()], { ...waits, changes }))
  })

  test('weaker where the app has no connection at all', () => {
    const { weight, against } = presentBy(filterBlocksClient, sick(lines(sockets('none')), waits))
    expect(weight).toBe(0.5)
    expect(against).toHaveLength(1)
    const security = filtered({ ...lulu, kind: 'security' })
    expect(presentBy(filterBlocksClient, sick(lines(sockets('none'), security), waits)).weight).toBe(0.4)
  })

  test.each<[string, Line[], Rest]>([
    ['it is connected', [sockets('established')], waits],
    ['it is connected to another address of the provider', [sockets('elsewhere')], waits],
    ['no filter is installed', [filtered()], waits],
    ['the filter is not at work', [filtered({ ...lulu, state: 'waiting' })], waits],
    ['we do not get through either', shut, waits],
    ['nothing waits and it does not call', [sockets('none')], { account }],
    ['the server hung up on it', [sockets('close-wait')], waits],
    [
      'a server has answered the message',
      [sockets('none')],
      { account, messages: [{ ...message, lastReply: '550 no' }] },
    ],
    ['it is meant to wait', [sockets('none')], { account, messages: [{ ...message, state: 'scheduled' }] }],
    ['nobody knows the app', [], { account: plain, messages: [message] }],
    [
      'a wake-up explains that it does not call',
      [sockets('none')],
      { ...waits, changes: [change('wake', 5 * minute)] },
    ],
  ])('not where %s', (_, more, rest) => {
    expect(filterBlocksClient.judge(sick(lines(...more), rest))).toEqual(absent)
  })

  test('undecided without the sockets, the filters or our own way', () => {
    expect(filterBlocksClient.judge(sick(lines(notFound(clientSockets)), waits))).toEqual(undecided(clientSockets.id))
    expect(filterBlocksClient.judge(sick(lines(notFound(filters)), waits))).toEqual(undecided(filters.id))
    const blind = [sockets('none'), notFound(greeting), notFound(encryption)]
    expect(filterBlocksClient.judge(sick(lines(...blind), waits))).toEqual(undecided(greeting.id, encryption.id))
  })

  test('a refused password is not the filter’s doing', () => {
    const refused = found(signIn, { outgoing: { host: outgoing.host, outcome: 'refused', ms: 5 } })
    expect(filterBlocksClient.judge(sick(lines(sockets('none'), refused), waits))).toEqual(absent)
  })
})

describe('mail-privacy-conflict', () => {
  const lines = (...more: Line[]) => [well({ protectMailActivity: true }), sockets('syn-sent'), filtered(lulu), ...more]

  test('one host only, a filter, and the protection on', () => {
    const { evidence } = presentBy(mailPrivacyConflict, sick(lines(), waits))
    expect(evidence).toContain('Protect Mail Activity is on, and LuLu filters the network')
    const { causes: named } = diagnose(sick(lines(), waits), allCauses, allProbes)
    expect(named[0]).toMatchObject({ id: mailPrivacyConflict.id, explains: [filterBlocksClient.id] })
  })

  test.each<[string, Line[], Rest]>([
    ['both hosts are called in vain', [sockets('syn-sent', 'syn-sent')], waits],
    ['the other host is not reached either', [sockets('syn-sent', 'none')], waits],
    ['the protection is off', [well({ protectMailActivity: false })], waits],
    ['it cannot be seen', [well()], waits],
    ['there is no filter', [filtered()], waits],
    ['it is Outlook', [], inOutlook],
  ])('not where %s', (_, more, rest) => {
    expect(mailPrivacyConflict.judge(sick(lines(...more), rest))).toEqual(absent)
  })

  test('undecided without the health of the app', () => {
    expect(mailPrivacyConflict.judge(sick(lines(notFound(clientHealth)), waits))).toEqual(undecided(clientHealth.id))
  })
})

describe('client-session-stale', () => {
  const woke: Rest = { ...waits, changes: [change('wake', 5 * minute, 'The Mac woke up')] }
  const lines = (...more: Line[]) => [well(), sockets('none'), filtered(), ...more]

  test('the Mac woke up, the way is clear, and the app has no connection', () => {
    const { weight, evidence } = presentBy(clientSessionStale, sick(lines(), woke))
    expect(weight).toBe(0.65)
    expect(evidence.slice(0, 2)).toEqual([
      'The Mac woke up; that was 5 minutes ago',
      'Mail has no connection to smtp.example.org',
    ])
  })

  test('surest where the server has hung up and the app has not noticed', () => {
    const left = sick(lines(sockets('close-wait')), woke)
    expect(presentBy(clientSessionStale, left).weight).toBe(0.8)
    const unexplained = presentBy(clientSessionStale, sick(lines(sockets('close-wait')), waits))
    expect(unexplained).toMatchObject({ weight: 0.45, against: ['No change of the network was seen before'] })
  })

  test('a call into the old network hangs, too', () => {
    const switched = { ...waits, changes: [change('network', 2 * minute)] }
    expect(presentBy(clientSessionStale, sick(lines(sockets('syn-sent')), switched)).weight).toBe(0.6)
  })

  test.each<[string, Line[], Rest]>([
    ['it has not had a minute yet', [], { ...waits, changes: [change('wake', 0.9 * minute)] }],
    ['nothing happened before', [], waits],
    ['it happened long ago', [], { ...waits, changes: [change('wake', 90 * minute)] }],
    ['it is connected', [sockets('established')], woke],
    ['nothing waits', [], { ...woke, messages: [] }],
    ['the way is not clear', shut, woke],
  ])('not where %s', (_, more, rest) => {
    expect(clientSessionStale.judge(sick(lines(...more), rest))).toEqual(absent)
  })

  test('a filter that is there speaks against it; one that just changed is the reason instead', () => {
    expect(presentBy(clientSessionStale, sick(lines(filtered(lulu)), woke)).against.join()).toContain('LuLu')
    const both = { ...waits, changes: [change('wake', 5 * minute), change('filter', 4 * minute)] }
    const { causes: named } = diagnose(sick(lines(filtered(lulu)), both), allCauses, allProbes)
    expect(named[0]).toMatchObject({ id: filterBlocksClient.id, explains: [clientSessionStale.id] })
  })

  test('where Outlook does not tell by which server it sends, the other one speaks for the way', () => {
    const { outgoing: _, ...half } = outlook
    const rest: Rest = { ...woke, account: { ...half, hidden: ['outgoing'] } }
    const chart = sick(lines(sockets('none', 'none')), rest)
    expect(presentBy(clientSessionStale, chart).evidence).toContain('Outlook has no connection to imap.example.org')
    expect(clientSessionStale.judge(sick(lines(sockets('none', 'none')), { ...woke, account: half }))).toEqual(absent)
  })

  test('undecided without the sockets', () => {
    expect(clientSessionStale.judge(sick(lines(notFound(clientSockets)), woke))).toEqual(undecided(clientSockets.id))
  })

  test('is silent while the app is closed, offline or hung', () => {
    for (const sign of [{ running: false }, { offline: true }, { answers: 'no' as const }]) {
      const { causes: named } = diagnose(sick(lines(well(sign)), woke), allCauses, allProbes)
      expect(named.map(({ id }) => id)).not.toContain(clientSessionStale.id)
      expect(named[0]?.explains).toContain(clientSessionStale.id)
    }
  })
})

describe('client-not-running', () => {
  test('mail waits and the app is closed', () => {
    expect(presentBy(clientNotRunning, sick([well({ running: false })], waits)).evidence).toEqual([
      'Mail is not running',
      '1 message is waiting',
    ])
  })

  test('not while it runs, nothing waits, or all is meant to wait', () => {
    expect(clientNotRunning.judge(sick([well()], waits))).toEqual(absent)
    expect(clientNotRunning.judge(sick([well({ running: false })], { account }))).toEqual(absent)
    const later: Rest = { account, messages: [{ ...message, state: 'scheduled' }] }
    expect(clientNotRunning.judge(sick([well({ running: false })], later))).toEqual(absent)
  })

  test('undecided where nobody could look', () => {
    expect(clientNotRunning.judge(sick([notFound(clientHealth)], waits))).toEqual(undecided(clientHealth.id))
  })
})

describe('client-offline and account-offline', () => {
  test('by the app, by the account, and by the account switched off', () => {
    expect(presentBy(clientOffline, sick([well({ offline: true })], waits)).weight).toBe(0.96)
    const paused = well({ account: { enabled: true, offline: true } })
    expect(presentBy(accountOffline, sick([paused], waits)).evidence[0]).toBe('Mail has this account switched offline')
    const off = well({ account: { enabled: false } })
    expect(presentBy(accountOffline, sick([off], waits)).evidence[0]).toBe('Mail has this account switched off')
  })

  test('without waiting mail it is the user’s choice, unless nobody could see', () => {
    const calm: Rest = { account, observation: look({ outbox: { seen: true, messages: [] } }) }
    expect(clientOffline.judge(sick([well({ offline: true })], calm))).toEqual(absent)
    expect(accountOffline.judge(sick([well({ account: { enabled: false } })], calm))).toEqual(absent)
    expect(presentBy(clientOffline, sick([well({ offline: true })], { account })).weight).toBe(0.6)
  })

  test('not when online or unseen', () => {
    expect(clientOffline.judge(sick([well({ offline: false })], waits))).toEqual(absent)
    expect(accountOffline.judge(sick([well({ account: { enabled: true } })], waits))).toEqual(absent)
    expect(clientOffline.judge(sick([], waits))).toEqual(absent)
  })
})

describe('client-hung', () => {
  const mute = { answers: 'no' } as const

  test('twice no answer, and nothing stored since', () => {
    const sure = presentBy(clientHung, sick([well({ ...mute, changed: noon - 9 * minute })], waits))
    expect(sure).toMatchObject({ weight: 0.85, against: [] })
    expect(sure.evidence[1]).toBe('It has stored nothing for 9 min')
    expect(presentBy(clientHung, sick([well(mute)], waits))).toMatchObject({ weight: 0.7 })
  })

  test('a window that waits is said', () => {
    const chart = sick([well({ dialog: true })], waits)
    const _verdict = presentBy(clientHung, chart)
    expect(explained(clientHung, chart).plain).toContain('shows a window')
  })

  test('not while it still stores, answers, is closed or has nothing to do', () => {
    expect(clientHung.judge(sick([well({ ...mute, changed: noon - minute })], waits))).toEqual(absent)
    expect(clientHung.judge(sick([well({ answers: 'yes' })], waits))).toEqual(absent)
    expect(clientHung.judge(sick([well({ ...mute, running: false })], waits))).toEqual(absent)
    expect(clientHung.judge(sick([], waits))).toEqual(absent)
    const calm = { account, observation: look({ outbox: { seen: true, messages: [] } }) }
    expect(clientHung.judge(sick([well({ dialog: true })], calm))).toEqual(absent)
  })
})

describe('client-napping', () => {
  const hidden = well({ hiddenFor: 40 * minute })

  test('hidden for long and not trying', () => {
    expect(presentBy(clientNapping, sick([hidden, sockets('none')], waits)).evidence[0]).toBe(
      'Mail has been hidden for 40 min',
    )
  })

  test('not when hidden briefly, connected, or our own way fails', () => {
    expect(clientNapping.judge(sick([well({ hiddenFor: 5 * minute }), sockets('none')], waits))).toEqual(absent)
    expect(clientNapping.judge(sick([hidden, sockets('established')], waits))).toEqual(absent)
    expect(clientNapping.judge(sick([hidden, sockets('syn-sent')], waits))).toEqual(absent)
    expect(clientNapping.judge(sick([hidden, sockets('none'), ...shut], waits))).toEqual(absent)
  })

  test('undecided without the sockets', () => {
    expect(clientNapping.judge(sick([hidden, notFound(clientSockets)], waits))).toEqual(undecided(clientSockets.id))
  })
})

describe('client-damaged and store-damaged', () => {
  const broken = (line: string) => well({ signature: { is: 'broken', line } })

  test('the signature is broken', () => {
    const chart = sick([broken('a sealed resource is missing or invalid')], waits)
    expect(presentBy(clientDamaged, chart).weight).toBe(0.6)
    expect(presentBy(clientDamaged, sick([broken('invalid'), ...shut], waits)).against).toHaveLength(1)
  })

  test('not for the remark that means nothing, an intact app, or one nobody could check', () => {
    expect(clientDamaged.judge(sick([broken('In subcomponent: …/Frameworks/OLE.framework')], waits))).toEqual(absent)
    expect(clientDamaged.judge(sick([well({ signature: { is: 'intact' } })], waits))).toEqual(absent)
    expect(clientDamaged.judge(sick([well({ signature: { is: 'unknown', why: foreignName('x') } })], waits))).toEqual(
      absent,
    )
  })

  test('the index is damaged', () => {
    expect(presentBy(storeDamaged, sick([well({ storeDamaged: true })], waits)).weight).toBe(0.75)
    expect(presentBy(storeDamaged, sick([well({ storeDamaged: true }), ...shut], waits)).weight).toBe(0.4)
    expect(storeDamaged.judge(sick([well({ storeDamaged: false })], waits))).toEqual(absent)
  })
})

describe('preferences-damaged and profile-damaged', () => {
  const error = (code: string, ago = minute): ClientHealth['errors'][number] => ({ code, at: noon - ago })
  const cut = (...errors: ClientHealth['errors']) => well({ client: 'outlook', errors })

  test.each(['3253', '-3253', 'Error 3253', '3256'])('Outlook says %s while every check passes', (code) => {
    const { weight, evidence } = presentBy(preferencesDamaged, sick([cut(error(code))], inOutlook))
    expect(weight).toBeLessThan(0.4)
    expect(evidence[0]).toMatch(/^Outlook reports error 325\d/)
    expect(profileDamaged.judge(sick([cut(error(code))], inOutlook))).toEqual(absent)
  })

  test.each<[string, Line[], Rest]>([
    ['other numbers', [cut(error('17099'), error('13253'))], inOutlook],
    ['an old error', [cut(error('3253', 3 * 60 * minute))], inOutlook],
    ['Apple Mail', [well({ errors: [error('3253')] })], waits],
    ['a way that is not clear', [cut(error('3253')), ...shut], inOutlook],
    [
      'an empty outbox',
      [cut(error('3253'))],
      { account: outlook, observation: look({ outbox: { seen: true, messages: [] } }) },
    ],
  ])('not for %s', (_, lines, rest) => {
    expect(preferencesDamaged.judge(sick(lines, rest))).toEqual(absent)
  })

  test('after a reset that did not help it is the profile', () => {
    const changes = [change('treatment', 30 * minute, render(resetOutlookPreferences.label))]
    const chart = sick([cut(error('3253'))], { ...inOutlook, changes })
    presentBy(profileDamaged, chart)
    expect(diagnose(chart, allCauses, allProbes).causes.map(({ id }) => id)).toEqual([profileDamaged.id])
    const before = sick([cut(error('3253', 40 * minute))], { ...inOutlook, changes })
    expect(profileDamaged.judge(before)).toEqual(absent)
  })

  test('anything surer goes first', () => {
    const { causes: named } = diagnose(
      sick([cut(error('3253')), well({ client: 'outlook', offline: true, errors: [error('3253')] })], inOutlook),
      allCauses,
      allProbes,
    )
    expect(named.map(({ id }) => id)).toEqual([clientOffline.id])
    expect(named[0]?.explains).toContain(preferencesDamaged.id)
  })

  test('undecided without our own way', () => {
    const blind = sick([cut(error('3253')), notFound(greeting)], inOutlook, greeting)
    expect(preferencesDamaged.judge(blind)).toEqual(undecided(greeting.id))
  })
})

describe('sent-folder-heavy', () => {
  const sent = (messages: number, bytes = 1e9) => well({ sent: { messages, bytes } })

  test('only when it is huge, something waits and nothing else is found', () => {
    expect(presentBy(sentFolderHeavy, sick([sent(81_000)], waits)).evidence[0]).toBe(
      'The Sent folder holds 81,000 messages (1 GB)',
    )
    expect(presentBy(sentFolderHeavy, sick([sent(9, 12e9)], waits)).weight).toBeLessThan(0.2)
    expect(sentFolderHeavy.judge(sick([sent(12_000)], waits))).toEqual(absent)
    expect(sentFolderHeavy.judge(sick([sent(81_000)], { account }))).toEqual(absent)
    expect(sentFolderHeavy.judge(sick([sent(81_000), ...shut], waits))).toEqual(absent)
  })
})

describe('account-missing', () => {
  const own = { ...account, client: 'apple-mail', enabled: true } as const
  const orphan: Message = { ...message, account: 'gone' }

  test('a message whose account the app no longer has', () => {
    const chart = sick([well()], { account, messages: [message, orphan], observation: look({ accounts: [own] }) })
    expect(presentBy(accountMissing, chart).evidence).toEqual(['Mail has no account any more for a waiting message'])
  })

  test('Outlook says so itself', () => {
    const told = well({ client: 'outlook', errors: [{ code: '17199', at: noon - minute }] })
    expect(presentBy(accountMissing, sick([told], inOutlook)).weight).toBe(0.7)
    expect(accountMissing.judge(sick([told], { account: outlook }))).toEqual(absent)
  })

  test('not where the accounts were not seen, or the message names none', () => {
    expect(accountMissing.judge(sick([well()], { account, messages: [orphan], observation: look() }))).toEqual(absent)
    const { account: _, ...nameless } = message
    const seen = { account, messages: [nameless, message], observation: look({ accounts: [own] }) }
    expect(accountMissing.judge(sick([well()], seen))).toEqual(absent)
  })
})

describe('outlook-add-in', () => {
  const addIns = [{ name: 'Labels', host: 'labels.example.net' }]
  const seen: Rest = { ...inOutlook, observation: look({ client: 'outlook', addIns }) }
  const came = (reach: 'open' | 'silent') => found(addInHosts, { addIns: addIns.map((one) => ({ ...one, reach })) })

  test('its host does not answer and the rest is fine', () => {
    expect(presentBy(outlookAddIn, sick([came('silent')], seen)).evidence[0]).toBe(
      'The add-in Labels comes from labels.example.net, which does not answer',
    )
  })

  test('not when it comes, nothing waits, or the way is not clear', () => {
    expect(outlookAddIn.judge(sick([came('open')], seen))).toEqual(absent)
    expect(outlookAddIn.judge(sick([came('silent')], { ...seen, messages: [] }))).toEqual(absent)
    expect(outlookAddIn.judge(sick([came('silent'), ...shut], seen))).toEqual(absent)
    expect(outlookAddIn.judge(sick([], inOutlook))).toEqual(absent)
  })

  test('undecided where nobody knocked', () => {
    expect(outlookAddIn.judge(sick([notFound(addInHosts)], seen))).toEqual(undecided(addInHosts.id))
  })
})

describe('ews-retired', () => {
  const server = { protocol: 'exchange', host: 'outlook.office365.com', port: 443, security: 'tls' } as const
  const exchange: Account = { id: 'a1', email: 'anna@example.org', client: 'outlook', incoming: server }
  const rest: Rest = { account: exchange, messages: [message] }
  const legacy = well({ client: 'outlook', mode: 'legacy' })
  const there = found(exchangeEndpoints, {
    endpoints: [{ name: 'ews', host: server.host, outcome: 'there', status: 401, ms: 80 }],
  })

  test('legacy Outlook, Microsoft 365, past the date, and mail that waits', () => {
    const { evidence, against } = presentBy(ewsRetired, sick([legacy, there], rest))
    expect(evidence[0]).toContain('1 October 2026')
    expect(against[0]).toContain('still answers')
  })

  test('surer, and without waiting mail, when it is off for everybody', () => {
    const later = { ...sick([legacy], { account: exchange }), at: Date.UTC(2027, 3, 2) }
    expect(presentBy(ewsRetired, later).weight).toBe(0.9)
  })

  test('not before the date, in New Outlook, in Apple Mail, elsewhere, or with nothing waiting', () => {
    expect(ewsRetired.judge({ ...sick([legacy], rest), at: Date.UTC(2026, 8, 1) })).toEqual(absent)
    expect(ewsRetired.judge(sick([well({ client: 'outlook', mode: 'new' })], rest))).toEqual(absent)
    expect(ewsRetired.judge(sick([legacy], { ...rest, account: { ...exchange, client: 'apple-mail' } }))).toEqual(
      absent,
    )
    const own = { ...exchange, incoming: { ...server, host: 'mail.example.org' } }
    expect(ewsRetired.judge(sick([legacy], { ...rest, account: own }))).toEqual(absent)
    expect(ewsRetired.judge(sick([legacy], { account: exchange }))).toEqual(absent)
  })

  test('undecided while nobody knows which Outlook it is', () => {
    const blind = well({ client: 'outlook', mode: 'unknown' })
    expect(ewsRetired.judge(sick([blind], rest))).toEqual(undecided(clientHealth.id))
    expect(ewsRetired.judge(sick([notFound(clientHealth)], rest))).toEqual(undecided(clientHealth.id))
  })
})

describe('cannot-see', () => {
  test('an outbox that was not seen, or an app of which nothing was', () => {
    const closed = look({
      client: 'outlook',
      mode: 'new',
      outbox: { seen: false, why: foreignName('New Outlook keeps its outbox to itself.') },
    })
    const chart = sick([well()], { account: outlook, observation: closed })
    const verdict = presentBy(cannotSee, chart)
    expect(verdict.evidence).toEqual(['New Outlook keeps its outbox to itself.'])
    expect(explained(cannotSee, chart).plain).toContain('new Outlook')
    presentBy(cannotSee, sick([notFound(clientHealth)], { account }))
  })

  test('leaves the status unsure, and everything else before it', () => {
    const { status } = diagnose(sick([notFound(clientHealth)], { account }), allCauses, allProbes)
    expect(status).toBe('unsure')
    const closed = look({ outbox: { seen: false, why: foreignName('Full Disk Access is missing.') } })
    const offline = diagnose(sick([well({ offline: true })], { ...waits, observation: closed }), allCauses, allProbes)
    expect(offline.status).toBe('stuck')
    expect(offline.causes.map(({ id }) => id)).toEqual([clientOffline.id, cannotSee.id])
  })

  test('not where the outbox was seen, or no app is known', () => {
    expect(cannotSee.judge(sick([well()], { account, observation: look() }))).toEqual(absent)
    expect(cannotSee.judge(sick([well()], { account }))).toEqual(absent)
    expect(cannotSee.judge(sick([notFound(clientHealth)]))).toEqual(absent)
  })
})

describe('the mail app', () => {
  test('one that is well and connected is named for nothing', () => {
    const lines = [well({ answers: 'yes', signature: { is: 'intact' } }), sockets('established'), filtered(lulu)]
    const busy = sick(lines, { ...waits, observation: look(), changes: [change('wake', 5 * minute)] })
    expect(allCauses.filter((cause) => cause.judge(busy).is === 'present').map(({ id }) => id)).toEqual([])
  })

  test('is not to blame while the network is', () => {
    const lines = [
      well({ hiddenFor: 60 * minute }),
      sockets('syn-sent', 'syn-sent'),
      filtered(lulu),
      ...unreached(true),
    ]
    const { causes: named } = diagnose(
      sick(lines, { ...waits, changes: [change('wake', 5 * minute)] }),
      allCauses,
      allProbes,
    )
    const ofTheApp: string[] = [filterBlocksClient, clientSessionStale, clientNapping].map(({ id }) => id)
    expect(named.filter(({ id }) => ofTheApp.includes(id))).toEqual([])
  })
})
