import { type Fault, receiving } from './fault.ts'

export const signingIn: readonly Fault[] = [
  {
    name: 'the password is no longer right for IMAP',
    expect: 'password-refused',
    break: (lab) => lab.dovecot.configure({ otherPassword: ['imap'] }),
  },
  {
    name: 'the password is no longer right for POP3',
    expect: 'password-refused',
    account: receiving({ protocol: 'pop3', port: 995 }),
    break: (lab) => lab.dovecot.configure({ otherPassword: ['pop3'] }),
  },
  {
    name: 'the password is no longer right for sending',
    expect: 'password-refused',
    break: (lab) => lab.dovecot.configure({ otherPassword: ['smtp'] }),
  },
  {
    name: 'both servers offer DIGEST-MD5 only',
    expect: 'auth-method-mismatch',
    break: async (lab) => {
      await lab.dovecot.configure({ settings: { auth_mechanisms: 'digest-md5' } })
      // A process of Postfix remembers what Dovecot offered before.
      await lab.postfix.configure({ settings: { smtpd_sasl_mechanism_filter: 'digest-md5' } })
    },
  },
]
