import type { Reply } from '../core/reply.ts'
import type { Login } from '../core/world.ts'
import { cleaned } from '../knowledge/replies.ts'

/** A reply in which the server may have repeated what it was told: taken out, as it is and in base64. */
export function withoutLogin(reply: Reply, { username, secret }: Login): Reply {
  const plain = [secret, username, username.split('@')[0] ?? '']
  const encoded = [`\0${username}\0${secret}`, secret, username].map(base64)
  // A password of one letter would blot out the text and be told by the blots.
  const hidden = [...encoded, ...plain].filter(({ length }) => length > 2)
  return cleaned(reply, (text) => hidden.reduce((rest, each) => rest.replaceAll(each, '<login>'), text))
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
