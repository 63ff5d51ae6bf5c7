import type { Account } from '../../src/core/mail.ts'
import { user } from './dovecot.ts'
import { mail } from './hosts.ts'

export interface ServerOfFile {
  protocol?: 'imap' | 'pop3'
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  username?: string
}

/** The account file of `check --account`. */
export interface AccountFile {
  email: string
  incoming: ServerOfFile
  outgoing: ServerOfFile
}

/** Mail sent with STARTTLS and read with IMAP over TLS, as most providers advise. */
export const accountAt = (host: string): AccountFile => ({
  email: user.name,
  incoming: { protocol: 'imap', host, port: 993, security: 'tls', username: user.name },
  outgoing: { host, port: 587, security: 'starttls', username: user.name },
})

export const usual = accountAt(mail.host)

/** As the product has it once the file is read. */
export const inProcess = ({ email, incoming, outgoing }: AccountFile): Omit<Account, 'id'> => ({
  email,
  incoming: { protocol: 'imap', ...incoming },
  outgoing: { ...outgoing, protocol: 'smtp' },
})
