import { describe, expect, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import { networkNotAllowed } from '../../src/causes/network/network-not-allowed.ts'
import { accessSwitchedOff } from '../../src/causes/sign-in/access-switched-off.ts'
import { appPasswordNeeded } from '../../src/causes/sign-in/app-password-needed.ts'
import { passwordRefused } from '../../src/causes/sign-in/password-refused.ts'
import { smtpAuthDisabled } from '../../src/causes/sign-in/sign-in-words.ts'
import type { Reply } from '../../src/core/reply.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { judgesPassword } from '../../src/knowledge/replies.ts'
import { allProbes } from '../../src/probes/index.ts'
import { signIn } from '../../src/probes/sign-in/sign-in.ts'
import { account, explained, found, outgoing, sick } from './chart.ts'

function smtp(line: string, host: string): Reply {
  const [, code = '', enhanced, text = ''] = /^(\d{3}) (?:(\d\.\d+\.\d+) )?(.*)$/.exec(line) ?? []
  return { protocol: 'smtp', stage: 'auth', code, ...(enhanced && { enhanced }), text, host }
}

/** An account at a provider, refused with this line. */
function refusedAt(host: string, email: string, line: string) {
  const reply = smtp(line, host)
  const outcome = judgesPassword(reply) ? 'refused' : 'not-judged'
  const own = { ...account, email, outgoing: { ...outgoing, host } }
  return sick([found(signIn, { outgoing: { host, outcome, ms: 80, reply } })], { account: own })
}

const first = (chart: ReturnType<typeof sick>) => diagnose(chart, allCauses, allProbes).causes.map(({ id }) => id)

describe('access for mail apps', () => {
  test.each([
    ['smtp.naver.com', 'nora@naver.com', '535 5.7.1 Username and Password not accepted x9Hf - nsmtp'],
    ['mail.gmx.net', 'nora@gmx.net', '535 Authentication credentials invalid'],
    ['smtp.web.de', 'nora@web.de', '535 Authentication credentials invalid'],
    ['smtp.zoho.com', 'nora@zohomail.com', '535 Authentication Failed'],
    ['smtp.yandex.com', 'nora@yandex.com', '535 5.7.8 Error: authentication failed: Invalid user or password!'],
    ['smtp.wp.pl', 'nora@wp.pl', '535 5.7.8 Error: authentication failed: authentication failure'],
  ])('%s says "wrong password" also while the switch is off: both are said, the switch first', (host, email, line) => {
    const chart = refusedAt(host, email, line)
    const [cause, ...others] = first(chart)
    expect(cause).toBe(accessSwitchedOff.id)
    expect([passwordRefused.id, appPasswordNeeded.id]).toContain(others[0])
    const { details } = explained(accessSwitchedOff, chart)
    expect(details[0]).toMatch(/^Open /)
  })

  test.each([
    '535 5.7.8 Error: authentication failed: This user does not have access rights to this service',
    '535 5.7.0 SMTP access is disabled for this mailbox',
    '535 POP3/IMAP/SMTP service is not open',
    '535 Please enable SMTP in the settings of your mailbox',
    '535 5.7.1 Access by third-party mail clients is not allowed',
  ])('any server may say it outright: %s', (line) => {
    expect(first(refusedAt('smtp.garden.example', 'nora@garden.example', line))).toEqual([accessSwitchedOff.id])
  })

  test('not at a provider without such a switch, and not first where the password was accepted before', () => {
    const elsewhere = refusedAt('smtp.garden.example', 'nora@garden.example', '535 5.7.8 Authentication failed')
    expect(first(elsewhere)).toEqual([passwordRefused.id])
    const chart = refusedAt('mail.gmx.net', 'nora@gmx.net', '535 Authentication credentials invalid')
    const before = {
      fact: { outgoing: { host: 'mail.gmx.net', outcome: 'accepted', ms: 9 } },
      at: chart.at - 86_400_000,
    }
    const known = { ...chart, past: { last: () => before as never } }
    expect(first(known)[0]).toBe(passwordRefused.id)
    expect(explained(passwordRefused, known).plain).toMatch(/before.*two steps/)
  })
})

describe('let in from some places only', () => {
  test.each([
    '525 5.7.1 Unauthorized IP address',
    '535 5.7.8 Login from this country is not allowed',
    '535 Access denied: your IP address is not in the whitelist',
    '550 5.7.1 Authentication is restricted to trusted networks',
    '535 5.7.0 Sign-in blocked from your location',
  ])('%s is not the password', (line) => {
    const chart = refusedAt('smtp.garden.example', 'nora@garden.example', line)
    expect(first(chart)).toEqual([networkNotAllowed.id])
    expect(judgesPassword(smtp(line, 'smtp.garden.example'))).toBe(false)
  })
})

describe('a private person', () => {
  const line =
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled'
  test.each(['nora@hotmail.com', 'nora@outlook.com', 'nora@live.de', 'nora@msn.com', 'nora@gmx.net'])(
    '%s has no administrator to ask',
    (email) => {
      const chart = refusedAt('smtp-mail.outlook.com', email, line)
      const told = diagnose(chart, allCauses, allProbes).causes.find(({ id }) => id === smtpAuthDisabled.id)
      expect(JSON.stringify(told)).not.toMatch(/administrator|organi[sz]ation|\bIT\b/)
    },
  )

  test('an office has one', () => {
    const chart = refusedAt('smtp.office365.com', 'nora@bakery.example', line)
    const told = diagnose(chart, allCauses, allProbes).causes.find(({ id }) => id === smtpAuthDisabled.id)
    expect(JSON.stringify(told)).toMatch(/organisation/)
  })
})
