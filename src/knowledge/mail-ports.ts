import type { Protocol, Security } from '../core/mail.ts'

/** What each port is for (RFC 8314), the better first. Port 25 is for servers among themselves. */
const ways: Record<Protocol, readonly { port: number; security: Security }[]> = {
  smtp: [
    { port: 465, security: 'tls' },
    { port: 587, security: 'starttls' },
    { port: 2525, security: 'starttls' },
  ],
  imap: [
    { port: 993, security: 'tls' },
    { port: 143, security: 'starttls' },
  ],
  pop3: [
    { port: 995, security: 'tls' },
    { port: 110, security: 'starttls' },
  ],
  exchange: [],
}

/** The ports by which a mail app may use a service, each with the encryption that belongs to it. */
export function mailPortsOf(protocol: Protocol): readonly { port: number; security: Security }[] {
  return ways[protocol]
}
