import { describe, expect, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import type { Reply } from '../../src/core/reply.ts'
import { repliesIn } from '../../src/knowledge/reply-line.ts'
import { own } from '../knowledge/own-replies.ts'
import { account, sick } from './chart.ts'

const addresses = ['hotmail.com', 'outlook.com', 'icloud.com', 'gmail.com', 'gmx.de', 'yahoo.com']
const ofCompanies = /administrator|organi[sz]ation\b(?!al)|\bIT\b|Workspace/

/** What is told of a refusal, by every cause that it makes present. */
function toldOf(email: string, reply: Reply): string[] {
  const chart = sick([], { account: { ...account, email }, replies: [reply] })
  return allCauses.flatMap((cause) => {
    const verdict = cause.judge(chart)
    if (verdict.is !== 'present') return []
    const { plain, details } = cause.explain(chart, verdict)
    return [plain, ...details].map((line) => JSON.stringify(line))
  })
}

function heard({ said, stage }: (typeof own.replies)[number]): Reply[] {
  const [reply] = repliesIn(said)
  return reply ? [{ ...reply, stage }] : []
}

/** Where somebody with an address of a company would be sent to whoever runs it. */
const refusals: readonly Reply[] = [
  ['535', '5.7.139', 'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.'],
  ['535', '5.7.139', 'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.'],
  ['535', '5.7.139', 'Authentication unsuccessful, user is locked by your organization’s security defaults policy.'],
  ['550', '5.1.8', 'Access denied, bad outbound sender'],
  ['535', '5.7.13', 'Account has been disabled'],
].map(([code = '', enhanced = '', text = '']) => ({ protocol: 'smtp', stage: 'auth', code, enhanced, text }))

describe('somebody with a mailbox of their own is not sent to an administrator', () => {
  test.each(addresses)('%s', (domain) => {
    for (const reply of [...refusals, ...own.replies.filter(({ kind }) => kind === 6).flatMap(heard)])
      for (const line of toldOf(`anna@${domain}`, reply)) expect(line, reply.text).not.toMatch(ofCompanies)
  })

  test('somebody at a company may be', () => {
    expect(refusals.flatMap((reply) => toldOf('anna@example.org', reply)).join(' ')).toMatch(ofCompanies)
  })
})
