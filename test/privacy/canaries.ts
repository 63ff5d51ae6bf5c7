import { disguises } from '../core/disguises.ts'

/** A word of its own for everything that is private. No one of them is a part of another. */
export const canaries = {
  password: 'Kn4rr-Pass+wört',
  'user name': 'login.zeisig-7',
  'own address': 'anna.stieglitz@example.net',
  alias: 'alias.girlitz@example.com',
  'a recipient': 'rcpt.dompfaff@example.org',
  'a recipient with a tag': 'kernbeisser+tag@example.org',
  'a recipient with a quoted name': '"berg fink"@example.org',
  'a recipient in capitals': 'GIMPEL.Rot@Example.org',
  'a recipient of another language': 'bücher.wurm@bücher.example',
  'a recipient in a code for support': 'kreuzschnabel@sub.example.co.uk',
  subject: 'Betreff Birkenzeisig Eins',
  'another subject': 'Betreff Haenfling Zwei',
  'LAN address': '192.168.77.143',
  'LAN address of the sixth kind': 'fd77:beef:77::143',
  'name of the VPN': 'Ortolan Tunnel 7',
  // As the messages of a scene have them.
  'a line of the body': 'From time to time somebody writes a line like this one.',
  'Message-ID': '1@scene.example',
} as const satisfies Record<string, string>

export type Canary = keyof typeof canaries

/** What a mail server is told, now or by the mail app before. */
const heard: readonly Canary[] = [
  'password',
  'user name',
  'own address',
  'alias',
  'a recipient',
  'a recipient with a tag',
  'a recipient with a quoted name',
  'a recipient in capitals',
  'a recipient of another language',
  'a recipient in a code for support',
]

const forms = Object.values(disguises)
/** Every one that a server heard, in every disguise, as short lines. */
const lines = heard.flatMap((name) => forms.map((form) => `id=${form(canaries[name])} x`))

/** Every canary in each of its forms, as a hostile server repeats them, `share` of `of`. */
function said(share: number, of: number): string[] {
  return lines.filter((_, index) => index % of === share)
}

const smtp = (code: number, texts: readonly string[]) =>
  texts.map((text, index) => `${code}${index < texts.length - 1 ? '-' : ' '}${text}`)

const address = 'anna.stieglitz@example.net'
const server = { host: 'mail.example.net', username: canaries['user name'], auth: 'password' }
const stages = 5
/** So that there is a cause, with offers, guides and notes. */
const blocked = '5.7.1 Service unavailable; Client host [198.51.100.77] blocked using zen.spamhaus.org'

/** A house full of canaries, with servers that repeat what they hear at every step, in every disguise. */
export function hostileScene(subjects = true): object {
  return {
    title: 'Servers that repeat all that they hear',
    story: 'In every disguise, at every step.',
    expects: { first: null, status: 'stuck' },
    deep: true,
    account: {
      email: address,
      client: 'apple-mail',
      secret: canaries.password,
      incoming: { protocol: 'imap', port: 993, security: 'tls', ...server },
      outgoing: { port: 587, security: 'starttls', ...server },
    },
    mac: {
      interfaces: [
        {
          name: 'en0',
          kind: 'wifi',
          addresses: [canaries['LAN address'], canaries['LAN address of the sixth kind']],
        },
        { name: 'utun4', kind: 'vpn', addresses: ['10.8.77.6'] },
      ],
      vpns: [{ name: canaries['name of the VPN'], connected: true, interface: 'utun4' }],
    },
    hosts: {
      'mail.example.net': {
        smtp: {
          capabilities: ['PIPELINING', 'SIZE 1000000', 'AUTH PLAIN LOGIN', '8BITMIME', ...said(0, stages)],
          greeting: smtp(220, ['mail.example.net ESMTP', ...said(1, stages).slice(0, 20)]),
          replies: {
            auth: smtp(235, said(1, stages)),
            mail: smtp(250, said(2, stages)),
            rcpt: smtp(554, [blocked, ...said(3, stages)]),
          },
        },
        imap: {
          greeting: `* OK ${said(4, stages).slice(0, 8).join(' ')}`,
          replies: { select: `NO [ALERT] ${said(4, stages).slice(8, 16).join(' ')}` },
        },
      },
    },
    outbox: heard.slice(3).map((name, index) => ({
      name: `message ${index}`,
      waiting: '20m',
      subject: subjects && index % 2 ? canaries.subject : canaries['another subject'],
      recipients: [canaries[name], canaries['a recipient']],
      sender: canaries.alias,
      size: 2_000_000,
      lastReply: `554 ${blocked} ${lines
        .filter((_, at) => at % 7 === index)
        .slice(0, 4)
        .join(' ')}`,
    })),
  }
}

/** Which of them stand in a text, in which disguise. Case counts only where capitals are the disguise. */
export function canariesIn(text: string): string[] {
  return Object.entries(canaries).flatMap(([name, word]) =>
    Object.entries(disguises).flatMap(([how, disguise]) => (text.includes(disguise(word)) ? [`${name}, ${how}`] : [])),
  )
}
