import { maskWords } from '../../core/disguise.ts'
import type { Reply } from '../../core/reply.ts'
import type { MailLogin } from '../../core/world.ts'
import { cleanedReply } from '../../knowledge/replies.ts'

/** A reply in which the server may have repeated what it was told, in whatever disguise: taken out. */
export function withoutLogin(reply: Reply, { username, secret }: MailLogin): Reply {
  return cleanedReply(
    reply,
    maskWords([`\0${username}\0${secret}`, secret, username, username.split('@')[0] ?? ''], '<login>'),
  )
}
