import type { Role } from '../../core/mail.ts'
import type { Note } from '../../core/remedy.ts'
import { type Arg, type Sentence, say, verbatim } from '../../core/sentence.ts'

/** What is asked of whoever reads the note. */
export type NoteRequest =
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
  | 'correct-profile'
  | 'look-into-log'

interface NoteWords {
  subject: Record<NoteRequest, (host: string) => Sentence>
  request: Record<NoteRequest, readonly Sentence[]>
  greeting: Sentence
  opening: Record<Note['to'], Sentence>
  unexplained: Sentence
  when: (moment: Arg) => Sentence
  waiting: (moment: Arg) => Sentence
  servers: Sentence
  server: (role: Role, host: string, port: number, security: Sentence) => Sentence
  found: Sentence
  works: Sentence
  openPorts: (host: string, ports: string) => Sentence
  signsInSecurely: (host: string) => Sentence
  doubts: Sentence
  asked: Sentence
  closing: readonly Sentence[]
}

/** All words of a note. */
export const noteWords: NoteWords = {
  subject: {
    'open-port': (host) => say('Outgoing mail to {host} is blocked on your network', { host: verbatim(host) }),
    'open-mail': () => say('Mail is blocked on your network'),
    'stop-cutting': (host) => say('Encrypted connections to {host} are interrupted', { host: verbatim(host) }),
    'take-long-hello': (host) => say('A long TLS ClientHello to {host} gets no answer', { host: verbatim(host) }),
    answer: (host) => say('The mail server {host} does not answer', { host: verbatim(host) }),
    'open-server-port': (host) => say('A port of the mail server {host} is closed', { host: verbatim(host) }),
    'mend-server-port': (host) => say('A port of the mail server {host} takes nobody in', { host: verbatim(host) }),
    'let-me-in': (host) => say('The mail server {host} refuses connections from my address', { host: verbatim(host) }),
    unlist: (host) => say('My mail is refused by {host} because of a blocklist', { host: verbatim(host) }),
    'take-greeting': (host) => say('The greeting of my mail app is refused by {host}', { host: verbatim(host) }),
    'unblock-account': (host) => say('My account at {host} cannot send', { host: verbatim(host) }),
    'renew-certificate': (host) => say('The certificate of {host} is out of date', { host: verbatim(host) }),
    'known-certificate': (host) => say('The certificate of {host} is not trusted', { host: verbatim(host) }),
    'newer-encryption': (host) => say('No current encryption is offered by {host}', { host: verbatim(host) }),
    'allow-sign-in': (host) => say('Signing in for sending is switched off at {host}', { host: verbatim(host) }),
    'common-sign-in': (host) => say('My mail app and {host} share no way to sign in', { host: verbatim(host) }),
    'vpn-carries-mail': (host) => say('The VPN does not carry mail to {host}', { host: verbatim(host) }),
    'whole-packets': (host) => say('Large packets to {host} get lost', { host: verbatim(host) }),
    'mend-ipv6': (host) => say('IPv6 on my line leads nowhere (seen with {host})', { host: verbatim(host) }),
    'exempt-mail': (host) => say('A security program interferes with mail to {host}', { host: verbatim(host) }),
    'mend-add-in': () => say('An Outlook add-in holds mail back'),
    'way-to-exchange': (host) => say('Outlook can no longer reach {host}', { host: verbatim(host) }),
    'correct-profile': (host) =>
      say('The profile of my mail account has settings that do not work ({host})', { host: verbatim(host) }),
    'look-into-log': (host) => say('My mail does not leave by {host}, and I cannot see why', { host: verbatim(host) }),
  },
  request: {
    'open-port': [
      say('Please allow outgoing connections to this port for signed-in, encrypted mail (RFC 6409, RFC 8314).'),
      say('If that is not possible, please tell me which port for sending mail is open on your network.'),
    ],
    'open-mail': [
      say(
        'Please allow outgoing connections to ports 465, 587 and 993, or tell me how mail can be used on your network.',
      ),
    ],
    'stop-cutting': [
      say(
        'Please find out what interrupts the connection when encryption begins, and make it leave mail connections alone.',
      ),
    ],
    'take-long-hello': [
      say(
        'Please let the server, and the firewall before it, take a TLS ClientHello of more than one packet (X25519MLKEM768).',
      ),
    ],
    answer: [
      say('Please tell me whether the server is at work, and when it will be again.'),
      say('If it is at work, please check whether connections from my network reach it.'),
    ],
    'open-server-port': [
      say(
        'Please tell me which server name, port and encryption to use for sending and receiving, or open this port again.',
      ),
    ],
    'mend-server-port': [
      say(
        'Please put this port right, or tell your users which port and encryption to use; another port of yours works.',
      ),
    ],
    'let-me-in': [
      say('Please check whether my address is blocked, and unblock it. I have stopped trying until you answer.'),
      say('Please also tell me what led to it, so that it does not happen again.'),
    ],
    unlist: [
      say('Please check the address that the connection came from against the list that your server names.'),
      say('Mail that I hand in signed in should not be judged by the address of my home network.'),
    ],
    'take-greeting': [say('Please let signed-in mail apps greet with any name; home networks have no proper one.')],
    'unblock-account': [say('Please tell me why the account is blocked, and what to do so that it can send again.')],
    'renew-certificate': [
      say('Please renew the certificate. Until then, mail apps refuse the connection, and rightly so.'),
    ],
    'known-certificate': [
      say(
        'Please install a certificate of a known authority for exactly this server name, with its intermediate certificates.',
      ),
      say('If the certificate is meant to be as it is, please tell me its fingerprint by another way than mail.'),
    ],
    'newer-encryption': [say('Please offer TLS 1.2 or 1.3 (RFC 8997). Current systems take nothing older.')],
    'allow-sign-in': [
      say(
        'Please allow signed-in sending by SMTP for my mailbox (in Exchange Online: SmtpClientAuthenticationDisabled off),',
      ),
      say('or tell me how else my mail app should send.'),
    ],
    'common-sign-in': [
      say('Please tell me which way to sign in my mail app should use, or offer a common one, encrypted.'),
    ],
    'vpn-carries-mail': [
      say(
        'Please let the VPN carry mail connections to this server, or leave this server out of the VPN (split tunnelling).',
      ),
    ],
    'whole-packets': [
      say('Please check the packet size (MTU) of the VPN or line, and let ICMP “packet too big” through.'),
    ],
    'mend-ipv6': [say('Please check IPv6 on my line: an address is given out, but nothing answers over it.')],
    'exempt-mail': [say('Please leave mail connections to this server out of filtering and scanning on my Mac.')],
    'mend-add-in': [say('Please put the server of the add-in right, or take the add-in from my mailbox.')],
    'way-to-exchange': [
      say('Please tell me whether the way my Outlook uses (EWS) is still allowed, or move me to the new Outlook.'),
    ],
    'correct-profile': [
      say('Please correct the mail account in the profile of my Mac, and install it anew.'),
      say('I cannot change it myself: macOS keeps the account as the profile has it.'),
    ],
    'look-into-log': [
      say('Please look into the log of your server: did my mail app come since then, and what was it told?'),
      say('If it never came, please tell me so, and I go on looking on my Mac.'),
    ],
  },
  greeting: say('Hello,'),
  opening: {
    provider: say('mail from my Mac does not leave, and the reason seems to lie with the mail server.'),
    isp: say('mail from my Mac does not leave, and the reason seems to lie with the network.'),
    admin: say('mail from my Mac does not leave, and I need your help with it.'),
  },
  unexplained: say('mail from my Mac does not leave, and nothing that can be checked from here says why.'),
  when: (moment) => say('Checked at {moment}', { moment }),
  waiting: (moment) => say('Mail has been waiting since {moment}.', { moment }),
  servers: say('Set up in the mail app:'),
  server: (role, host, port, security) =>
    role === 'outgoing'
      ? say('Sending: {host}, port {port}, encryption {security}', {
          host: verbatim(host),
          port: verbatim(port),
          security,
        })
      : say('Receiving: {host}, port {port}, encryption {security}', {
          host: verbatim(host),
          port: verbatim(port),
          security,
        }),
  found: say('What was seen:'),
  works: say('What works:'),
  openPorts: (host, ports) =>
    say('{host} takes connections on port {ports}', { host: verbatim(host), ports: verbatim(ports) }),
  signsInSecurely: (host) => say('{host} greets and encrypts as it should', { host: verbatim(host) }),
  doubts: say('What is not certain:'),
  asked: say('What I ask of you:'),
  closing: [say('Checked with Outbox Doctor, a program on my Mac.'), say('Thank you!')],
}
