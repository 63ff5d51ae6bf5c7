import type { Certificates } from '../certificates.ts'
import { type Fault, receiving, sending } from './fault.ts'

export const encryption: readonly Fault[] = [
  shown('is out of date', 'expired', 'certificate-expired'),
  shown('is for another name', 'wrongName', 'certificate-wrong-name'),
  shown('is signed by itself', 'selfSigned', 'certificate-self-signed'),
  shown('comes from an authority nobody knows', 'unknownRoot', 'certificate-untrusted'),
  shown('comes without its intermediate', 'missingIntermediate', 'certificate-untrusted'),
  {
    name: 'TLS from the first byte on the STARTTLS port 587',
    expect: 'encryption-mode-wrong',
    account: sending({ security: 'tls' }),
  },
  {
    name: 'STARTTLS on the TLS port 465',
    expect: 'encryption-mode-wrong',
    account: sending({ port: 465 }),
  },
  {
    name: 'STARTTLS on the TLS port 993',
    expect: 'encryption-mode-wrong',
    account: receiving({ security: 'starttls' }),
  },
  {
    name: 'Postfix has STARTTLS switched off',
    expect: 'starttls-missing',
    break: (lab) => lab.postfix.configure({ settings: { submission_encryption: 'none', smtpd_tls_auth_only: 'no' } }),
  },
  {
    name: 'sign-in only under encryption, and the account uses none for sending',
    expect: 'encryption-mode-wrong',
    account: sending({ security: 'none' }),
  },
  {
    name: 'Dovecot refuses clear-text sign-in, and the account uses no encryption',
    expect: 'encryption-mode-wrong',
    account: receiving({ port: 143, security: 'none' }),
  },
]

function shown(what: string, certificate: Exclude<keyof Certificates, 'trusted'>, expect: string): Fault {
  return {
    name: `the certificate ${what}`,
    expect,
    break: async (lab) => {
      const change = { certificate: lab.certificates[certificate] }
      await Promise.all([lab.postfix.configure(change), lab.dovecot.configure(change)])
    },
  }
}
