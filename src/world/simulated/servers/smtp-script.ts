import {
  acceptsLogin,
  acceptsSasl,
  fromBase64,
  offersLogin,
  offersTls,
  type ScriptedReply,
  type ScriptedSession,
  type ServerScript,
} from './script.ts'
import { serverProfileOf } from './server-profiles.ts'

/** A submission server (RFC 5321, 6409), strict enough that a wrong client would notice. */
export const smtpScript: ServerScript = {
  greeting: (talk) => say('greeting', serverProfileOf(talk.speaker, 'smtp').greeting.replace('{host}', talk.host)),
  hear(line, talk) {
    const [, verb = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(line) ?? []
    return (commands[verb.toUpperCase()] ?? unknown)(rest, talk)
  },
}

type Command = (rest: string, talk: ScriptedSession) => ScriptedReply

const unknown: Command = () => say(undefined, '502 5.5.2 Error: command not recognized')

const commands: Readonly<Record<string, Command>> = {
  EHLO: (_, talk) => ({ stage: 'ehlo', lines: multiline('250', [talk.host, ...capabilitiesOf(talk)]) }),
  HELO: (_, talk) => say('ehlo', `250 ${talk.host}`),
  STARTTLS: (_, talk) =>
    offersTls(talk)
      ? { stage: 'starttls', lines: ['220 2.0.0 Ready to start TLS'], next: 'secure' }
      : say('starttls', '502 5.5.1 Error: command not implemented'),
  AUTH: (rest, talk) => signIn(rest, talk),
  MAIL: (rest, talk) => {
    if (!talk.signedIn && authOf(talk).length > 0) return say('mail', '530 5.7.0 Authentication required')
    const size = Number(/\bSIZE=(\d+)/i.exec(rest)?.[1] ?? 0)
    const most = talk.speaker.size ?? serverProfileOf(talk.speaker, 'smtp').size
    if (most > 0 && size > most) return say('mail', '552 5.3.4 Message size exceeds fixed limit')
    const told = talk.speaker.senders?.[/<([^>]*)>/.exec(rest)?.[1] ?? '']
    return { stage: 'mail', lines: told === undefined ? ['250 2.1.0 Ok'] : [told].flat() }
  },
  RCPT: (rest, talk) => {
    const told = talk.speaker.recipients?.[/<([^>]*)>/.exec(rest)?.[1] ?? '']
    return { stage: 'rcpt', lines: told === undefined ? ['250 2.1.5 Ok'] : [told].flat() }
  },
  DATA: (_, talk) => {
    const lines: string[] = []
    talk.awaits = (line) => {
      if (line === '.') return received(talk, lines.join('\n'))
      // Its header is all that anybody asks for later.
      if (lines.length < 100) lines.push(line)
      return undefined
    }
    return say(undefined, '354 End data with <CR><LF>.<CR><LF>')
  },
  RSET: () => say(undefined, '250 2.0.0 Ok'),
  NOOP: () => say(undefined, '250 2.0.0 Ok'),
  VRFY: () => say(undefined, '252 2.0.0 Cannot verify, will try'),
  QUIT: () => ({ stage: 'quit', lines: ['221 2.0.0 Bye'], next: 'close' }),
}

/** The answer to the message itself: here a scene refuses it, or breaks off so that nobody knows whether it arrived. */
function received(talk: ScriptedSession, text: string): ScriptedReply {
  delete talk.awaits
  const { delivers = 'inbox' } = talk.speaker
  const deliver = () => {
    if (delivers !== 'never') talk.post.deliver(text, delivers === 'junk' ? 'Junk' : 'INBOX', talk.now())
  }
  return { ...say('data', '250 2.0.0 Ok: queued as 4cX9kT2lVQz9s1B'), next: deliver }
}

function signIn(rest: string, talk: ScriptedSession): ScriptedReply {
  if (!offersLogin(talk)) return say('auth', '530 5.7.0 Must issue a STARTTLS command first')
  const [mechanism = '', initial] = rest.split(/\s+/)
  if (!authOf(talk).includes(mechanism.toUpperCase())) return say('auth', '504 5.7.4 Unrecognized authentication type')
  if (mechanism.toUpperCase() === 'LOGIN') return askLogin(talk, initial)
  if (initial && initial !== '=') return judged(talk, acceptsSasl(talk, initial))
  talk.awaits = (line) => judged(talk, acceptsSasl(talk, line))
  return say(undefined, '334 ')
}

function askLogin(talk: ScriptedSession, initial: string | undefined): ScriptedReply {
  const askSecret = (username: string): ScriptedReply => {
    talk.awaits = (line) => judged(talk, acceptsLogin(talk, fromBase64(username), fromBase64(line)))
    return say(undefined, '334 UGFzc3dvcmQ6')
  }
  if (initial) return askSecret(initial)
  talk.awaits = askSecret
  return say(undefined, '334 VXNlcm5hbWU6')
}

function judged(talk: ScriptedSession, accepted: boolean): ScriptedReply {
  delete talk.awaits
  if (!accepted) return say('auth', serverProfileOf(talk.speaker, 'smtp').refused)
  const enter = () => {
    talk.signedIn = true
  }
  return { stage: 'auth', lines: ['235 2.7.0 Authentication successful'], next: enter }
}

function authOf({ speaker }: ScriptedSession): readonly string[] {
  return speaker.auth ?? serverProfileOf(speaker, 'smtp').auth
}

function capabilitiesOf(talk: ScriptedSession): readonly string[] {
  const { speaker } = talk
  const inClear = talk.mode === 'starttls' && !talk.encrypted
  if (inClear && speaker.capabilitiesBefore) return speaker.capabilitiesBefore
  const voice = serverProfileOf(speaker, 'smtp')
  const auth = authOf(talk)
  const base = speaker.capabilities ?? [
    ...voice.capabilities,
    `SIZE ${speaker.size ?? voice.size}`,
    ...(auth.length > 0 ? [`AUTH ${auth.join(' ')}`] : []),
  ]
  if (!inClear) return base
  const starttls = { offered: ['STARTTLS'], missing: [], overwritten: ['XXXXXXXA'] }[speaker.starttls ?? 'offered']
  return [...base.filter((line) => !/^AUTH\b/i.test(line)), ...starttls]
}

function multiline(code: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `${code}${index < lines.length - 1 ? '-' : ' '}${line}`)
}

function say(stage: ScriptedReply['stage'], line: string): ScriptedReply {
  return { stage, lines: [line] }
}
