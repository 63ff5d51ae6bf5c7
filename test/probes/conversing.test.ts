import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { duration, joinSentences, say, verbatim } from '../../src/core/sentence.ts'
import { capabilities } from '../../src/probes/server/capabilities.ts'
import { conversation } from '../../src/probes/server/conversation.ts'
import { greeting } from '../../src/probes/server/greeting.ts'
import { examination, factOf } from '../examination.ts'
import { dovecot, multiline, postfix } from '../wire/mail-server.ts'
import { mailAccount } from './mail-account.ts'

const healthy = { outgoing: { script: postfix() }, incoming: { script: dovecot() } }

describe('several probes', () => {
  test('share one visit to each server', async () => {
    const { given, servers } = await mailAccount(healthy)
    const exam = examination(given)
    const facts = await Promise.all(
      [greeting, capabilities, conversation].map((probe) => probe.ask(exam, exam.signal, () => {})),
    )
    for (const fact of facts) expect(Object.keys(fact).sort()).toEqual(['incoming', 'outgoing'])
    expect(servers.outgoing?.visitors()).toBe(1)
    expect(servers.incoming?.visitors()).toBe(1)
  })

  test('are skipped where no name has an address', async () => {
    const { given } = await mailAccount(healthy, {})
    const exam = examination({ ...given, facts: [] })
    expect(await greeting.ask(exam, exam.signal, () => {})).toEqual({ because: 'server-name' })
  })

  test('are not asked of an Exchange account', () => {
    const incoming = { protocol: 'exchange', host: 'outlook.example.org', port: 443, security: 'tls' } as const
    expect(greeting.when?.(examination({ account: { incoming } }))).toBe(false)
  })
})

describe('greeting', () => {
  test('tells of both servers in one line, and proves the way out', async () => {
    const { given } = await mailAccount(healthy)
    const { fact, telling } = await factOf(greeting, given)
    const { outgoing, incoming } = fact
    if (!outgoing || !incoming) throw new Error('Both servers greet')
    const greets = ({ host, ms }: { host: string; ms: number }) =>
      say('{host} greets in {took}', { host: verbatim(host), took: duration(ms) })
    expect(telling).toEqual({ tone: 'good', line: joinSentences([greets(outgoing), greets(incoming)], '; ') })
    // What this machine needs is its own affair: the words are held with times that are known.
    const { chart } = examination(given)
    const timed = greeting.describe({ outgoing: { ...outgoing, ms: 43 }, incoming: { ...incoming, ms: 4_200 } }, chart)
    expect(render(timed.line)).toBe('smtp.example.org greets in 43 ms; imap.example.org greets in 4.2 s')
    expect(greeting.provesWayOut?.(fact)).toEqual('smtp.example.org speaks to us')
    expect(greeting.replies?.(fact).map(({ code }) => code)).toEqual(['220', 'OK'])
  })

  test('a silent server does not hold back what the other one said', async () => {
    const { given } = await mailAccount({ outgoing: { script: {} }, incoming: { script: dovecot() } })
    const { fact, sofar, telling } = await factOf(greeting, given)
    expect(sofar).toEqual([{ incoming: expect.objectContaining({ outcome: 'greeted' }) }])
    expect(fact.outgoing).toMatchObject({ outcome: 'silent' })
    expect(rendered(telling)).toMatchObject({
      tone: 'bad',
      line: expect.stringContaining('smtp.example.org says nothing'),
    })
  })

  test('a server that is not reached makes the way not clear', async () => {
    const { given } = await mailAccount({ outgoing: {}, incoming: { script: dovecot() } })
    const { fact, telling } = await factOf(greeting, given)
    expect(Object.keys(fact)).toEqual(['incoming'])
    expect(rendered(telling)).toMatchObject({
      tone: 'bad',
      line: expect.stringContaining('nothing from smtp.example.org'),
    })
  })

  test('foreign words prove nothing', async () => {
    const { given } = await mailAccount({ outgoing: { script: { greeting: 'HTTP/1.1 400 Bad\r\n' } } })
    const { fact, telling } = await factOf(greeting, given)
    expect(greeting.provesWayOut?.(fact)).toBeUndefined()
    expect(render(telling.line)).toBe('smtp.example.org speaks, but as a web server does')
  })
})

describe('capabilities', () => {
  test('are those behind encryption, with size and ways to sign in', async () => {
    const { given } = await mailAccount(healthy)
    const { fact, telling } = await factOf(capabilities, given)
    expect(fact.outgoing).toMatchObject({ auth: ['PLAIN', 'LOGIN'], size: 10_240_000, lost: [] })
    expect(fact.incoming).toMatchObject({ auth: ['PLAIN', 'LOGIN'] })
    expect(render(telling.line)).toContain(
      'smtp.example.org offers sign-in by PLAIN, LOGIN; it takes messages up to 10 MB',
    )
  })

  test('that were there before are lost; before TLS and after it are different lists', async () => {
    const first = await mailAccount(healthy)
    const { fact: before } = await factOf(capabilities, first.given)
    const answers = {
      EHLO: (_: string, secure: boolean) => multiline('250', secure ? ['m', 'AUTH LOGIN'] : ['m', 'STARTTLS']),
    }
    const past = { last: () => ({ fact: before as never, at: 0 }) }
    const { given } = await mailAccount({ ...healthy, outgoing: { script: postfix({ answers }) } }, { past })
    const { fact } = await factOf(capabilities, given)
    expect(fact.outgoing?.lost.toSorted()).toEqual(['8BITMIME', 'AUTH PLAIN', 'PIPELINING', 'SIZE'])
    expect(fact.incoming?.lost).toEqual([])
  })

  test('a refusal of EHLO is a reply', async () => {
    const answers = { EHLO: '550 5.7.1 Your name is not welcome\r\n' }
    const { given } = await mailAccount({ outgoing: { script: postfix({ answers }) } })
    const { fact, telling } = await factOf(capabilities, given)
    expect(capabilities.replies?.(fact)).toMatchObject([{ code: '550', stage: 'ehlo', enhanced: '5.7.1' }])
    expect(telling.tone).toBe('bad')
  })
})

test('the conversation holds no address and no user', async () => {
  const greeted = postfix({ greeting: '220 smtp.example.org for anna@example.org\r\n' })
  const { given } = await mailAccount({ outgoing: { script: greeted } })
  const { fact } = await factOf(conversation, given)
  expect(fact.outgoing?.steps.length).toBeGreaterThan(8)
  expect(JSON.stringify(fact)).not.toContain('anna')
})
