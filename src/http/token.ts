import { randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, fit for an address and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Takes as long for a wrong one as for the right one. */
export function isToken(given: string | undefined, token: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
