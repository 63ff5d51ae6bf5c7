import { type PerServer, roles, type Security } from '../../core/mail.ts'
import type { PastFacts, Probe, Telling } from '../../core/probe.ts'
import type { Reply } from '../../core/reply.ts'
import { joinSentences, listOf, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { BrokenSession, CapabilitiesResult, LineServer } from '../../wire/conversation.ts'
import { authOf, namesOf, sizeKeyword } from '../../wire/keywords.ts'
import { askEach, describeEvery, hasLineServer } from '../lib/per-server.ts'
import { serverName } from '../names/server-name.ts'
import { serverPorts } from '../path/server-ports.ts'

export type ServerCapabilities = PerServer<{
  host: string
  port?: number
  security?: Security
  before: readonly string[]
  after: readonly string[]
  /** Ways to sign in, upper case: PLAIN, LOGIN, XOAUTH2. */
  auth: readonly string[]
  /** SIZE (RFC 1870), bytes; 0 and missing mean no stated limit. */
  size?: number
  /** Announced the last time and not now. */
  lost: readonly string[]
  /** A line behind the end of the answer, where there may be none. */
  stray?: string
  refusal?: Reply
  broken?: BrokenSession
}>

type One = NonNullable<ServerCapabilities['outgoing']>

export const capabilities: Probe<ServerCapabilities> = {
  id: 'capabilities',
  remembered: true,
  question: say('What do the mail servers offer?'),
  layer: 'signing-in',
  decides: 'is offered',
  budget: 24_000,
  after: [serverName],
  vital: true,
  when: hasLineServer,
  ask: (exam, _signal, sofar) =>
    askEach(exam, sofar, serverPorts, async ({ role, server, conversation }) => {
      const capable = await conversation.capable
      const last = lastOf(exam.past, server, role)
      return capable && found(server, capable, last)
    }),
  describe: (fact, chart) => describeEvery(fact, chart, tell),
  replies: (fact) => roles.flatMap((role) => fact[role]?.refusal ?? []),
}

function found(server: LineServer, capable: CapabilitiesResult, last: One | undefined): One {
  const { host, port, security, protocol } = server
  const { before, after } = capable
  // What counts for signing in is the list at the end; before TLS a server rightly hides how.
  const auth = authOf(after.length > 0 ? after : before, protocol)
  const size = sizeKeyword(after.length > 0 ? after : before)
  const lost = [...new Set([...missing(last?.before, before), ...missing(last?.after, after)])]
  return { host, port, security, ...capable, auth, ...(size !== undefined && { size }), lost }
}

/** The last list that was made under the same settings: before TLS and after it, lists differ by design. */
function lastOf(past: PastFacts, server: LineServer, role: keyof ServerCapabilities): One | undefined {
  const last = past.last(capabilities)?.fact[role]
  const same = last?.host === server.host && last.port === server.port && last.security === server.security
  return same ? last : undefined
}

/** An empty list was not heard at all, and so has lost nothing. */
function missing(then: readonly string[] | undefined, now: readonly string[]): string[] {
  if (!then || now.length === 0) return []
  const names = namesOf(now)
  return namesOf(then).filter((name) => !names.includes(name))
}

function tell({ host, before, after, auth, size, stray, refusal, broken }: One): Telling {
  if (refusal)
    return {
      tone: 'bad',
      line: say('{host} does not say what it offers: {code} {text}', {
        host: verbatim(host),
        code: verbatim(refusal.code),
        text: verbatim(refusal.text),
      }),
    }
  if (broken) return { tone: 'bad', line: broke[broken](host) }
  if (stray !== undefined)
    return {
      tone: 'bad',
      line: say(
        '{host} says more than it may, behind its list of what it offers: “{stray}”. Mail apps can get stuck on that; whoever runs it should mend it.',
        { host: verbatim(host), stray: verbatim(stray) },
      ),
    }
  if (before.length + after.length === 0)
    return { tone: 'plain', line: say('{host} offers nothing in particular', { host: verbatim(host) }) }
  if (after.length === 0)
    return { tone: 'bad', line: say('{host} offers no encryption, or it failed', { host: verbatim(host) }) }
  const ways =
    auth.length > 0
      ? say('{host} offers sign-in by {auth}', { host: verbatim(host), auth: listOf(auth.map(verbatim), ', ') })
      : say('{host} offers no sign-in', { host: verbatim(host) })
  const room = size ? [say('it takes messages up to {round} MB', { round: Math.round(size / 1_000_000) })] : []
  return { tone: 'good', line: joinSentences([ways, ...room], '; ') }
}

const broke: Record<BrokenSession, (host: string) => Sentence> = {
  closed: (host) => say('{host} hangs up while it says what it offers', { host: verbatim(host) }),
  reset: (host) => say('The connection to {host} is cut while it says what it offers', { host: verbatim(host) }),
  silent: (host) => say('{host} falls silent while it says what it offers', { host: verbatim(host) }),
  overlong: (host) => say('{host} sends an endless line while it says what it offers', { host: verbatim(host) }),
  garbled: (host) => say('{host} cannot be understood while it says what it offers', { host: verbatim(host) }),
}
