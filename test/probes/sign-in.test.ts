import { describe, expect, test, vi } from 'vitest'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import type { Reply } from '../../src/core/reply.ts'
import type { Net, SignInAnswer } from '../../src/core/world.ts'
import { mailboxRoom } from '../../src/probes/server/mailbox-room.ts'
import { signIn } from '../../src/probes/sign-in/sign-in.ts'
import { certificate } from '../../src/probes/tls/certificate.ts'
import { askAlone, examination, factOf, type Given } from '../examination.ts'
import { dovecot, postfix } from '../wire/mail-server.ts'
import { canary, type Door, mailAccount, secretOf } from './mail-account.ts'

const good = { faults: [], trust: { nameFits: true, bundled: true, complete: true } }
const both = { outgoing: { script: postfix() }, incoming: { script: dovecot() } }
const trusted: NonNullable<Given['facts']> = [[certificate, { outgoing: good, incoming: good }]]

const reply = (code: string, enhanced: string | undefined, text = ''): Reply => ({
  protocol: 'smtp',
  stage: 'auth',
  code,
  ...(enhanced && { enhanced }),
  text,
})

/** Signs in by what is given, without a net. */
async function signedIn(answer: Partial<SignInAnswer>, more: Given = {}, doors: Record<string, Door> = both) {
  const { given } = await mailAccount(doors, { canSignIn: true, secrets: secretOf(), facts: trusted, ...more })
  const tries = vi.fn<Net['signIn']>(async () => ({ outcome: 'accepted', ms: 12, ...answer }))
  const net = { ...given.net, signIn: tries }
  return { ...(await factOf(signIn, { ...given, net })), tries }
}

describe('sign-in', () => {
  test('that is accepted: one try for each server, as the user or as the address', async () => {
    const { fact, telling, tries } = await signedIn({})
    expect(fact).toMatchObject({ outgoing: { outcome: 'accepted', version: 'v1' }, incoming: { outcome: 'accepted' } })
    expect(telling.tone).toBe('good')
    expect(tries).toHaveBeenCalledTimes(2)
    expect(tries.mock.calls[0]?.[2]).toEqual({ username: 'anna@example.org', secret: canary, method: 'password' })
    expect(JSON.stringify(fact)).not.toMatch(/anna|canary/)
  })

  test('that is refused', async () => {
    const { fact, telling } = await signedIn({
      outcome: 'refused',
      reply: reply('535', '5.7.8', 'authentication failed'),
    })
    expect(rendered(fact.outgoing)).toMatchObject({ outcome: 'refused', reply: { enhanced: '5.7.8' } })
    expect(rendered(telling)).toMatchObject({ tone: 'bad', line: expect.stringContaining('refuses the password: 535') })
    expect(signIn.replies?.(fact)).toHaveLength(2)
  })

  test('that the server could not judge', async () => {
    const { fact, telling } = await signedIn({ outcome: 'refused', reply: reply('454', '4.7.0', 'Temporary failure') })
    expect(rendered(fact.outgoing)).toMatchObject({ outcome: 'not-judged' })
    expect(telling.tone).toBe('bad')
  })

  test('with a password that was refused before is not tried again; with a new one it is', async () => {
    const before = { host: 'smtp.example.org', outcome: 'refused', version: 'v1', ms: 5, reply: reply('535', '5.7.8') }
    const past = { last: () => ({ fact: { outgoing: before } as never, at: 0 }) }
    const same = await signedIn({}, { past }, { outgoing: both.outgoing })
    expect(same.tries).not.toHaveBeenCalled()
    expect(same.fact.outgoing).toMatchObject({ outcome: 'refused', remembered: true, at: 0, reply: { code: '535' } })
    // What is remembered of what was remembered is as old as the first of them.
    const second = { last: () => ({ fact: { outgoing: { ...before, at: 0 } } as never, at: 60_000 }) }
    const third = await signedIn({}, { past: second }, { outgoing: both.outgoing })
    expect(third.fact.outgoing).toMatchObject({ remembered: true, at: 0 })
    const fresh = await signedIn({}, { past, secrets: secretOf(canary, 'v2') }, { outgoing: both.outgoing })
    expect(fresh.fact.outgoing).toMatchObject({ outcome: 'accepted', version: 'v2' })
  })

  test.each([
    ['525', '5.7.1', 'Unauthorized IP address'],
    ['535', '5.7.8', 'Error: authentication failed: hum'],
    ['535', '5.7.8', 'Error: authentication failed: Connection lost to authentication server'],
    ['535', undefined, 'Error: sender is frozen'],
    ['535', '5.7.139', 'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.'],
  ])('refused with %s %s %s does not call the password wrong', async (code, enhanced, text) => {
    const { fact, telling } = await signedIn({ outcome: 'refused', reply: reply(code, enhanced, text) })
    expect(rendered(fact.outgoing)).toMatchObject({ outcome: 'not-judged' })
    expect(render(telling.line)).toContain('without calling the password wrong')
  })

  test('where mail apps are let in by a switch, the same password is tried again after a while', async () => {
    const host = 'mail.gmx.net'
    const door = { outgoing: { ...both.outgoing, host } }
    const before = { host, outcome: 'refused', version: 'v1', ms: 5, reply: reply('535', undefined, 'No') }
    const ended = vi.fn<(outcome: string) => void>()
    const refusedAt = (minutes: number): Given => ({
      past: { last: () => ({ fact: { outgoing: before } as never, at: Date.now() - minutes * 60_000 }) },
      signIns: { mayTry: async () => ({ may: true, ended }) },
    })
    const soon = await signedIn({}, refusedAt(2), door)
    expect(soon.tries).not.toHaveBeenCalled()
    const later = await signedIn(
      { outcome: 'refused', reply: reply('535', undefined, 'Authentication credentials invalid') },
      refusedAt(30),
      door,
    )
    expect(later.tries).toHaveBeenCalledOnce()
    expect(later.fact.outgoing).toMatchObject({ outcome: 'refused' })
    // Not written down as refused for good.
    expect(ended.mock.calls).toEqual([['perhaps-refused']])
  })

  describe('that may not be tried once more', () => {
    const halfAnHourAgo = Date.now() - 30 * 60_000
    const instead = (since: 'refused' | 'accepted' | 'often'): Given => ({
      signIns: { mayTry: async () => ({ may: false, since, at: halfAnHourAgo }) },
    })

    test('since the same secret was refused, is as refused', async () => {
      const { fact, telling, tries } = await signedIn({}, instead('refused'))
      expect(tries).not.toHaveBeenCalled()
      expect(rendered(fact.outgoing)).toMatchObject({ outcome: 'refused', remembered: true, at: halfAnHourAgo })
      expect(telling.tone).toBe('bad')
    })

    test('since it was accepted not long ago, tells when, and is no proof of now', async () => {
      const { fact, telling, tries } = await signedIn({}, instead('accepted'))
      expect(tries).not.toHaveBeenCalled()
      expect(rendered(fact.outgoing)).toMatchObject({ outcome: 'accepted', remembered: true })
      expect(rendered(telling)).toMatchObject({ tone: 'plain', line: expect.stringContaining('30 minutes ago') })
    })

    test('since it was accepted before this mail waited, says nothing of the password', async () => {
      const message = { id: 'm', state: 'waiting', waitingSince: halfAnHourAgo + 60_000 } as const
      const { fact } = await signedIn({}, { ...instead('accepted'), messages: [message] })
      expect(rendered(fact.outgoing)).toMatchObject({
        outcome: 'not-tried',
        why: expect.stringMatching(/before this mail waited/),
      })
    })

    test('since it was said too often, is unknown and never healthy', async () => {
      await expect(signedIn({}, instead('often'))).rejects.toThrow(/without locking the account/)
    })
  })

  test('tells the ledger how it ended', async () => {
    const ended: string[] = []
    const signIns = { mayTry: async () => ({ may: true as const, ended: (how: string) => void ended.push(how) }) }
    await signedIn({ outcome: 'refused', reply: reply('454', '4.7.0') }, { signIns }, { outgoing: both.outgoing })
    await signedIn({ outcome: 'refused', reply: reply('535', '5.7.8') }, { signIns }, { outgoing: both.outgoing })
    expect(ended).toEqual(['not-judged', 'refused'])
  })

  test.each([
    [{ auth: 'oauth2' }, /own window/],
    [{ auth: 'none' }, /set not to sign in/],
    [{ auth: 'kerberos' }, /own service/],
    [{ security: 'none' }, /without encryption/],
  ] as const)('is not tried with %j', async (differs, why) => {
    const { fact, telling, tries } = await signedIn({}, {}, { outgoing: { ...both.outgoing, ...differs } })
    expect(tries).not.toHaveBeenCalled()
    expect(rendered(fact.outgoing)).toMatchObject({ outcome: 'not-tried', why: expect.stringMatching(why) })
    expect(telling.tone).toBe('plain')
  })

  test.each([['expired'], ['wrong-name'], ['untrusted'], ['self-signed']])(
    'is not tried where the certificate is %s',
    async (fault) => {
      const facts: NonNullable<Given['facts']> = [[certificate, { outgoing: { ...good, faults: [fault] } }]]
      const { tries } = await signedIn({}, { facts }, { outgoing: both.outgoing })
      expect(tries).not.toHaveBeenCalled()
    },
  )

  test('is tried where only an intermediate is missing and the Mac knows better', async () => {
    const trust = { ...good.trust, complete: false, system: true }
    const facts: NonNullable<Given['facts']> = [
      [certificate, { outgoing: { faults: ['missing-intermediate'], trust } }],
    ]
    const { tries } = await signedIn({}, { facts }, { outgoing: both.outgoing })
    expect(tries).toHaveBeenCalledTimes(1)
  })

  test.each([
    [['self-signed'], {}, 0],
    [['untrusted', 'wrong-name'], { system: false }, 0],
    [['expired'], { system: true }, 0],
    [['wrong-name'], { system: true }, 1],
    [[], { system: true }, 1],
  ] as const)('on a mail bridge of this Mac only where the Mac trusts it: %j %j', async (faults, trust, times) => {
    const bridge = { protocol: 'smtp', host: '127.0.0.1', port: 587, security: 'starttls' } as const
    const facts: NonNullable<Given['facts']> = [[certificate, { outgoing: { faults, trust } }]]
    const { tries, fact, telling } = await signedIn(
      {},
      { facts, account: { outgoing: bridge } },
      { outgoing: both.outgoing },
    )
    expect(tries).toHaveBeenCalledTimes(times)
    if (times === 0)
      expect(rendered(fact.outgoing)).toMatchObject({ outcome: 'not-tried', why: expect.stringMatching(/bridge/) })
    expect(telling.tone).not.toBe('bad')
  })

  test('without a secret cannot be found out', async () => {
    const { given } = await mailAccount(both, { canSignIn: true })
    await expect(askAlone(signIn, given)).rejects.toThrow('could not be read')
    expect(signIn.when?.(examination({ ...given, canSignIn: false }))).toBe(false)
  })
})

describe('room in the mailbox', () => {
  const ask = (quota?: { used: number; limit: number }) =>
    askAlone(mailboxRoom, { facts: [[signIn, { incoming: { host: 'h', outcome: 'accepted', ms: 1, quota } }]] })

  test('is what the sign-in heard', async () => {
    const { answer, exam } = await ask({ used: 970_000_000, limit: 1_000_000_000 })
    expect(answer).toEqual({ used: 970_000_000, limit: 1_000_000_000 })
    expect(mailboxRoom.describe(answer as never, exam.chart)).toEqual({
      tone: 'bad',
      line: 'The mailbox is 97 % full (of 1 GB)',
    })
  })

  test('is unknown to a server without quotas', async () => {
    expect((await ask()).answer).toEqual({ because: 'sign-in' })
    expect((await ask({ used: 1, limit: 0 })).answer).toEqual({ because: 'sign-in' })
  })
})
