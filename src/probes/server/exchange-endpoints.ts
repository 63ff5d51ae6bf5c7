import { domainOf, type Server, serversOf } from '../../core/mail.ts'
import { type Probe, type ProbeContext, type Telling, Unknown } from '../../core/probe.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import type { Millis } from '../../core/time.ts'
import type { HttpAnswer } from '../../core/world.ts'
import { readAutodiscover } from '../lib/autodiscover.ts'
import { literalOf, oddityOf } from '../lib/host-name.ts'

/** Exchange without credentials: a 401 shows that somebody is there and no more. */
export interface ExchangeEndpoints {
  endpoints: readonly {
    name: 'ews' | 'autodiscover'
    host: string
    outcome: 'there' | 'not-there' | 'no-answer'
    status?: number
    ms: Millis
  }[]
}

type Endpoint = ExchangeEndpoints['endpoints'][number]

const timeoutMs: Millis = 7_500

export const exchangeEndpoints: Probe<ExchangeEndpoints> = {
  id: 'exchange-endpoints',
  question: say('Is the Exchange service there?'),
  layer: 'path',
  budget: 9_000,
  when: ({ account }) => account.incoming?.protocol === 'exchange',
  ask: async (exam, signal) => {
    const { incoming, email } = exam.account
    if (incoming?.protocol !== 'exchange') throw new Unknown(say('The account is no Exchange account.'))
    const domain = domainOf(email)
    const asked = oddityOf(domain) === undefined ? exam.outside.autodiscover : []
    return {
      endpoints: await Promise.all([
        webServices(exam, incoming, signal),
        ...asked.map((form) => autodiscover(exam, form.replaceAll('{domain}', domain), signal)),
      ]),
    }
  },
  describe: tell,
}

/** MS-OXWSCDATA: Exchange Web Services answer at this path. */
async function webServices(exam: ProbeContext, { host, port }: Server, signal: AbortSignal): Promise<Endpoint> {
  const literal = literalOf(host)
  if (!literal && oddityOf(host) !== undefined)
    throw new Unknown(say('The name of the Exchange server cannot be right.'))
  const name = literal?.family === 6 ? `[${literal.address}]` : host
  const url = `https://${name}${port === 443 ? '' : `:${port}`}/EWS/Exchange.asmx`
  const answer = await exam.world.net.http({ url, timeoutMs, maxBytes: 4_096 }, signal)
  return endpoint('ews', host, answer, isThere)
}

async function autodiscover(exam: ProbeContext, url: string, signal: AbortSignal): Promise<Endpoint> {
  const publicExcept = serversOf(exam.account).map(({ server }) => server.host)
  const answer = await exam.world.net.http({ url, timeoutMs, maxBytes: 65_536, publicExcept }, signal)
  return endpoint('autodiscover', new URL(url).host, answer, ({ status, body }) => {
    return status === 200 ? readAutodiscover(body) !== undefined : false
  })
}

type Answered = Extract<HttpAnswer, { outcome: 'answered' }>

function endpoint(name: Endpoint['name'], host: string, answer: HttpAnswer, there: (answer: Answered) => boolean) {
  const { ms } = answer
  const of = { name, host: harmless(host), ms }
  if (answer.outcome !== 'answered') return { ...of, outcome: 'no-answer' as const }
  const { status } = answer
  // A server that is out of order has not said whether the service is there.
  if (status >= 500) return { ...of, outcome: 'no-answer' as const, status }
  return { ...of, outcome: there(answer) ? ('there' as const) : ('not-there' as const), status }
}

function isThere({ status }: Answered): boolean {
  return status < 400 || status === 401 || status === 403
}

function tell({ endpoints }: ExchangeEndpoints): Telling {
  const ews = endpoints.find(({ name }) => name === 'ews')
  if (!ews) return { tone: 'plain', line: say('No Exchange service was asked') }
  if (ews.outcome === 'there')
    return { tone: 'good', line: say('The Exchange service on {host} is there', { host: verbatim(ews.host) }) }
  if (ews.outcome === 'not-there')
    return { tone: 'bad', line: say('There is no Exchange service on {host}', { host: verbatim(ews.host) }) }
  return { tone: 'bad', line: say('The Exchange service on {host} does not answer', { host: verbatim(ews.host) }) }
}
