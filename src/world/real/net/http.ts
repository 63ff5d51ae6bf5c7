import type { ConnectionOptions } from 'node:tls'
import { isPrivateAddressOf } from '../../../core/inside.ts'
import type { Address, Attempt, DnsOutcome } from '../../../core/network.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import type { HttpAnswer, HttpRequest, Net } from '../../../core/world.ts'
import { codeOf } from '../reach.ts'
import { timedOut, withinTime } from '../time-limit.ts'
import { untilAborted } from '../until-aborted.ts'
import { type OpenAddress, openFirstAddress } from './first-open.ts'
import { shakeHands } from './handshake.ts'
import { exchangeHttp, type HttpResponse } from './http-exchange.ts'
import type { Roots } from './roots.ts'
import { certificateFaultOf, mayBeKnownToMac, verifyingTlsOptions } from './verified.ts'

const usualMaxBytes = 256 * 1024

export interface HttpDeps {
  clock: Clock
  roots: Roots
  lookup: Net['lookup']
  open(address: string, port: number, timeoutMs: Millis, signal: AbortSignal): ReturnType<OpenAddress>
}

type Failure = Extract<HttpAnswer, { outcome: Exclude<HttpAnswer['outcome'], 'answered'> }>
type Got = ({ outcome: 'answered' } & HttpResponse) | Omit<Failure, 'ms'>
export type FetchedBytes = Got & { ms: Millis }

/** As `Net.http`. */
export async function fetchText(web: HttpDeps, asked: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const fetched = await fetchBytes(web, asked, signal)
  return fetched.outcome === 'answered'
    ? { ...fetched, body: fetched.body.toString(asked.isBinary ? 'latin1' : 'utf8') }
    : fetched
}

/** As `Net.http`, with the body as it came. */
export async function fetchBytes(web: HttpDeps, asked: HttpRequest, signal: AbortSignal): Promise<FetchedBytes> {
  const page = () => pageAt(web, asked.url)
  page()
  const start = web.clock.elapsed()
  let known: Got = { outcome: 'silent' }
  const answer = await withinTime(web.clock, asked.timeoutMs, signal, async (over) => {
    known = await go(web, asked, page(), over)
    if (known.outcome !== 'bad-certificate' || !mayBeKnownToMac(known.code) || web.roots.isWhole()) return known
    await untilAborted(web.roots.system(), over)
    return go(web, asked, page(), over)
  })
  const ms = web.clock.elapsed() - start
  return { ...(answer === timedOut ? known : answer), ms }
}

interface Page {
  host: string
  port: number
  tls: ConnectionOptions | undefined
}

function pageAt({ roots, clock }: HttpDeps, address: string): Page {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (url.protocol === 'http:') return { host, port: Number(url.port || 80), tls: undefined }
  if (url.protocol !== 'https:') throw new Error('Only http and https addresses can be asked.')
  return { host, port: Number(url.port || 443), tls: verifyingTlsOptions(host, roots, clock) }
}

async function go(web: HttpDeps, asked: HttpRequest, { host, port, tls }: Page, over: AbortSignal): Promise<Got> {
  const found = await web.lookup(host, over)
  if (found.records.length === 0) return { outcome: unfound(found.outcome), ...(found.code && { code: found.code }) }
  if (!(await mayBeAsked(web, asked, host, found.records, over))) return { outcome: 'failed', code: 'EINSIDE' }
  const opened = await openFirstAddress(found.records, asked.timeoutMs, over, (address, timeoutMs, signal) =>
    web.open(address, port, timeoutMs, signal),
  )
  if ('failed' in opened) return unreached(opened.failed)
  const { socket } = opened
  over.addEventListener('abort', () => socket.destroy(), { once: true })
  try {
    const stream = tls ? await shakeHands(socket, tls, over) : socket
    return { outcome: 'answered', ...(await exchangeHttp(stream, asked, asked.maxBytes ?? usualMaxBytes)) }
  } catch (error) {
    return broken(error)
  } finally {
    socket.destroy()
  }
}

/** Judges the very addresses that are then dialled: a second question could be answered otherwise. */
async function mayBeAsked(
  { lookup }: HttpDeps,
  { publicExcept }: HttpRequest,
  host: string,
  records: readonly Address[],
  over: AbortSignal,
): Promise<boolean> {
  const inside = records.filter(({ address }) => isPrivateAddressOf(address))
  if (!publicExcept || inside.length === 0) return true
  if (publicExcept.some((own) => own.toLowerCase() === host.toLowerCase())) return true
  const own = await Promise.all(publicExcept.map((name) => lookup(name, over)))
  const known = new Set(own.flatMap((answer) => answer.records.map(({ address }) => address)))
  return inside.every(({ address }) => known.has(address))
}

function unfound(outcome: DnsOutcome): Failure['outcome'] {
  if (outcome === 'silent') return 'silent'
  return outcome === 'no-such-name' || outcome === 'no-records' ? 'no-such-name' : 'failed'
}

function unreached({ reach, code }: Attempt): Omit<Failure, 'ms'> {
  const outcome = reach === 'open' || reach === 'denied' ? 'failed' : reach
  return { outcome, ...(code !== undefined && { code }) }
}

function broken(error: unknown): Omit<Failure, 'ms'> {
  const fault = certificateFaultOf(error)
  if (fault) return { outcome: 'bad-certificate', code: fault }
  const code = codeOf(error)
  const reset = code === 'ECONNRESET' || code === 'EPIPE'
  return { outcome: reset ? 'reset' : 'failed', ...(code !== undefined && { code }) }
}
