import type { Reply } from '../core/reply.ts'

/** A reply in which the server may have repeated what it was told: taken out, as it is and in base64. */
export function withoutSecrets(reply: Reply, secrets: readonly (string | undefined)[]): Reply {
  const known = secrets.flatMap((secret) => (secret && secret.length >= 3 ? [secret, base64(secret)] : []))
  // The longest first: a user name may be part of a password.
  known.sort((one, other) => other.length - one.length)
  return { ...reply, text: known.reduce((text, secret) => text.replaceAll(secret, '…'), reply.text) }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
