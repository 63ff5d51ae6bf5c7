import type { Role } from '../core/mail.ts'
import type { Note } from '../core/remedy.ts'

/** What is asked of whoever reads the note. */
export type Request =
  | 'open-port'
  | 'open-mail'
  | 'stop-cutting'
  | 'take-long-hello'
  | 'answer'
  | 'open-server-port'
  | 'mend-server-port'
  | 'let-me-in'
  | 'unlist'
  | 'take-greeting'
  | 'unblock-account'
  | 'renew-certificate'
  | 'known-certificate'
  | 'newer-encryption'
  | 'allow-sign-in'
  | 'common-sign-in'
  | 'vpn-carries-mail'
  | 'whole-packets'
  | 'mend-ipv6'
  | 'exempt-mail'
  | 'mend-add-in'
  | 'way-to-exchange'

/** All words of a note, so that another language is another object. */
export interface NoteWords {
  subject: Record<Request, (host: string) => string>
  request: Record<Request, readonly string[]>
  greeting: string
  opening: Record<Note['to'], string>
  when: (moment: string) => string
  waiting: (moment: string) => string
  servers: string
  server: (role: Role, host: string, port: number, security: string) => string
  found: string
  works: string
  openPorts: (host: string, ports: string) => string
  signsInSecurely: (host: string) => string
  doubts: string
  asked: string
  closing: readonly string[]
}

export const english: NoteWords = {
  subject: {
    'open-port': (host) => `Outgoing mail to ${host} is blocked on your network`,
    'open-mail': () => 'Mail is blocked on your network',
    'stop-cutting': (host) => `Encrypted connections to ${host} are interrupted`,
    'take-long-hello': (host) => `A long TLS ClientHello to ${host} gets no answer`,
    answer: (host) => `The mail server ${host} does not answer`,
    'open-server-port': (host) => `A port of the mail server ${host} is closed`,
    'mend-server-port': (host) => `A port of the mail server ${host} takes nobody in`,
    'let-me-in': (host) => `The mail server ${host} refuses connections from my address`,
    unlist: (host) => `My mail is refused by ${host} because of a blocklist`,
    'take-greeting': (host) => `The greeting of my mail app is refused by ${host}`,
    'unblock-account': (host) => `My account at ${host} cannot send`,
    'renew-certificate': (host) => `The certificate of ${host} is out of date`,
    'known-certificate': (host) => `The certificate of ${host} is not trusted`,
    'newer-encryption': (host) => `No current encryption is offered by ${host}`,
    'allow-sign-in': (host) => `Signing in for sending is switched off at ${host}`,
    'common-sign-in': (host) => `My mail app and ${host} share no way to sign in`,
    'vpn-carries-mail': (host) => `The VPN does not carry mail to ${host}`,
    'whole-packets': (host) => `Large packets to ${host} get lost`,
    'mend-ipv6': (host) => `IPv6 on my line leads nowhere (seen with ${host})`,
    'exempt-mail': (host) => `A security program interferes with mail to ${host}`,
    'mend-add-in': () => 'An Outlook add-in holds mail back',
    'way-to-exchange': (host) => `Outlook can no longer reach ${host}`,
  },
  request: {
    'open-port': [
      'Please allow outgoing connections to this port for signed-in, encrypted mail (RFC 6409, RFC 8314).',
      'If that is not possible, please tell me which port for sending mail is open on your network.',
    ],
    'open-mail': [
      'Please allow outgoing connections to ports 465, 587 and 993, or tell me how mail can be used on your network.',
    ],
    'stop-cutting': [
      'Please find out what interrupts the connection when encryption begins, and make it leave mail connections alone.',
    ],
    'take-long-hello': [
      'Please let the server, and the firewall before it, take a TLS ClientHello of more than one packet (X25519MLKEM768).',
    ],
    answer: [
      'Please tell me whether the server is at work, and when it will be again.',
      'If it is at work, please check whether connections from my network reach it.',
    ],
    'open-server-port': [
      'Please tell me which server name, port and encryption to use for sending and receiving, or open this port again.',
    ],
    'mend-server-port': [
      'Please put this port right, or tell your users which port and encryption to use; another port of yours works.',
    ],
    'let-me-in': [
      'Please check whether my address is blocked, and unblock it. I have stopped trying until you answer.',
      'Please also tell me what led to it, so that it does not happen again.',
    ],
    unlist: [
      'Please check the address that the connection came from against the list that your server names.',
      'Mail that I hand in signed in should not be judged by the address of my home network.',
    ],
    'take-greeting': ['Please let signed-in mail apps greet with any name; home networks have no proper one.'],
    'unblock-account': ['Please tell me why the account is blocked, and what to do so that it can send again.'],
    'renew-certificate': ['Please renew the certificate. Until then, mail apps refuse the connection, and rightly so.'],
    'known-certificate': [
      'Please install a certificate of a known authority for exactly this server name, with its intermediate certificates.',
      'If the certificate is meant to be as it is, please tell me its fingerprint by another way than mail.',
    ],
    'newer-encryption': ['Please offer TLS 1.2 or 1.3 (RFC 8997). Current systems take nothing older.'],
    'allow-sign-in': [
      'Please allow signed-in sending by SMTP for my mailbox (in Exchange Online: SmtpClientAuthenticationDisabled off),',
      'or tell me how else my mail app should send.',
    ],
    'common-sign-in': ['Please tell me which way to sign in my mail app should use, or offer a common one, encrypted.'],
    'vpn-carries-mail': [
      'Please let the VPN carry mail connections to this server, or leave this server out of the VPN (split tunnelling).',
    ],
    'whole-packets': ['Please check the packet size (MTU) of the VPN or line, and let ICMP “packet too big” through.'],
    'mend-ipv6': ['Please check IPv6 on my line: an address is given out, but nothing answers over it.'],
    'exempt-mail': ['Please leave mail connections to this server out of filtering and scanning on my Mac.'],
    'mend-add-in': ['Please put the server of the add-in right, or take the add-in from my mailbox.'],
    'way-to-exchange': [
      'Please tell me whether the way my Outlook uses (EWS) is still allowed, or move me to the new Outlook.',
    ],
  },
  greeting: 'Hello,',
  opening: {
    provider: 'mail from my Mac does not leave, and the reason seems to lie with the mail server.',
    isp: 'mail from my Mac does not leave, and the reason seems to lie with the network.',
    admin: 'mail from my Mac does not leave, and I need your help with it.',
  },
  when: (moment) => `Checked at ${moment}`,
  waiting: (moment) => `Mail has been waiting since ${moment}.`,
  servers: 'Set up in the mail app:',
  server: (role, host, port, security) =>
    role === 'outgoing'
      ? `Sending: ${host}, port ${port}, encryption ${security}`
      : `Receiving: ${host}, port ${port}, encryption ${security}`,
  found: 'What was seen:',
  works: 'What works:',
  openPorts: (host, ports) => `${host} takes connections on port ${ports}`,
  signsInSecurely: (host) => `${host} greets and encrypts as it should`,
  doubts: 'What is not certain:',
  asked: 'What I ask of you:',
  closing: ['Checked with Outbox Doctor, a program on my Mac.', 'Thank you!'],
}
