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
    break: (lab) => lab.dovecot.configure({ settings: { auth_mechanisms: 'digest-md5' } }),
  },
]
