import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import type { AuthMethod, Security, Server } from '../../core/mail.ts'
import { publicHost } from './public-host.ts'

/** Servers as a settings file lists them, best first, without anything about a user. */
export interface AutoconfigServers {
  incoming: readonly Server[]
  outgoing: readonly Server[]
}

/** Characters; the longest published ones have 15,000. A hostile file takes a third of a millisecond for each 1,000. */
const largest = 24 * 1024

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities can be made to grow without bound; a host name needs none.
  processEntities: false,
  maxNestedTags: 50,
  isArray: (name) => ['emailProvider', 'incomingServer', 'outgoingServer', 'authentication'].includes(name),
})

const text = z.string().trim()
/** An element with attributes is an object whose text is `#text`. */
const content = z.union([text, z.looseObject({ '#text': text }).transform((element) => element['#text'])])

const server = z.looseObject({
  '@_type': text,
  hostname: content,
  port: content.transform(Number).pipe(z.int().min(1).max(65535)),
  socketType: content.transform((type) => type.toLowerCase()),
  authentication: z.array(content.catch('')).catch([]),
})

const servers = z.array(server.optional().catch(undefined)).catch([])
const file = z.looseObject({
  clientConfig: z.looseObject({
    emailProvider: z.array(z.looseObject({ incomingServer: servers, outgoingServer: servers })).min(1),
  }),
})

/**
 * Reads Mozilla's autoconfig format (draft-ietf-mailmaint-autoconfig), versions 1.1 and 1.2. Unknown elements and
 * servers of no use are passed over; what is no such file is `undefined`. Never throws.
 */
export function readAutoconfig(xml: string, domain: string): AutoconfigServers | undefined {
  const all = parsed(xml)?.clientConfig.emailProvider
  if (!all) return undefined
  const incoming = all.flatMap((one) => one.incomingServer).flatMap((one) => (one ? usable(one, domain) : []))
  const outgoing = all.flatMap((one) => one.outgoingServer).flatMap((one) => (one ? usable(one, domain) : []))
  return {
    incoming: incoming.filter(({ protocol }) => protocol !== 'smtp').slice(0, maxServers),
    outgoing: outgoing.filter(({ protocol }) => protocol === 'smtp').slice(0, maxServers),
  }
}

const maxServers = 8

function parsed(xml: string) {
  if (xml.length > largest) return undefined
  try {
    return file.safeParse(parser.parse(xml.replace(/^\uFEFF?\s+|^\uFEFF/, ''))).data
  } catch {
    // A stranger’s file that is no XML publishes nothing.
    return undefined
  }
}

// Maps and not objects: the words come from a stranger's file, and one may be `constructor`.
const protocols = new Map<string, Server['protocol']>([
  ['imap', 'imap'],
  ['imap4', 'imap'],
  ['pop3', 'pop3'],
  ['pop', 'pop3'],
  ['smtp', 'smtp'],
])
const securities = new Map<string, Security>([
  ['ssl', 'tls'],
  ['tls', 'tls'],
  ['ssl/tls', 'tls'],
  ['starttls', 'starttls'],
  ['start-tls', 'starttls'],
  ['plain', 'none'],
  ['none', 'none'],
])
const methods = new Map<string, AuthMethod>([
  ['oauth2', 'oauth2'],
  ['password-cleartext', 'password'],
  ['plain', 'password'],
  ['password-encrypted', 'cram-md5'],
  ['secure', 'cram-md5'],
  ['ntlm', 'ntlm'],
  ['gssapi', 'kerberos'],
  ['none', 'none'],
])

function usable(one: z.infer<typeof server>, domain: string): Server[] {
  const protocol = protocols.get(one['@_type'].toLowerCase())
  const security = securities.get(one.socketType)
  const host = publicHost(one.hostname.replaceAll(/%emaildomain%/gi, () => domain))
  if (!protocol || !security || host === undefined) return []
  const [auth, ...furtherAuth] = [
    ...new Set(one.authentication.flatMap((name) => methods.get(name.toLowerCase()) ?? [])),
  ]
  const ways = { ...(auth && { auth }), ...(furtherAuth.length > 0 && { furtherAuth }) }
  return [{ protocol, host, port: one.port, security, ...ways }]
}
