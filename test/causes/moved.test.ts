import { describe, expect, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import { judgeMovedMailbox, movedMailbox } from '../../src/causes/lib/moved-mailbox.ts'
import { outgoingIsIncoming } from '../../src/causes/server/outgoing-is-incoming.ts'
import { settingsDiffer } from '../../src/causes/server/settings-differ.ts'
import type { Account, Server } from '../../src/core/mail.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { providerNow } from '../../src/knowledge/providers.ts'
import { allProbes } from '../../src/probes/index.ts'
import { mailRecords } from '../../src/probes/names/mail-records.ts'
import { capabilities } from '../../src/probes/server/capabilities.ts'
import { greeting } from '../../src/probes/server/greeting.ts'
import { type SignInFact, signIn } from '../../src/probes/sign-in/sign-in.ts'
import { account, found, incoming, type Line, noon, outgoing, presentBy, type Rest, sick } from './chart.ts'

const absent = { is: 'absent' }
const waits = [{ id: 'm1', waitingSince: noon - 600_000, state: 'waiting' as const }]

const exchangers = (email: string, ...hosts: string[]): Line =>
  found(mailRecords, {
    domain: email.split('@')[1] ?? '',
    outcome: 'answered',
    mx: hosts.map((exchange, at) => ({ exchange, priority: 10 * at })),
    nullMx: false,
    services: [],
  })

function at(email: string, imap: string, smtp: string): Account {
  return { ...account, email, incoming: { ...incoming, host: imap }, outgoing: { ...outgoing, host: smtp } }
}

const tried = (outcome: 'refused' | 'accepted'): Line => {
  const text = 'Invalid login'
  const one = { method: 'password', ms: 30 } as const
  return found(signIn, {
    outgoing: {
      ...one,
      host: outgoing.host,
      outcome,
      ...(outcome === 'refused' && {
        reply: { protocol: 'smtp', stage: 'auth', code: '535', enhanced: '5.7.8', text },
      }),
    },
  } as SignInFact)
}

describe('a mailbox that was moved', () => {
  const cases = [
    ['nora@comcast.net', 'imap.comcast.net', 'smtp.comcast.net', 'mx-comcast.mail.am0.yahoodns.net', 'yahoo'],
    ['nora@garden.example', 'imap.ionos.de', 'smtp.ionos.de', 'aspmx.l.google.com', 'google-workspace'],
    [
      'nora@garden.example',
      'mail.garden.example',
      'mail.garden.example',
      'garden-example.mail.protection.outlook.com',
      'microsoft365',
    ],
    ['nora@garden.example', 'imap.strato.de', 'smtp.strato.de', 'in1-smtp.messagingengine.com', 'fastmail'],
    ['nora@garden.example', 'imap.one.com', 'send.one.com', 'mx.zoho.eu', 'zoho-eu'],
  ] as const

  test.for(cases)('%s at %s is with %s', ([email, imap, smtp, exchange, to]) => {
    const rest: Rest = { account: at(email, imap, smtp), messages: waits }
    const chart = sick([exchangers(email, exchange), tried('refused')], rest)
    expect(movedMailbox(chart)?.to.id).toBe(to)
    const verdict = presentBy(settingsDiffer, chart)
    expect(verdict.evidence[0]).toContain(exchange)
    expect(diagnose(chart, allCauses, allProbes).causes[0]?.id).toBe(settingsDiffer.id)
    expect(judgeMovedMailbox(sick([exchangers(email, exchange), tried('accepted')], rest))).toEqual(absent)
    expect(judgeMovedMailbox(sick([exchangers(email, exchange)], { account: rest.account as Account }))).toEqual(absent)
    expect(judgeMovedMailbox(sick([exchangers(email, exchange)], rest))).toEqual({
      is: 'undecided',
      missing: [signIn.id],
    })
  })

  const stayed = [
    [
      'a provider that lets another take its mail',
      'nora@att.net',
      'imap.mail.att.net',
      'ff-ip4-mx-vip1.prodigy.yahoodns.net',
    ],
    ['one that shares its exchangers', 'nora@aol.com', 'imap.aol.com', 'mx-aol.mail.gm0.yahoodns.net'],
    ['mail fetched where it is delivered', 'nora@garden.example', 'imap.gmail.com', 'aspmx.l.google.com'],
    ['a gate against spam that keeps no mailboxes', 'nora@garden.example', 'imap.ionos.de', 'mx1.gate.example'],
    [
      'a hoster that serves under the customer’s name',
      'nora@garden.example',
      'mail.garden.example',
      'mx00.kundenserver.de',
    ],
    ['a hoster by an older name', 'nora@garden.example', 'imap.1und1.de', 'mx00.kundenserver.de'],
    ['its own exchanger', 'nora@garden.example', 'mail.garden.example', 'mail.garden.example'],
  ] as const

  test.for(stayed)('not: %s', ([, email, imap, exchange]) => {
    const rest = { account: at(email, imap, 'smtp.relay.example'), messages: waits }
    expect(judgeMovedMailbox(sick([exchangers(email, exchange), tried('refused')], rest))).toEqual(absent)
  })

  test('who keeps the mailboxes, without and with exchangers', () => {
    expect(providerNow('comcast.net', undefined)?.id).toBe('comcast')
    expect(providerNow('comcast.net', 'mx1.comcast.net')?.id).toBe('comcast')
    expect(providerNow('comcast.net', 'mx-comcast.mail.am0.yahoodns.net')?.id).toBe('yahoo')
    expect(providerNow('garden.example', 'mx1.gate.example')).toBeUndefined()
  })
})

describe('outgoing-is-incoming', () => {
  const sends = (server: Partial<Server>) => ({ ...account, outgoing: { ...outgoing, ...server } })
  const noAuth = (host: string): Line =>
    found(capabilities, { outgoing: { host, port: 25, before: [], after: ['SIZE'], auth: [], lost: [] } })

  test.for([
    'gmail-smtp-in.l.google.com',
    'mx01.mail.icloud.com',
    'garden-example.mail.protection.outlook.com',
    'mta5.am0.yahoodns.net',
    'in1-smtp.messagingengine.com',
  ])('%s takes the mail of others', (host) => {
    const chart = sick([], { account: sends({ host, port: 25 }), messages: waits })
    presentBy(outgoingIsIncoming, chart)
    expect(outgoingIsIncoming.judge(sick([], { account: sends({ host, port: 25 }) }))).toEqual(absent)
  })

  test.for(['imap.gmail.com', 'imap.mail.yahoo.com', 'imap.gmx.net', 'imap.mail.me.com', 'outlook.office365.com'])(
    '%s hands mail out',
    (host) => void presentBy(outgoingIsIncoming, sick([], { account: sends({ host }), messages: waits })),
  )

  test('a server that greets as one for fetching does, whatever it is called', () => {
    const line = found(greeting, {
      outgoing: { host: outgoing.host, port: 993, outcome: 'foreign', speaks: 'imap', masked: false, ms: 40 },
    })
    presentBy(outgoingIsIncoming, sick([line]))
  })

  test('the domain’s own exchanger, where it takes no sign-in; a house with one host for all is left alone', () => {
    const host = 'mail.garden.example'
    const rest = { account: { ...sends({ host, port: 25 }), email: 'nora@garden.example' }, messages: waits }
    const records = exchangers('nora@garden.example', host)
    const refused = [
      { id: 'm1', waitingSince: noon - 600_000, state: 'waiting' as const, lastReply: '550 5.7.1 Relaying denied' },
    ]
    presentBy(outgoingIsIncoming, sick([records, noAuth(host)], { ...rest, messages: refused }))
    expect(outgoingIsIncoming.judge(sick([records, noAuth(host)], rest))).toEqual(absent)
    expect(outgoingIsIncoming.judge(sick([records], rest))).toEqual(absent)
    expect(outgoingIsIncoming.judge(sick([noAuth(host)], rest))).toEqual(absent)
  })

  test.for([
    'mail.messagingengine.com',
    'smtp.kundenserver.de',
    'mailout.one.com',
    'smtp.gmail.com',
    'smtp.office365.com',
    'smtp.mail.yahoo.com',
    'mail.gmx.net',
    'smtp.example.org',
  ])('%s is for sending', (host) =>
    expect(outgoingIsIncoming.judge(sick([], { account: sends({ host }), messages: waits }))).toEqual(absent),
  )

  test('the advice to sign in, or to mind the sender, falls silent behind it', () => {
    const lastReply = '550 5.7.1 [203.0.113.9] The IP you’re using to send mail is not authorized - gsmtp'
    const mail = [{ ...waits[0], id: 'm1', waitingSince: noon - 600_000, state: 'waiting' as const, lastReply }]
    const chart = sick([], {
      account: sends({ host: 'gmail-smtp-in.l.google.com', port: 25, auth: 'none' }),
      messages: mail,
    })
    expect(diagnose(chart, allCauses, allProbes).causes.map(({ id }) => id)).toEqual([outgoingIsIncoming.id])
  })
})
