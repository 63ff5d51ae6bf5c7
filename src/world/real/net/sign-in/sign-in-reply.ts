import { maskWords } from '../../../../core/disguise.ts'
import type { Reply } from '../../../../core/reply.ts'
import { harmless, withoutAddresses } from '../../../../core/text.ts'
import { ruleFitsOf } from '../../../../knowledge/replies.ts'
import type { SignInAttempt } from './sign-in-types.ts'

/**
 * What the server said, fit to be kept: some servers repeat the user's name, and careless ones the password. What it
 * means is found out before: a mailbox may be called "web", and a password may be "disabled".
 */
export function cleanReply({ login, server }: SignInAttempt, said: Omit<Reply, 'protocol' | 'host'>): Reply {
  const { protocol } = server
  return {
    protocol,
    stage: said.stage,
    code: harmless(said.code, 12),
    ...(said.enhanced !== undefined && { enhanced: harmless(withoutLogin(said.enhanced, login), 40) }),
    text: withoutAddresses(withoutLogin(said.text, login)),
    host: server.host,
    fits: ruleFitsOf({ ...said, protocol, text: harmless(said.text, mostJudged) }),
  }
}

const mostJudged = 1_000

function withoutLogin(text: string, { username, secret }: SignInAttempt['login']): string {
  return maskWords([secret, username, username.split('@')[0] ?? ''], '<login>')(text)
}
