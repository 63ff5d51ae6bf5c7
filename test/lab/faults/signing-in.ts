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
    name: 'Postfix offers no sign-in that the Mac can do',
    expect: 'auth-method-mismatch',
    break: (lab) => lab.postfix.configure({ settings: { smtpd_sasl_mechanism_filter: 'gssapi' } }),
  },
]
