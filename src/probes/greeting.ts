import { type PerServer, roles } from '../core/mail.ts'
import type { Probe, Telling } from '../core/probe.ts'
import type { Greeted, Language } from '../wire/conversation.ts'
import { askEach, hasLineServer, tellEvery } from './per-server.ts'
import { serverName } from './server-name.ts'
import { serverPorts } from './server-ports.ts'

export type Greeting = PerServer<Greeted & { host: string; port: number }>

export const greeting: Probe<Greeting> = {
  id: 'greeting',
  question: 'Do the mail servers greet us?',
  layer: 'path',
  budget: 22_000,
  after: [serverName],
  vital: true,
  when: hasLineServer,
  ask: (exam, _signal, sofar) =>
    askEach(exam, sofar, serverPorts, async ({ server: { host, port }, conversation }) => {
      const greeted = await conversation.greeted
      return greeted && { host, port, ...greeted }
    }),
  tell: (fact, chart) => tellEvery(fact, chart, tell),
  replies: (fact) => roles.flatMap((role) => fact[role]?.reply ?? []),
  latency: (fact) =>
    roles
      .flatMap((role) => fact[role] ?? [])
      .flatMap(({ host, outcome, ms }) => (outcome === 'greeted' ? [{ host, ms }] : [])),
  provesWayOut: (fact) => {
    const heard = roles.flatMap((role) => fact[role] ?? []).find(({ reply, speaks }) => reply && !speaks)
    return heard && `${heard.host} speaks to us`
  },
}

const languages: Record<Language, string> = {
  smtp: 'as a server for sending mail does',
  imap: 'as an IMAP server does',
  pop3: 'as a POP server does',
  http: 'as a web server does',
  ssh: 'as a remote login server does',
  tls: 'in encrypted form',
  unknown: 'in an unknown way',
}

function tell({ host, outcome, masked, speaks, reply, ms }: NonNullable<Greeting['outgoing']>): Telling {
  if (outcome === 'greeted' && !masked) return { tone: 'good', line: `${host} greets in ${Math.round(ms)} ms` }
  const lines: Record<typeof outcome, string> = {
    greeted: `${host} greets, but something on the way has overwritten its words`,
    refused: `${host} turns us away: ${reply?.code} ${reply?.text}`,
    foreign: `${host} speaks, but ${languages[speaks ?? 'unknown']}`,
    silent: `${host} says nothing`,
    closed: `${host} hangs up without a greeting`,
    reset: `The connection to ${host} is cut before a greeting`,
    overlong: `${host} sends an endless line`,
  }
  return { tone: 'bad', line: lines[outcome] }
}
