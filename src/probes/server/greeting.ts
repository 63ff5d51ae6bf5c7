import { type PerServer, roles } from '../../core/mail.ts'
import type { Probe, Telling } from '../../core/probe.ts'
import { duration, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { DetectedProtocol, GreetingResult } from '../../wire/conversation.ts'
import { askEach, describeEvery, hasLineServer } from '../lib/per-server.ts'
import { serverName } from '../names/server-name.ts'
import { serverPorts } from '../path/server-ports.ts'

export type Greeting = PerServer<GreetingResult & { host: string; port: number }>

export const greeting: Probe<Greeting> = {
  id: 'greeting',
  question: say('Do the mail servers greet us?'),
  layer: 'path',
  decides: 'works',
  budget: 22_000,
  after: [serverName],
  vital: true,
  when: hasLineServer,
  ask: (exam, _signal, sofar) =>
    askEach(exam, sofar, serverPorts, async ({ server: { host, port }, conversation }) => {
      const greeted = await conversation.greeted
      return greeted && { host, port, ...greeted }
    }),
  describe: (fact, chart) => describeEvery(fact, chart, tell),
  replies: (fact) => roles.flatMap((role) => fact[role]?.reply ?? []),
  latency: (fact) =>
    roles
      .flatMap((role) => fact[role] ?? [])
      .flatMap(({ host, outcome, ms }) => (outcome === 'greeted' ? [{ host, ms }] : [])),
  provesWayOut: (fact) => {
    const heard = roles.flatMap((role) => fact[role] ?? []).find(({ reply, speaks }) => reply && !speaks)
    return heard && say('{host} speaks to us', { host: verbatim(heard.host) })
  },
}

const languages: Record<DetectedProtocol, Sentence> = {
  smtp: say('as a server for sending mail does'),
  imap: say('as an IMAP server does'),
  pop3: say('as a POP server does'),
  http: say('as a web server does'),
  ssh: say('as a remote login server does'),
  tls: say('in encrypted form'),
  unknown: say('in an unknown way'),
}

function tell({ host, outcome, masked, speaks, reply, ms }: NonNullable<Greeting['outgoing']>): Telling {
  if (outcome === 'greeted' && !masked)
    return { tone: 'good', line: say('{host} greets in {took}', { host: verbatim(host), took: duration(ms) }) }
  const lines: Record<typeof outcome, Sentence> = {
    greeted: say('{host} greets, but something on the way has overwritten its words', { host: verbatim(host) }),
    refused: say('{host} turns us away: {code} {text}', {
      host: verbatim(host),
      code: verbatim(reply?.code ?? ''),
      text: verbatim(reply?.text ?? ''),
    }),
    foreign: say('{host} speaks, but {languages}', { host: verbatim(host), languages: languages[speaks ?? 'unknown'] }),
    silent: say('{host} says nothing', { host: verbatim(host) }),
    closed: say('{host} hangs up without a greeting', { host: verbatim(host) }),
    reset: say('The connection to {host} is cut before a greeting', { host: verbatim(host) }),
    overlong: say('{host} sends an endless line', { host: verbatim(host) }),
  }
  return { tone: 'bad', line: lines[outcome] }
}
