import { describe, expect, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import { appPasswordNeeded } from '../../src/causes/sign-in/app-password-needed.ts'
import { authMethodMismatch } from '../../src/causes/sign-in/auth-method-mismatch.ts'
import { basicAuthRetired } from '../../src/causes/sign-in/basic-auth-retired.ts'
import { passwordRefused } from '../../src/causes/sign-in/password-refused.ts'
import { signInChallenged, signInNotSent, smtpAuthDisabled } from '../../src/causes/sign-in/sign-in-words.ts'
import type { Account, Message, Server } from '../../src/core/mail.ts'
import type { Reply } from '../../src/core/reply.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { allProbes } from '../../src/probes/index.ts'
import { capabilities } from '../../src/probes/server/capabilities.ts'
import { sendingRights } from '../../src/probes/sign-in/sending-rights.ts'
import { type SignInFact, signIn } from '../../src/probes/sign-in/sign-in.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { account, chartOf, found, type Line, noon, outgoing, presentBy, sick, unreached } from './chart.ts'

const absent = { is: 'absent' }

function smtp(line: string, stage: Reply['stage'] = 'auth', host = outgoing.host): Reply {
  const [, code = '', enhanced, text = ''] = /^(\d{3}) (?:(\d\.\d+\.\d+) )?(.*)$/.exec(line) ?? []
  return { protocol: 'smtp', stage, code, ...(enhanced && { enhanced }), text, host }
}

type One = NonNullable<SignInFact['outgoing']>
function tried(outcome: One['outcome'], reply?: Reply): Line {
  return found(signIn, { outgoing: { host: reply?.host ?? outgoing.host, outcome, ms: 80, ...(reply && { reply }) } })
}
const at = (over: Partial<Server>): { account: Account } => ({
  account: { ...account, outgoing: { ...outgoing, ...over } },
})
const waiting = (lastReply?: string): Message => ({
  id: 'm1',
  state: 'waiting',
  waitingSince: noon - 600_000,
  ...(lastReply && { lastReply }),
})

describe('password-refused', () => {
  test('the server says so', () => {
    const chart = sick([tried('refused', smtp('535 5.7.8 Error: authentication failed'))])
    const { weight, evidence } = presentBy(passwordRefused, chart)
    expect(weight).toBeGreaterThan(0.9)
    expect(evidence).toContain('smtp.example.org said at signing in: 535 5.7.8 Error: authentication failed')
  })

  test('a refusal without words, and undecided in words that nobody knows', () => {
    presentBy(passwordRefused, sick([tried('refused')]))
    const undecided = { is: 'undecided', missing: [signIn.id] }
    for (const line of ['599 Nope', '535 5.7.8 Error: authentication failed: hum', '535 5.7.1 Plopp'])
      for (const outcome of ['refused', 'not-judged'] as const)
        expect(passwordRefused.judge(sick([tried(outcome, smtp(line))]))).toEqual(undecided)
  })

  test('never after an answer that judges the server', () => {
    const busy = smtp('454 4.7.0 Temporary authentication failure: Connection lost to authentication server')
    expect(passwordRefused.judge(sick([tried('not-judged', busy)]))).toEqual(absent)
    expect(passwordRefused.judge(sick([tried('refused', busy)]))).toEqual(absent)
    expect(passwordRefused.judge(sick([tried('broken-off')]))).toEqual(absent)
  })

  test('what the mail app was told counts until the server accepts', () => {
    const rest = { messages: [waiting('The server response was: 535 5.7.8 Error: authentication failed')] }
    expect(presentBy(passwordRefused, sick([], rest)).evidence[0]).toContain('The server told the mail app')
    expect(passwordRefused.judge(sick([tried('accepted')], rest))).toEqual(absent)
  })

  test('undecided where nobody tried and all below works, and silent where it does not', () => {
    expect(passwordRefused.judge(sick([]))).toEqual({ is: 'undecided', missing: [signIn.id] })
    expect(passwordRefused.judge(sick(unreached(true)))).toEqual(absent)
    expect(passwordRefused.judge(sick([], at({ auth: 'oauth2' })))).toEqual(absent)
    expect(passwordRefused.judge(chartOf([]))).toEqual(absent)
  })
})

describe('app-password-needed', () => {
  test('the server says so', () => {
    const reply = smtp('534 5.7.9 Application-specific password required. - gsmtp', 'auth', 'smtp.gmail.com')
    const chart = sick([tried('refused', reply)], at({ host: 'smtp.gmail.com' }))
    presentBy(appPasswordNeeded, chart)
    expect(passwordRefused.judge(chart)).toEqual(absent)
  })

  test('a provider that takes no other', () => {
    const reply = smtp('535 5.7.8 Username and Password not accepted. - gsmtp', 'auth', 'smtp.gmail.com')
    const chart = sick([tried('refused', reply)], at({ host: 'smtp.gmail.com' }))
    expect(presentBy(appPasswordNeeded, chart).evidence).toContain('Gmail takes app passwords only')
    expect(passwordRefused.shadowedBy?.()).toContain(appPasswordNeeded)
  })

  test('not with a token, not at a server of one’s own', () => {
    const reply = smtp('535 5.7.8 Username and Password not accepted. - gsmtp', 'auth', 'smtp.gmail.com')
    const token = at({ host: 'smtp.gmail.com', auth: 'oauth2' })
    expect(appPasswordNeeded.judge(sick([tried('refused', reply)], token))).toEqual(absent)
    expect(appPasswordNeeded.judge(sick([tried('refused', smtp('535 5.7.8 no'))]))).toEqual(absent)
  })
})

describe('one answer', () => {
  test('the app password is the reason, and the refused password its symptom', () => {
    const reply = smtp('535 5.7.8 Username and Password not accepted. - gsmtp', 'auth', 'smtp.gmail.com')
    const { status, causes: named } = diagnose(
      sick([tried('refused', reply)], at({ host: 'smtp.gmail.com' })),
      allCauses,
      allProbes,
    )
    expect(status).toBe('stuck')
    expect(named.map(({ id }) => id)).toEqual([appPasswordNeeded.id])
    expect(named[0]?.explains).toEqual([passwordRefused.id])
  })
})

describe('what only the server can say', () => {
  test.each([
    [smtpAuthDisabled, '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.'],
    [
      smtpAuthDisabled,
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
    ],
    [basicAuthRetired, '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.'],
    [basicAuthRetired, '550 5.7.30 Basic authentication is not supported for Client Submission.'],
    [signInChallenged, '534 5.7.14 Please log in via your web browser and then try again.'],
  ] as const)('case %#', (cause, line) => {
    const refused = tried('refused', smtp(line))
    presentBy(cause, sick([refused]))
    expect(passwordRefused.judge(sick([refused]))).toEqual(absent)
    expect(cause.judge(sick([]))).toEqual(absent)
    expect(cause.judge(sick([tried('accepted')], { messages: [waiting(line)] }))).toEqual(absent)
  })
})

describe('basic-auth-retired', () => {
  const outlook = at({ host: 'smtp-mail.outlook.com', auth: 'password' })
  const office = at({ host: 'smtp.office365.com', auth: 'password' })

  test('a date that has passed for everybody needs no refusal', () => {
    const { evidence } = presentBy(basicAuthRetired, sick([], outlook))
    expect(evidence[0]).toContain('2024')
    expect(basicAuthRetired.judge(sick([], at({ host: 'smtp-mail.outlook.com', auth: 'oauth2' })))).toEqual(absent)
  })

  test('before its day, and where an administrator may have kept it, it is no reason', () => {
    const { at: _now, ...chart } = sick([], outlook)
    expect(basicAuthRetired.judge({ ...chart, at: Date.UTC(2024, 0, 1) })).toEqual(absent)
    const later = { ...sick([], office), at: Date.UTC(2027, 1, 1) }
    expect(basicAuthRetired.judge(later)).toEqual(absent)
    presentBy(basicAuthRetired, { ...sick([tried('refused')], office), at: Date.UTC(2027, 1, 1) })
  })

  test('a password that is accepted is not retired', () => {
    expect(basicAuthRetired.judge(sick([tried('accepted')], outlook))).toEqual(absent)
  })
})

describe('auth-method-mismatch', () => {
  const offers = (auth: readonly string[], after: readonly string[] = []) =>
    found(capabilities, { outgoing: { host: outgoing.host, before: [], after, auth, lost: [] } })

  test('nothing in common', () => {
    const { evidence } = presentBy(authMethodMismatch, sick([offers(['XOAUTH2'])], at({ auth: 'password' })))
    expect(evidence).toEqual(['smtp.example.org offers to sign in by: XOAUTH2', 'The account is set to: password'])
    presentBy(authMethodMismatch, sick([offers(['PLAIN'])], at({ auth: 'ntlm' })))
    presentBy(authMethodMismatch, sick([offers(['GSSAPI']), tried('no-common-method')], at({ auth: 'password' })))
  })

  test('a password that found no way in, where nobody knows how the account is set', () => {
    const { evidence } = presentBy(authMethodMismatch, sick([offers(['XOAUTH2']), tried('no-common-method')]))
    expect(evidence).toEqual(['smtp.example.org offers to sign in by: XOAUTH2', 'None of these takes a password'])
  })

  test('the mail app chooses, something fits, or signing in works', () => {
    expect(authMethodMismatch.judge(sick([offers(['XOAUTH2'])]))).toEqual(absent)
    expect(authMethodMismatch.judge(sick([offers(['LOGIN', 'XOAUTH2'])], at({ auth: 'password' })))).toEqual(absent)
    expect(authMethodMismatch.judge(sick([offers([]), tried('accepted')], at({ auth: 'password' })))).toEqual(absent)
  })

  test('the list before encryption says nothing', () => {
    const failed = found(encryption, {
      outgoing: { host: outgoing.host, port: 587, mode: 'starttls', outcome: 'reset' },
    })
    expect(authMethodMismatch.judge(sick([offers([]), failed], at({ auth: 'password' })))).toEqual(absent)
    const clear = at({ auth: 'password', security: 'none' })
    expect(authMethodMismatch.judge(sick([offers([], ['STARTTLS'])], clear))).toEqual(absent)
  })

  test('IMAP takes passwords without listing them', () => {
    const imap = (after: readonly string[]) =>
      sick([found(capabilities, { incoming: { host: 'imap.example.org', before: [], after, auth: [], lost: [] } })], {
        account: {
          ...account,
          incoming: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', auth: 'password' },
        },
      })
    expect(authMethodMismatch.judge(imap(['IMAP4REV1']))).toEqual(absent)
    presentBy(authMethodMismatch, imap(['IMAP4REV1', 'LOGINDISABLED']))
  })
})

describe('sign-in-not-sent', () => {
  test('the server does not pass on', () => {
    const reply = smtp('554 5.7.1 <address>: Relay access denied', 'rcpt')
    const { evidence } = presentBy(signInNotSent, sick([], { replies: [reply], ...at({ auth: 'none' }) }))
    expect(evidence).toContain('The account is set to send without signing in')
  })

  test('who is made to wait as a stranger did not sign in, unless the server takes the sign-in now', () => {
    for (const line of ['451 Greylisted, please come back later', '450 4.2.0 Grey-listing in action']) {
      const messages = [waiting(line)]
      expect(presentBy(signInNotSent, sick([], { messages, ...at({ auth: 'none' }) })).evidence).toEqual([
        `The server told the mail app: ${line}`,
        'The account is set to send without signing in',
      ])
      expect(signInNotSent.judge(sick([tried('accepted')], { messages }))).toEqual(absent)
    }
    expect(signInNotSent.judge(sick([], { messages: [waiting('451 Please come back later')] }))).toEqual(absent)
  })

  test('offered and not used is only a hint', () => {
    expect(signInNotSent.judge(sick([], { ...at({ auth: 'none' }), messages: [waiting()] }))).toEqual({
      is: 'undecided',
      missing: [sendingRights.id],
    })
    expect(signInNotSent.judge(sick([], at({ auth: 'none' })))).toEqual(absent)
    expect(signInNotSent.judge(sick([], { messages: [waiting()] }))).toEqual(absent)
  })
})
