import { user } from '../dovecot.ts'
import { mail } from '../hosts.ts'
import { type Fault, sending } from './fault.ts'

export const servers: readonly Fault[] = [
  {
    name: 'Postfix no longer listens on 587, but on 465',
    expect: 'server-port-closed',
    break: (lab) => lab.postfix.configure({ closed: [587] }),
  },
  {
    name: 'Postfix and Dovecot are stopped',
    expect: 'server-down',
    break: async (lab) => {
      await Promise.all([lab.postfix.stop(), lab.dovecot.stop()])
    },
  },
  {
    name: 'Postfix takes one connection at a time, and something on the Mac holds it',
    expect: 'too-many-connections',
    account: sending({ port: 465, security: 'tls' }),
    break: async (lab) => {
      await lab.postfix.configure({
        settings: { smtpd_client_connection_count_limit: '1', smtpd_client_event_limit_exceptions: '' },
      })
      await lab.occupy(tls(465), '', '220 ')
    },
  },
  {
    name: 'Dovecot takes one session per user, and something on the Mac holds it',
    expect: 'too-many-connections',
    break: async (lab) => {
      await lab.dovecot.configure({ settings: { mail_max_userip_connections: '1' } })
      await lab.occupy(tls(993), `a LOGIN ${user.name} "${user.password}"\r\n`, 'a OK')
    },
  },
]

/** Both servers count by address; like the product, this goes by IPv6 first. */
const tls = (port: number) => ['openssl', 's_client', '-quiet', '-connect', `${mail.host}:${port}`]
