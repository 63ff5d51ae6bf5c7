import { describe, expect, test } from 'vitest'
import type { Message } from '../../src/core/mail.ts'
import { render } from '../../src/core/render.ts'
import { sendingRights } from '../../src/probes/sign-in/sending-rights.ts'
import { signIn } from '../../src/probes/sign-in/sign-in.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { askAlone, examination, factOf, type Given } from '../examination.ts'
import { postfix, type Script } from '../wire/mail-server.ts'
import { canary, mailAccount, secretOf } from './mail-account.ts'

const message = (more: Partial<Message>): Message => ({ id: 'm', waitingSince: 0, state: 'waiting', ...more })
const accepted = [signIn, { outgoing: { host: 'smtp.example.org', outcome: 'accepted', ms: 1 } }] as const

/** A server that takes everything; what differs is given. */
function taking(answers: Script['answers'] = {}, keywords: readonly string[] = []): Script {
  const most = { AUTH: '235 2.7.0 Ok\r\n', MAIL: '250 2.1.0 Ok\r\n', RCPT: '250 2.1.5 Ok\r\n', RSET: '250 Ok\r\n' }
  return postfix({ answers: { ...most, ...answers } }, keywords)
}

async function tried(script: Script, more: Given = {}, auth?: 'none') {
  const { given, servers } = await mailAccount(
    { outgoing: { script, ...(auth && { auth }) } },
    { clock: systemClock, deep: true, canSignIn: true, secrets: secretOf(), facts: [accepted], ...more },
  )
  const { fact, telling } = await factOf(sendingRights, given)
  expect(JSON.stringify({ fact, telling })).not.toMatch(/anna|canary|example\.net/)
  return { fact, telling, lines: servers.outgoing?.lines ?? [] }
}

describe('sending rights', () => {
  test('are asked for with sender and recipients, and taken back: no message is begun', async () => {
    const messages = [
      message({ sender: 'alias@example.org', recipients: ['bea@example.net', 'carl@example.net'], size: 5_000 }),
      message({ recipients: ['bea@example.net', 'broken <x', 'a@b\r\nDATA'], rawSize: 10_000 }),
    ]
    const { fact, telling, lines } = await tried(taking(), { messages })
    expect(fact).toMatchObject({ outcome: 'allowed', sender: { code: '250' } })
    expect(fact.recipients).toHaveLength(2)
    expect(telling.tone).toBe('good')
    await expect
      .poll(() => lines.slice(-5))
      .toEqual([
        'MAIL FROM:<alias@example.org> SIZE=13700',
        'RCPT TO:<bea@example.net>',
        'RCPT TO:<carl@example.net>',
        'RSET',
        'QUIT',
      ])
    expect(lines.join('\n')).not.toContain('DATA')
  })

  test('to oneself where no message waits', async () => {
    const { lines } = await tried(taking())
    expect(lines).toContain('RCPT TO:<anna@example.org>')
    expect(lines).toContain('MAIL FROM:<anna@example.org>')
  })

  test('ten recipients at most', async () => {
    const recipients = Array.from({ length: 30 }, (_, at) => `r${at}@example.net`)
    const { fact } = await tried(taking(), { messages: [message({ recipients })] })
    expect(fact.recipients).toHaveLength(10)
  })

  test('a sender that is refused, by a server that repeats the name', async () => {
    const { fact, telling } = await tried(taking({ MAIL: '553 5.7.1 anna@example.org (anna): not owned by user\r\n' }))
    expect(fact).toMatchObject({ outcome: 'refused-sender', sender: { code: '553', stage: 'mail' } })
    expect(render(telling.line)).toContain('refuses the sender: 553')
    expect(sendingRights.replies?.(fact)).toHaveLength(1)
  })

  test('a recipient that is refused', async () => {
    const { fact } = await tried(taking({ RCPT: '550 5.1.1 No such user here\r\n' }))
    expect(fact).toMatchObject({ outcome: 'refused-recipient', recipients: [{ enhanced: '5.1.1', stage: 'rcpt' }] })
  })

  test('a server that breaks off', async () => {
    expect((await tried(taking({ RCPT: { next: 'reset' } }))).fact.outcome).toBe('broken-off')
    const { fact } = await tried(taking({ AUTH: `535 5.7.8 ${canary} is wrong\r\n` }))
    expect(fact).toMatchObject({ outcome: 'broken-off', refusal: { code: '535', text: '<login> is wrong' } })
  })

  test('AUTH LOGIN where PLAIN is not offered', async () => {
    const answers: Script['answers'] = {
      EHLO: (_, secure) => (secure ? '250-m\r\n250 AUTH LOGIN\r\n' : '250-m\r\n250 STARTTLS\r\n'),
      AUTH: '334 VXNlcm5hbWU6\r\n',
      [btoa('anna@example.org')]: '334 UGFzc3dvcmQ6\r\n',
      [btoa('anna@example.org').toUpperCase()]: '334 UGFzc3dvcmQ6\r\n',
      [btoa(canary).toUpperCase()]: '235 Ok\r\n',
    }
    expect((await tried(taking(answers))).fact.outcome).toBe('allowed')
  })

  test('an account that is set not to sign in is tried without', async () => {
    const { fact, lines } = await tried(taking(), { facts: [] }, 'none')
    expect(fact.outcome).toBe('allowed')
    expect(lines.join('\n')).not.toContain('AUTH')
  })

  test('are not asked for behind a certificate that is not in order, nor before signing in works', async () => {
    const { fact, lines } = await tried({ ...taking(), certificate: { names: ['other.example.com'] } })
    expect(fact.outcome).toBe('broken-off')
    expect(lines.join('\n')).not.toContain('AUTH')
    const { given } = await mailAccount({ outgoing: { script: taking() } }, { deep: true, canSignIn: true })
    expect((await askAlone(sendingRights, given)).answer).toEqual({ because: 'sign-in' })
    expect(sendingRights.when?.(examination({ ...given, deep: false }))).toBe(false)
  })
})
