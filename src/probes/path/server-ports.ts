import type { PerServer } from '../../core/mail.ts'
import type { Address, Attempt, Reach } from '../../core/network.ts'
import { type Probe, type ProbeContext, skipped, type Telling } from '../../core/probe.ts'
import { joinSentences, listOf, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { describeEach, hasLineServer, type ServerConversation, serverConversations } from '../lib/per-server.ts'
import { reportSoon } from '../lib/so-far.ts'
import { serverName } from '../names/server-name.ts'

/** Every mail port and 443 of each server, on every address. The configured port is in the list too. */
export type ServerPorts = PerServer<{ host: string; configured: number; tries: readonly Attempt[] }>

/** Sending (RFC 6409, 8314), fetching, and the web for contrast. */
const knownPorts = [25, 465, 587, 2525, 143, 993, 110, 995, 443]
const connectTimeoutMs = 8_000

export const serverPorts: Probe<ServerPorts> = {
  id: 'server-ports',
  question: say('Which doors of the mail servers are open?'),
  layer: 'path',
  decides: 'works',
  budget: 9_500,
  after: [serverName],
  when: hasLineServer,
  ask: async (exam, signal, sofar) => {
    const all = serverConversations(exam)
    if (all.length === 0) return skipped(serverName)
    const fact: { -readonly [role in keyof ServerPorts]: { host: string; configured: number; tries: Attempt[] } } = {}
    const knocks = shared(exam, all)
    const knocking = all.flatMap(({ role, server, addresses }) => {
      const tries: Attempt[] = []
      fact[role] = { host: server.host, configured: server.port, tries }
      return few(addresses).flatMap(({ address }) =>
        [...new Set([server.port, ...knownPorts])].map(async (port) => {
          const attempt = await knocks(address, port)
          if (attempt) tries.push(attempt)
        }),
      )
    })
    reportSoon(exam, signal, () => sofar(fact))
    await Promise.all(knocking)
    return fact
  },
  describe: (fact, chart) => describeEach(fact, chart, tell),
}

function few(addresses: readonly Address[]): Address[] {
  const most = 3
  return addresses.filter(
    (one, at) => addresses.slice(0, at).filter(({ family }) => family === one.family).length < most,
  )
}

/** One knock for each address and port, also where both servers are one host; the configured doors are being tried. */
function shared(
  exam: ProbeContext,
  all: readonly ServerConversation[],
): (address: string, port: number) => Promise<Attempt | undefined> {
  const known = new Map<string, Promise<Attempt | undefined>>()
  for (const { server, addresses, conversation } of all)
    for (const { address } of addresses)
      known.set(
        `${address} ${server.port}`,
        conversation.reached.then(({ attempts }) => attempts.find((attempt) => attempt.address === address)),
      )
  return (address, port) => {
    const key = `${address} ${port}`
    const attempt = known.get(key) ?? knock(exam, address, port)
    known.set(key, attempt)
    return attempt
  }
}

async function knock({ world: { net }, signal }: ProbeContext, address: string, port: number): Promise<Attempt> {
  const { attempt, connection } = await net.connect(address, port, connectTimeoutMs, signal)
  connection?.close()
  return attempt
}

function tell({ host, configured, tries }: NonNullable<ServerPorts['outgoing']>): Telling {
  const ports = (wanted: (attempt: Attempt) => boolean) =>
    [...new Set(tries.filter(wanted).map(({ port }) => port))].sort((one, other) => one - other)
  const open = ports(({ reach }) => reach === 'open')
  const mine = tries.filter(({ port }) => port === configured)
  const line =
    open.length > 0
      ? say('{host} is open at {open}', { host: verbatim(host), open: listOf(open.map(verbatim), ', ') })
      : say('{host} is open nowhere', { host: verbatim(host) })
  if (open.includes(configured)) return { tone: 'good', line }
  if (mine.length === 0) return { tone: 'plain', line }
  const reaches = [...new Set(mine.map(({ reach }) => reach))].map((reach) => shut[reach](configured))
  return { tone: 'bad', line: joinSentences([line, ...reaches], '; ') }
}

const shut: Record<Reach, (port: number) => Sentence> = {
  open: (port) => say('port {port} is open', { port: verbatim(port) }),
  refused: (port) => say('port {port} is refused', { port: verbatim(port) }),
  silent: (port) => say('port {port} is silent', { port: verbatim(port) }),
  reset: (port) => say('port {port} is cut off', { port: verbatim(port) }),
  unreachable: (port) => say('port {port} cannot be reached', { port: verbatim(port) }),
  denied: (port) => say('port {port} is forbidden on this Mac', { port: verbatim(port) }),
}
