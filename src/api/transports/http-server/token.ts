import { randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, fit for the fragment of an address and for a header: 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Which of them it is, or -1. All are compared, each as long for a wrong one as for the right one. */
export function tokenIndex(given: string | undefined, tokens: readonly string[]): number {
  return tokens.reduce((found, token, place) => (isToken(given, token) ? place : found), -1)
}

function isToken(given: string | undefined, token: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
