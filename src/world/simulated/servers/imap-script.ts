import { examined, fetched, internalDate, listedFolders, searched, toldStatusOf } from './imap-folders.ts'
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

/** An IMAP server (RFC 3501, 9051) with INBOX, Sent, Junk, Trash and a quota (RFC 9208). */
export const imapScript: ServerScript = {
  greeting: (talk) => ({
    stage: 'greeting',
    lines: [`* OK [CAPABILITY ${capabilitiesOf(talk).join(' ')}] ${serverProfileOf(talk.speaker, 'imap').greeting}`],
  }),
  hear(line, talk) {
    const literal = /\{(\d+)(\+?)\}$/.exec(line)
    if (!literal) return command(line, talk)
    if (/^\S+ APPEND /i.test(line)) return appended(line.slice(0, literal.index), Number(literal[1]), talk)
    // A literal (RFC 3501 §4.3) holds no line end in what a client says here, so that it is simply the next line.
    talk.awaits = (next) => {
      delete talk.awaits
      const quoted = next.replace(/^(.*?)( .*)?$/s, (_, value: string, more = '') => `${quote(value)}${more}`)
      return imapScript.hear(line.slice(0, literal.index) + quoted, talk)
    }
    return literal[2] ? undefined : { stage: undefined, lines: ['+ OK'] }
  },
}

/** A message of so many bytes, line by line, until the one that ends the command. */
function appended(line: string, size: number, talk: ScriptedSession): ScriptedReply {
  const text: string[] = []
  let left = size
  talk.awaits = (next) => {
    const isMore = left > 0
    if (isMore) {
      text.push(next)
      left -= Buffer.byteLength(next) + 2
      if (left >= 0) return undefined
    }
    delete talk.awaits
    const [, , path = ''] = words(line)
    return { ...command(line, talk), next: () => talk.post.deliver(text.join('\r\n'), path, talk.now()) }
  }
  return { stage: undefined, lines: ['+ OK'] }
}

type Command = (rest: string, talk: ScriptedSession, tag: string) => ScriptedReply

function command(line: string, talk: ScriptedSession): ScriptedReply {
  const [, tag = '*', verb = '', rest = ''] = /^(\S+)\s+(\S+)\s*(.*)$/s.exec(line) ?? []
  const known = commands[verb.toUpperCase()] ?? ((_, __, own) => done(own, 'BAD Error in IMAP command.', undefined))
  return { ...known(rest, talk, tag), tag }
}

/** What there is to say of a folder when it is opened. */
function folderLines(rest: string, talk: ScriptedSession): string[] {
  talk.selected = words(rest)[0] ?? 'INBOX'
  const folder = examined(talk, talk.selected)
  if (folder) return folder
  return [
    '* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)',
    `* ${talk.post.in(talk.selected).length} EXISTS`,
    '* 0 RECENT',
    '* OK [UIDVALIDITY 1] Ok',
    '* OK [UIDNEXT 1000] Ok',
  ]
}

/** UID SEARCH, FETCH and MOVE (RFC 6851), as far as one message is looked for by its Message-ID and put away. */
function byUid(rest: string, talk: ScriptedSession, tag: string): ScriptedReply {
  const letters = talk.post.in(talk.selected ?? '')
  const [verb = '', ...args] = words(rest)
  const meant = letters.filter(({ uid }) => args[0]?.split(',').includes(String(uid)))
  const numberOf = (uid: number) => letters.findIndex((letter) => letter.uid === uid) + 1
  if (verb.toUpperCase() === 'FETCH' && meant.length > 0) {
    const lines = meant.map(({ uid, at }) => `* ${numberOf(uid)} FETCH (UID ${uid} INTERNALDATE "${internalDate(at)}")`)
    return done(tag, 'OK Fetch completed.', undefined, lines)
  }
  const told = searched(rest, talk) ?? fetched(rest, talk)
  if (told) return done(tag, 'OK Completed.', undefined, told)
  if (verb.toUpperCase() === 'SEARCH') {
    const found = letters.filter(({ messageId }) => messageId !== '' && args.includes(messageId))
    return done(tag, 'OK Search completed.', undefined, [`* SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trimEnd()])
  }
  if (verb.toUpperCase() === 'MOVE') {
    const numbers = meant.map(({ uid }) => numberOf(uid)).toReversed()
    for (const { uid } of meant) talk.post.move(uid, args[1] ?? '')
    const gone = numbers.map((number) => `* ${number} EXPUNGE`)
    return done(tag, 'OK Move completed.', undefined, gone)
  }
  return done(tag, 'BAD Error in IMAP command.', undefined)
}

const listed = [
  '* LIST (\\HasNoChildren) "/" INBOX',
  '* LIST (\\HasNoChildren \\Sent) "/" Sent',
  '* LIST (\\HasNoChildren \\Junk) "/" Junk',
  '* LIST (\\HasNoChildren \\Trash) "/" Trash',
]

const commands: Readonly<Record<string, Command>> = {
  CAPABILITY: (_, talk, tag) =>
    done(tag, 'OK Capability completed.', 'capability', [`* CAPABILITY ${capabilitiesOf(talk).join(' ')}`]),
  STARTTLS: (_, talk, tag) =>
    offersTls(talk)
      ? { ...done(tag, 'OK Begin TLS negotiation now.', 'starttls'), next: 'secure' }
      : done(tag, 'BAD TLS support is not enabled.', 'starttls'),
  LOGIN: (rest, talk, tag) => {
    if (!offersLogin(talk)) return done(tag, 'NO [PRIVACYREQUIRED] Plaintext authentication disallowed.', 'auth')
    const [username = '', secret = ''] = words(rest)
    return judged(talk, tag, acceptsLogin(talk, username, secret))
  },
  AUTHENTICATE: (rest, talk, tag) => authenticate(rest, talk, tag),
  ID: (_, __, tag) => done(tag, 'OK ID completed.', undefined, ['* ID ("name" "example")']),
  NAMESPACE: (_, __, tag) => done(tag, 'OK Namespace completed.', undefined, ['* NAMESPACE (("" "/")) NIL NIL']),
  ENABLE: (_, __, tag) => done(tag, 'OK Enabled.', undefined, ['* ENABLED']),
  // Without a pattern, only the sign between folder names is asked for (RFC 9051 §6.3.9).
  LIST: (rest, talk, tag) => {
    const all = listedFolders(rest, talk) ?? listed
    return done(tag, 'OK List completed.', undefined, words(rest)[1] === '' ? ['* LIST (\\Noselect) "/" ""'] : all)
  },
  LSUB: (_, __, tag) => done(tag, 'OK Lsub completed.', undefined, ['* LSUB () "/" INBOX']),
  SELECT: (rest, talk, tag) => done(tag, 'OK [READ-WRITE] Select completed.', 'select', folderLines(rest, talk)),
  EXAMINE: (rest, talk, tag) => done(tag, 'OK [READ-ONLY] Examine completed.', 'select', folderLines(rest, talk)),
  UID: byUid,
  STATUS: (rest, talk, tag) =>
    done(tag, 'OK Status completed.', 'select', [
      toldStatusOf(talk, words(rest)[0] ?? '') ?? '* STATUS INBOX (MESSAGES 0 UIDNEXT 1)',
    ]),
  APPEND: (_, __, tag) => done(tag, 'OK Append completed.', 'append'),
  GETQUOTAROOT: (_, talk, tag) =>
    done(tag, 'OK Getquotaroot completed.', 'quota', ['* QUOTAROOT INBOX "User quota"', quota(talk)]),
  GETQUOTA: (_, talk, tag) => done(tag, 'OK Getquota completed.', 'quota', [quota(talk)]),
  NOOP: (_, __, tag) => done(tag, 'OK NOOP completed.', undefined),
  LOGOUT: (_, __, tag) => ({ ...done(tag, 'OK Logout completed.', 'quit', ['* BYE Logging out']), next: 'close' }),
}

function authenticate(rest: string, talk: ScriptedSession, tag: string): ScriptedReply {
  if (!offersLogin(talk)) return done(tag, 'NO [PRIVACYREQUIRED] Plaintext authentication disallowed.', 'auth')
  const [mechanism = '', initial] = rest.split(/\s+/)
  if (!authOf(talk).includes(mechanism.toUpperCase()))
    return done(tag, 'NO [CANNOT] Unsupported authentication mechanism.', 'auth')
  if (mechanism.toUpperCase() === 'LOGIN') return askLogin(talk, tag)
  if (initial) return judged(talk, tag, acceptsSasl(talk, initial))
  talk.awaits = (line) => judged(talk, tag, acceptsSasl(talk, line))
  return { stage: undefined, lines: ['+ '] }
}

function askLogin(talk: ScriptedSession, tag: string): ScriptedReply {
  talk.awaits = (username) => {
    talk.awaits = (secret) => judged(talk, tag, acceptsLogin(talk, fromBase64(username), fromBase64(secret)))
    return { stage: undefined, lines: ['+ UGFzc3dvcmQ6'] }
  }
  return { stage: undefined, lines: ['+ VXNlcm5hbWU6'] }
}

function judged(talk: ScriptedSession, tag: string, accepted: boolean): ScriptedReply {
  delete talk.awaits
  if (!accepted) return { ...done(tag, serverProfileOf(talk.speaker, 'imap').refused, 'auth'), tag }
  const enter = () => {
    talk.signedIn = true
  }
  return { ...done(tag, 'OK Logged in', 'auth'), tag, next: enter }
}

function quota({ speaker }: ScriptedSession): string {
  const { used, limit } = speaker.quota ?? { used: 600 * 1024 ** 2, limit: 5 * 1024 ** 3 }
  return `* QUOTA "User quota" (STORAGE ${Math.round(used / 1024)} ${Math.round(limit / 1024)})`
}

function authOf({ speaker }: ScriptedSession): readonly string[] {
  return speaker.auth ?? serverProfileOf(speaker, 'imap').auth
}

function capabilitiesOf(talk: ScriptedSession): readonly string[] {
  const { speaker } = talk
  const inClear = talk.mode === 'starttls' && !talk.encrypted
  if (inClear && speaker.capabilitiesBefore) return speaker.capabilitiesBefore
  const base = speaker.capabilities ?? [
    ...serverProfileOf(speaker, 'imap').capabilities,
    ...authOf(talk).map((method) => `AUTH=${method}`),
  ]
  const more =
    speaker.folders && !speaker.capabilities ? ['LIST-EXTENDED', 'LIST-STATUS', 'SPECIAL-USE', 'ESEARCH'] : []
  if (!inClear) return talk.signedIn ? [...base, 'UIDPLUS', 'MOVE', ...more] : base
  const starttls = { offered: ['STARTTLS', 'LOGINDISABLED'], missing: [], overwritten: ['XXXXXXXX'] }[
    speaker.starttls ?? 'offered'
  ]
  return [...base.filter((word) => !/^AUTH=/i.test(word)), ...starttls]
}

/** Arguments, quoted or bare. */
function words(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '',
  )
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function done(tag: string, text: string, stage: ScriptedReply['stage'], before: readonly string[] = []): ScriptedReply {
  return { stage, lines: [...before, `${tag} ${text}`] }
}
