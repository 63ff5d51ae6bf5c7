import type { MailLogin } from '../../../../core/world.ts'

/** The initial response of SASL XOAUTH2 (Google and Microsoft; never an RFC). */
export function xoauth2({ username, secret }: MailLogin): string {
  return Buffer.from(`user=${username}\x01auth=Bearer ${secret}\x01\x01`).toString('base64')
}
