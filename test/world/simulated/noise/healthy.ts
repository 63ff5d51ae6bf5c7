import type { Chance } from './chance.ts'
import type { Draft } from './draft.ts'

type Made = Pick<Draft, 'account' | 'names' | 'hosts' | 'mac'>

const apps = ['apple-mail', 'outlook'] as const

/** Accounts as people have them, each on servers that are well. */
const makings: readonly ((chance: Chance) => Made)[] = [
  (chance) => ({
    account: {
      email: 'nora@garden.example',
      client: chance.among(apps),
      incoming: { protocol: 'imap', host: 'imap.garden.example', port: 993, security: 'tls' },
      outgoing: { host: 'smtp.garden.example', ...chance.among([submission, submissions]) },
      ...(chance.often(0.5) && { secret: 'a good secret' }),
    },
  }),
  (chance) => ({
    account: {
      email: 'nora@hoster.example',
      client: chance.among(apps),
      incoming: { protocol: 'imap', host: 'mail.hoster.example', ...chance.among([imap, imaps]) },
      outgoing: { host: 'mail.hoster.example', ...chance.among([submission, submissions]) },
      secret: 'a good secret',
    },
    hosts: { 'mail.hoster.example': { smtp: { like: 'exim', tls: { max: 'TLSv1.2' } } } },
  }),
  () => ({
    account: {
      email: 'nora.example@gmail.com',
      client: 'apple-mail',
      incoming: { protocol: 'imap', host: 'imap.gmail.com', port: 993, security: 'tls', auth: 'oauth2' },
      outgoing: { host: 'smtp.gmail.com', port: 587, security: 'starttls', auth: 'oauth2' },
    },
    hosts: { 'imap.gmail.com': { imap: { like: 'gmail' } }, 'smtp.gmail.com': { smtp: { like: 'gmail' } } },
  }),
  () => ({
    account: {
      email: 'nora.example@icloud.com',
      client: 'apple-mail',
      incoming: { protocol: 'imap', host: 'imap.mail.me.com', port: 993, security: 'tls' },
      outgoing: { host: 'smtp.mail.me.com', port: 587, security: 'starttls' },
    },
    hosts: { 'imap.mail.me.com': { imap: { like: 'icloud' } }, 'smtp.mail.me.com': { smtp: { like: 'icloud' } } },
  }),
  () => ({
    account: {
      email: 'nora@bakery.example',
      client: 'outlook',
      incoming: { protocol: 'exchange', host: 'outlook.office365.com', port: 443, security: 'tls', auth: 'oauth2' },
    },
    names: { 'bakery.example': { mx: [{ exchange: 'bakery-example.mail.protection.outlook.com', priority: 0 }] } },
    hosts: { 'outlook.office365.com': exchange },
  }),
  () => ({
    account: {
      email: 'nora@works.example',
      client: 'apple-mail',
      incoming: { protocol: 'exchange', host: 'mail.works.example', port: 443, security: 'tls' },
    },
    hosts: { 'mail.works.example': exchange },
  }),
  () => ({
    account: {
      email: 'nora@village.example',
      client: 'apple-mail',
      incoming: { protocol: 'pop3', host: 'pop.village.example', port: 995, security: 'tls' },
      outgoing: { host: 'smtp.village.example', port: 465, security: 'tls' },
      secret: 'a good secret',
    },
  }),
  () => ({
    account: {
      email: 'nora@cellar.example',
      client: 'apple-mail',
      incoming: { protocol: 'imap', host: 'nas.cellar.example', port: 993, security: 'tls' },
      outgoing: { host: 'nas.cellar.example', port: 587, security: 'starttls' },
    },
    hosts: { 'nas.cellar.example': { addresses: ['192.168.1.20'] } },
    names: { 'cellar.example': { mx: [{ exchange: 'mx.relay.example', priority: 10 }] } },
  }),
]

const submission = { port: 587, security: 'starttls' } as const
const submissions = { port: 465, security: 'tls' } as const
const imap = { port: 143, security: 'starttls' } as const
const imaps = { port: 993, security: 'tls' } as const
const exchange = {
  web: { pages: { '/EWS/Exchange.asmx': { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } } } },
}

/** A Mac on which all is well, with one account or several. */
export function healthyDraft(chance: Chance): Draft {
  const [first, ...more] = chance.shuffled(makings).slice(0, chance.among([1, 1, 1, 2, 3]))
  const own = first?.(chance)
  if (!own) throw new Error('There is an account.')
  const others = more.map((make) => make(chance))
  return {
    account: own.account,
    otherAccounts: others.map(({ account }) => account),
    deep: chance.often(0.3),
    names: Object.assign({}, own.names, ...others.map(({ names }) => names)),
    hosts: Object.assign({}, own.hosts, ...others.map(({ hosts }) => hosts)),
    later: [],
  }
}
