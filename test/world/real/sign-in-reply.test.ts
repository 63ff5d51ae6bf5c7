import { describe, expect, test } from 'vitest'
import { meaningOf } from '../../../src/knowledge/replies.ts'
import { repliesIn } from '../../../src/knowledge/reply-line.ts'
import { cleanReply } from '../../../src/world/real/net/sign-in/sign-in-reply.ts'
import type { SignInAttempt } from '../../../src/world/real/net/sign-in/sign-in-types.ts'
import { own } from '../../knowledge/own-replies.ts'

const server = { protocol: 'smtp', host: 'smtp.garden.example', port: 465, security: 'tls' } as const
const asked = (username: string, secret: string) =>
  ({ server, login: { username, secret, method: 'password' } }) as unknown as SignInAttempt

const replies = [
  ['534', '5.7.14', 'Please log in via your web browser and then try again.'],
  ['534', '5.7.9', 'Application-specific password required for mail.'],
  ['535', '5.7.0', 'Your account info: the user is disabled.'],
  ['535', '5.7.8', 'Error: authentication failed: Connection lost to authentication server'],
  ['535', '5.7.1', 'Username and Password not accepted'],
] as const

describe('what a refusal means is found out before logins are taken out of it', () => {
  const names = ['web', 'mail', 'info', 'user', 'password', 'authentication', 'browser', 'disabled', 'server']
  test.each(names)('a mailbox called %s', (name) => {
    for (const [code, enhanced, text] of replies) {
      const said = { stage: 'auth', code, enhanced, text } as const
      const other = cleanReply(asked('nora@garden.example', 'a good secret'), said)
      const reply = cleanReply(asked(`${name}@garden.example`, 'a good secret'), said)
      expect(meaningOf(reply, { providers: [] })?.means, text).toBe(meaningOf(other, { providers: [] })?.means)
      expect(meaningOf(reply, { providers: [] })?.means, text).not.toBe(null)
    }
  })

  test.each(['imap', 'limit', 'spam', 'login', 'country', 'blocked', 'ip'])(
    'a mailbox called %s changes none of our own cases',
    (name) => {
      for (const { said: line } of own.replies.filter(({ stage }) => stage === 'auth')) {
        const [said] = repliesIn(line)
        if (said?.protocol !== 'smtp') continue
        const heard = { ...said, stage: 'auth' } as const
        const reply = cleanReply(asked(`${name}@garden.example`, 'a good secret'), heard)
        expect(meaningOf(reply, { providers: [] })?.means, line).toBe(meaningOf(heard, { providers: [] })?.means)
      }
    },
  )

  test.each(['disabled', 'web browser', 'password', 'lost to', 'required'])('a password that is "%s"', (secret) => {
    for (const [code, enhanced, text] of replies) {
      const said = { stage: 'auth', code, enhanced, text } as const
      const reply = cleanReply(asked('nora@garden.example', secret), said)
      expect(reply.text).not.toContain(secret)
      // Also read back from where it was kept.
      const kept = JSON.parse(JSON.stringify(reply)) as typeof reply
      expect(meaningOf(kept, { providers: [] })?.means, text).toBe(
        meaningOf({ ...said, protocol: 'smtp' }, { providers: [] })?.means,
      )
    }
  })

  test('what is kept of it says nothing of whom it is about', () => {
    const text = 'nora@garden.example nora hunter22 is not accepted'
    const reply = cleanReply(asked('nora@garden.example', 'hunter22'), { stage: 'auth', code: '535', text })
    expect(JSON.stringify(reply)).not.toMatch(/nora|hunter22/)
  })
})
