import { getDomain } from 'tldts'
import { domainOf } from '../../core/mail.ts'
import type { DnsAnswer, DnsOutcome, DnsRecords } from '../../core/network.ts'
import { type Probe, type Telling, Unknown } from '../../core/probe.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { harmless, withoutAddresses } from '../../core/text.ts'
import { oddityOf } from '../lib/host-name.ts'

/** What the domain of the address publishes about its mail. */
export interface MailRecords {
  domain: string
  /** Of the question for MX. */
  outcome: DnsOutcome
  /** Best first. */
  mx: readonly { exchange: string; priority: number }[]
  /** `0 .`: the domain takes no mail (RFC 7505). */
  nullMx: boolean
  /** By SRV (RFC 6186, 8314), without `_` and `._tcp`: `submissions`, `imap`; best first of each. */
  services: readonly { service: string; host: string; port: number }[]
  spf?: string
  /** Of the domain, or of the one it stands under (RFC 7489 §6.6.3). */
  dmarc?: string
}

/** In the order in which RFC 8314 prefers them. */
const services = ['submissions', 'submission', 'imaps', 'imap', 'pop3s', 'pop3', 'autodiscover'] as const

export const mailRecords: Probe<MailRecords> = {
  id: 'mail-records',
  question: say('What does the domain publish about its mail?'),
  layer: 'names',
  budget: 6_000,
  ask: async ({ account, world: { net } }, signal) => {
    const domain = domainOf(account.email)
    if (domain === '' || oddityOf(domain) !== undefined)
      throw new Unknown(say('The account has no usable mail address.'))
    const ask = <T extends keyof DnsRecords>(name: string, type: T) => net.resolve(name, type, 'system', signal)
    const [mx, text, policy, above, ...srv] = await Promise.all([
      ask(domain, 'MX'),
      ask(domain, 'TXT'),
      ask(`_dmarc.${domain}`, 'TXT'),
      ask(`_dmarc.${getDomain(domain) ?? domain}`, 'TXT'),
      ...services.map((service) => ask(`_${service}._tcp.${domain}`, 'SRV')),
    ])
    const named = mx.records.filter(({ exchange }) => !isRoot(exchange))
    return {
      domain,
      outcome: mx.outcome,
      mx: named.map(cleaned).sort((one, other) => one.priority - other.priority),
      nullMx: mx.records.length > 0 && named.length === 0,
      services: services.flatMap((service, at) => offered(service, srv[at]?.records ?? [])),
      ...textOf('spf', /^v=spf1(\s|$)/i, text),
      ...textOf('dmarc', /^v=dmarc1\b/i, policy, above),
    }
  },
  describe: tell,
}

/** `.` as host: decidedly not offered. */
function isRoot(host: string): boolean {
  return host === '' || host === '.'
}

function cleaned({ exchange, priority }: DnsRecords['MX']): DnsRecords['MX'] {
  return { exchange: exchange.toLowerCase(), priority }
}

function offered(service: string, records: readonly DnsRecords['SRV'][]): MailRecords['services'] {
  return records
    .filter(({ name, port }) => !isRoot(name) && port > 0)
    .sort((one, other) => one.priority - other.priority || other.weight - one.weight)
    .slice(0, 4)
    .map(({ name, port }) => ({ service, host: harmless(name, 255).toLowerCase(), port }))
}

/** The first such record of the first answer that has one; where reports go is cut out. */
function textOf<K extends 'spf' | 'dmarc'>(key: K, form: RegExp, ...answers: readonly DnsAnswer<string>[]) {
  const text = answers.flatMap(({ records }) => records).find((record) => form.test(record))
  return (text === undefined ? {} : { [key]: withoutAddresses(text, 500) }) as Partial<Record<K, string>>
}

function tell({ domain, outcome, mx, nullMx }: MailRecords): Telling {
  const [first] = mx
  if (nullMx) return { tone: 'bad', line: say('{domain} says that it takes no mail', { domain: verbatim(domain) }) }
  if (first)
    return {
      tone: 'good',
      line: say('Mail for {domain} goes to {exchange}', {
        domain: verbatim(domain),
        exchange: verbatim(first.exchange),
      }),
    }
  if (outcome === 'no-such-name') return { tone: 'bad', line: say('There is no {host}', { host: verbatim(domain) }) }
  if (outcome === 'no-records' || outcome === 'answered')
    return { tone: 'plain', line: say('{domain} names no server for its mail', { domain: verbatim(domain) }) }
  return { tone: 'plain', line: say('Nobody could say where mail for {domain} goes', { domain: verbatim(domain) }) }
}
