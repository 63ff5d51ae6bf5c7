import { z } from 'zod'
import type { Server } from '../../core/mail.ts'
import { render } from '../../core/render.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import type { PlistValue } from '../../formats/plist-value.ts'
import { readXmlPlist } from '../../formats/read-xml-plist.ts'
import { xmlPlist } from '../../formats/write-xml-plist.ts'
import { literalOf, oddityOf } from '../../probes/lib/host-name.ts'

/** Apple device management schema, com.apple.mail.managed (macOS 15.1 state). */

export type ProfileServer = Omit<Server, 'protocol'> & { protocol: 'imap' | 'pop3' | 'smtp' }

export interface ProfileAccount {
  email: string
  incoming: ProfileServer
  outgoing: ProfileServer
}

/**
 * The property list that adds this account to Mail, without any password: macOS asks for it. The same account gives
 * the same identifiers, so that a second installation replaces the first. Throws for a host that is no host name.
 */
export function configurationProfile({ email, incoming, outgoing }: ProfileAccount): string {
  const key = [email, incoming.host, incoming.port, outgoing.host, outgoing.port].join(' ')
  const { EmailAddress } = told({ EmailAddress: email })
  const content: PlistValue = {
    ...described('com.apple.mail.managed', `${key} account`, render(say('Mail account'))),
    EmailAccountType: incoming.protocol === 'pop3' ? 'EmailTypePOP' : 'EmailTypeIMAP',
    EmailAccountDescription: nameOf(incoming.host),
    ...(EmailAddress !== undefined && { EmailAddress }),
    ...serverKeys('Incoming', incoming),
    ...serverKeys('Outgoing', outgoing),
    OutgoingPasswordSameAsIncomingPassword: true,
  }
  const profile = {
    ...described(
      'Configuration',
      key,
      render(say('Mail account on {host}', { host: verbatim(nameOf(incoming.host)) })),
    ),
    PayloadDescription: render(
      say('Adds a mail account with the settings that Outbox Doctor saw working. It holds no password.'),
    ),
    PayloadScope: 'User',
    PayloadContent: [content],
  }
  const text = xmlPlist(profile)
  const problems = profileProblems(text)
  if (problems.length > 0)
    throw new Error(render(say('The profile is not in order: {problems}', { problems: verbatim(problems.join('; ')) })))
  return text
}

function described(PayloadType: string, key: string, PayloadDisplayName: string) {
  const PayloadUUID = uuidOf(key)
  return {
    PayloadType,
    PayloadVersion: 1,
    PayloadIdentifier: `io.github.outbox-doctor.${PayloadUUID}`,
    PayloadUUID,
    PayloadDisplayName,
  }
}

function serverKeys(
  which: 'Incoming' | 'Outgoing',
  { host, port, security, username, auth, furtherAuth = [] }: ProfileServer,
) {
  const way = [auth, ...furtherAuth].find((one) => one === 'password' || one === 'cram-md5')
  const prefix = `${which}MailServer`
  return {
    [`${prefix}HostName`]: nameOf(host),
    [`${prefix}PortNumber`]: port,
    [`${prefix}UseSSL`]: security !== 'none',
    [`${prefix}Authentication`]: way === 'cram-md5' ? 'EmailAuthCRAMMD5' : 'EmailAuthPassword',
    ...told({ [`${prefix}Username`]: username }),
  }
}

function nameOf(host: string): string {
  if (literalOf(host) || oddityOf(host) === undefined) return host
  throw new Error(render(say('The server has no proper name.')))
}

/** What would have to be changed to be shown is left out: macOS then asks. */
function told(texts: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      text !== undefined && text !== '' && harmless(text, 320) === text && !/[\uFFFE\uFFFF]/.test(text)
        ? [[key, text]]
        : [],
    ),
  )
}

/** A UUID of version 8 (RFC 9562 §5.8) made of a text, by FNV-1a from four starts: it only has to be the same again. */
function uuidOf(text: string): string {
  const words = [1, 2, 3, 4].map((seed) => {
    let hash = Math.imul(0x811c9dc5, 2 * seed + 1)
    for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) ^ (hash >>> 15)
    return (hash >>> 0).toString(16).padStart(8, '0')
  })
  const digits = words.join('').toUpperCase()
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `A${digits.slice(17, 20)}`]
  return `${parts.join('-')}-${digits.slice(20)}`
}

const authentication = z.enum(['EmailAuthNone', 'EmailAuthPassword', 'EmailAuthCRAMMD5', 'EmailAuthNTLM'])
const common = {
  PayloadVersion: z.literal(1),
  PayloadIdentifier: z.string().regex(/^[A-Za-z0-9.-]+$/),
  PayloadUUID: z.uuid(),
  PayloadDisplayName: z.string().min(1),
}
const host = z.string().min(1).max(255)
const port = z.int().min(1).max(65_535)
const user = z.string().min(1).optional()

/** Strict, so that a password could never slip in. Unencrypted connections are not for us to hand out. */
const profileSchema = z.strictObject({
  ...common,
  PayloadType: z.literal('Configuration'),
  PayloadDescription: z.string(),
  PayloadScope: z.literal('User'),
  PayloadContent: z
    .array(
      z.strictObject({
        ...common,
        PayloadType: z.literal('com.apple.mail.managed'),
        EmailAccountType: z.enum(['EmailTypeIMAP', 'EmailTypePOP']),
        EmailAccountDescription: z.string(),
        EmailAddress: z.string().optional(),
        IncomingMailServerHostName: host,
        IncomingMailServerPortNumber: port,
        IncomingMailServerUseSSL: z.literal(true),
        IncomingMailServerUsername: user,
        IncomingMailServerAuthentication: authentication,
        OutgoingMailServerHostName: host,
        OutgoingMailServerPortNumber: port,
        OutgoingMailServerUseSSL: z.literal(true),
        OutgoingMailServerUsername: user,
        OutgoingMailServerAuthentication: authentication,
        OutgoingPasswordSameAsIncomingPassword: z.literal(true),
      }),
    )
    .length(1),
})

/** What is wrong with a profile, in short: keys that are missing, of another type or not known. */
export function profileProblems(text: string): readonly string[] {
  try {
    const { error } = profileSchema.safeParse(readXmlPlist(text))
    return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  } catch {
    return [render(say('It is not a property list.'))]
  }
}
