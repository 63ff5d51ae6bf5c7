import type { IncomingHttpHeaders } from 'node:http'
import { newToken, tokenIndex } from './token.ts'

/** Windows that nobody opened, and windows that nobody looks at any more, make room for new ones. */
const maxTokens = 16

/**
 * Who may come in. An invitation stands in an address, where others may read it later; so it opens once, and is
 * exchanged for a key that stands nowhere but in the window that came in. A cookie would not do: a browser sends it to
 * every port of this computer, whoever listens there (https://www.rfc-editor.org/rfc/rfc6265#section-8.5).
 */
export class AccessTokens {
  readonly #invitations: { token: string; used: (() => void) | undefined }[] = []
  readonly #keys: string[] = []

  /** `used` is called when it has been exchanged. */
  invite(used?: () => void): string {
    const token = newToken()
    this.#invitations.push({ token, used })
    this.#invitations.splice(0, this.#invitations.length - maxTokens)
    return token
  }

  /** A key for an invitation; nothing where it was used before, or is none. */
  exchange(invitation: string | undefined): string | undefined {
    const place = tokenIndex(
      invitation,
      this.#invitations.map(({ token }) => token),
    )
    const [found] = place < 0 ? [] : this.#invitations.splice(place, 1)
    if (!found) return undefined
    const key = newToken()
    this.#keys.push(key)
    this.#keys.splice(0, this.#keys.length - maxTokens)
    found.used?.()
    return key
  }

  isKey(given: string | undefined): boolean {
    return tokenIndex(given, this.#keys) >= 0
  }
}

/** What `Authorization: Bearer …` holds (https://www.rfc-editor.org/rfc/rfc6750#section-2.1). */
export function bearerIn({ authorization }: IncomingHttpHeaders): string | undefined {
  return authorization?.match(/^Bearer ([\w-]{1,100})$/i)?.[1]
}
