import {
  acceptsLogin,
  acceptsSasl,
  offersLogin,
  offersTls,
  type ScriptedReply,
  type ScriptedSession,
  type ServerScript,
} from './script.ts'
import { serverProfileOf } from './server-profiles.ts'

/** A POP3 server (RFC 1939, 2449, 2595) with an empty mailbox. */
export const pop3Script: ServerScript = {
  greeting: (talk) => say('greeting', serverProfileOf(talk.speaker, 'pop3').greeting),
  hear(line, talk) {
    const [, verb = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(line) ?? []
    return (commands[verb.toUpperCase()] ?? (() => say(undefined, '-ERR Unknown command.')))(rest, talk)
  },
}

const usernames = new WeakMap<ScriptedSession, string>()

const commands: Readonly<Record<string, (rest: string, talk: ScriptedSession) => ScriptedReply>> = {
  CAPA: (_, talk) => ({ stage: 'capability', lines: ['+OK', ...capabilitiesOf(talk), '.'] }),
  STLS: (_, talk) =>
    offersTls(talk)
      ? { stage: 'starttls', lines: ['+OK Begin TLS negotiation now.'], next: 'secure' }
      : say('starttls', '-ERR TLS support is not enabled.'),
  USER: (rest, talk) => {
    if (!offersLogin(talk)) return say('auth', '-ERR Plaintext authentication disallowed on non-secure connections.')
    usernames.set(talk, rest)
    return say(undefined, '+OK')
  },
  PASS: (rest, talk) => judged(talk, acceptsLogin(talk, usernames.get(talk) ?? '', rest)),
  AUTH: (rest, talk) => {
    if (!offersLogin(talk)) return say('auth', '-ERR Plaintext authentication disallowed on non-secure connections.')
    const [, initial] = rest.split(/\s+/)
    if (initial) return judged(talk, acceptsSasl(talk, initial))
    talk.awaits = (line) => judged(talk, acceptsSasl(talk, line))
    return say(undefined, '+ ')
  },
  STAT: () => say('select', '+OK 0 0'),
  NOOP: () => say(undefined, '+OK'),
  QUIT: () => ({ stage: 'quit', lines: ['+OK Logging out.'], next: 'close' }),
}

function judged(talk: ScriptedSession, accepted: boolean): ScriptedReply {
  delete talk.awaits
  if (!accepted) return say('auth', serverProfileOf(talk.speaker, 'pop3').refused)
  const enter = () => {
    talk.signedIn = true
  }
  return { stage: 'auth', lines: ['+OK Logged in.'], next: enter }
}

function capabilitiesOf(talk: ScriptedSession): readonly string[] {
  const { speaker } = talk
  const inClear = talk.mode === 'starttls' && !talk.encrypted
  if (inClear && speaker.capabilitiesBefore) return speaker.capabilitiesBefore
  const auth = speaker.auth ?? ['PLAIN']
  const base = speaker.capabilities ?? [
    ...['TOP', 'UIDL', 'RESP-CODES', 'PIPELINING', 'AUTH-RESP-CODE', 'USER'],
    ...(auth.length > 0 ? [`SASL ${auth.join(' ')}`] : []),
  ]
  if (!inClear) return base
  const stls = { offered: ['STLS'], missing: [], overwritten: ['XXXX'] }[speaker.starttls ?? 'offered']
  return [...base.filter((line) => !/^(SASL|USER)\b/i.test(line)), ...stls]
}

function say(stage: ScriptedReply['stage'], line: string): ScriptedReply {
  return { stage, lines: [line] }
}
