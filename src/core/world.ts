import type { Certificate, Trust } from './certificate.ts'
import type { NetworkService, WifiSwitch } from './connection-settings.ts'
import type { Hands } from './hands.ts'
import type { Log } from './log.ts'
import type { Files, Firewall, MacEvent, MacVersion, Permissions, Power, Programs, ReadResult } from './mac-powers.ts'
import type { ClientId, LineProtocol, Server } from './mail.ts'
import type { Address, Attempt, Change, DnsAnswer, DnsRecords, DnsServer, Filter, Network, Route } from './network.ts'
import type { Reply } from './reply.ts'
import type { RoundTripPlace } from './round-trip.ts'
import type { KnownFolder, ServerView } from './server-view.ts'
import type { Clock, Instant, Millis } from './time.ts'

/**
 * The six seams between the doctor and everything else. Each has two makings: the real one, and the simulated one
 * that plays a scene. A verb that was answered returns the answer, however unwelcome; one that could not ask throws
 * `Unknown` with the reason.
 */
export interface World {
  mac: Mac
  hands: Hands
  net: Net
  clock: Clock
  secrets: Secrets
  /** Where our own faults are told. */
  log: Log
  /** A world that nobody lives in: what is done there may be forgotten. Never of the real one. */
  readonly madeUp?: true
}

/** This Mac. Every verb only looks. */
export interface Mac {
  network(signal: AbortSignal): Promise<Network>
  /** How the network service of an interface is set; `missing` where not exactly one that is switched on uses it. */
  networkService(name: string, signal: AbortSignal): Promise<ReadResult<NetworkService>>
  /** Whether Wi-Fi is switched on; `missing` where this Mac has none. */
  wifiSwitch(signal: AbortSignal): Promise<ReadResult<WifiSwitch>>
  /** The way to one IP address, or `none` when there is no route. Sends nothing. */
  routeTo(address: string, signal: AbortSignal): Promise<Route | 'none'>
  /**
   * What tells this network from others, where the Mac says it without being asked for its place. It is somebody's secret:
   * to be hashed at once, and shown to nobody.
   */
  networkIdentity(signal: AbortSignal): Promise<string | undefined>
  filters(signal: AbortSignal): Promise<readonly Filter[]>
  /** The firewall that macOS brings, which filters what comes in only, and whether it blocks a mail app. */
  firewall(client: ClientId, signal: AbortSignal): Promise<Firewall>
  /** Free bytes where mail is kept. */
  freeSpace(signal: AbortSignal): Promise<number>
  /** What changed since then, or was found out since then only, oldest first. */
  changes(since: Instant): readonly Change[]
  readonly programs: Programs
  readonly files: Files
  power(signal: AbortSignal): Promise<Power>
  /** Read without raising a prompt. */
  permissions(signal: AbortSignal): Promise<Permissions>
  version(signal: AbortSignal): Promise<MacVersion>
  /** Calls back for what happens from now on; the returned function ends it. */
  watch(listener: (event: MacEvent) => void): () => void
}

/** The net, one step at a time: a mail library would hide which step failed and how. */
export interface Net {
  /** As a mail app would see it: getaddrinfo, with hosts file, split DNS and caches. */
  lookup(name: string, signal: AbortSignal): Promise<DnsAnswer<Address>>
  /** One query to one server, two seconds, one try. */
  resolve<T extends keyof DnsRecords>(
    name: string,
    type: T,
    server: DnsServer,
    signal: AbortSignal,
  ): Promise<DnsAnswer<DnsRecords[T]>>
  /** The servers that `resolve(…, 'system', …)` would ask, as `address` or `address:port`. */
  resolvers(): readonly string[]
  /** Opens one TCP connection to one address. Never throws for what the far end does. */
  connect(address: string, port: number, timeoutMs: Millis, signal: AbortSignal): Promise<ConnectResult>
  /** One request, no redirect followed, no cookie, body capped. Never throws for what the far end does. */
  http(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>
  /** How many roots this Mac's own users and administrators trust, and how long reading them took; may take a minute. */
  roots(signal: AbortSignal): Promise<{ count: number; ms: Millis } | undefined>
  /** Judges a chain (leaf first) for a host name. */
  trust(chain: readonly Certificate[], host: string, signal: AbortSignal): Promise<Trust>
  /** One sign-in by a mail library, on a connection of its own. Exactly one try. */
  signIn(
    server: Server & { protocol: LineProtocol },
    address: string,
    login: MailLogin,
    signal: AbortSignal,
  ): Promise<SignInAnswer>
  /** Signs in and hands over one message, once. */
  send(
    server: Server & { protocol: 'smtp' },
    address: string,
    login: MailLogin,
    mail: OwnMail,
    signal: AbortSignal,
  ): Promise<SendAnswer>
  /**
   * Looks once for one message in the inbox, among junk and in the archive; `everywhere`: also among all mail, where what
   * was sent lies, too. Nothing is changed.
   */
  locate(
    server: Server & { protocol: 'imap' },
    address: string,
    login: MailLogin,
    wanted: { messageId: string; everywhere: boolean },
    signal: AbortSignal,
  ): Promise<LocateAnswer>
  /** Moves one message, with its copy in Sent, to the trash, where that can be done without touching any other. */
  putAway(
    server: Server & { protocol: 'imap' },
    address: string,
    login: MailLogin,
    messageId: string,
    signal: AbortSignal,
  ): Promise<PutAwayAnswer>
  /**
   * Puts the copy of a message that was sent into the account's folder for those, unless it is there already; looked for
   * by its Message-ID before and after. Nothing else is changed.
   */
  fileSent(
    server: Server & { protocol: 'imap' },
    address: string,
    login: MailLogin,
    copy: SentCopy,
    signal: AbortSignal,
  ): Promise<FileSentAnswer>
  /**
   * Looks once at what the server has of the account: its folders with their numbers, and the UIDs of two that the asker
   * knows. Opens nothing for writing, reads no text and leaves everything as unread as it was.
   */
  serverView(
    server: Server & { protocol: 'imap' },
    address: string,
    login: MailLogin,
    known: readonly KnownFolder[],
    signal: AbortSignal,
  ): Promise<ServerViewAnswer>
}

export interface ConnectResult {
  attempt: Attempt
  connection?: Connection
}

/** An open TCP connection with a bounded line reader on it. */
export interface Connection {
  readonly address: string
  /** This end's address, for the EHLO address literal (RFC 5321 §4.1.3). */
  readonly localAddress: string
  /** The next line without its line end; silence and end of stream are answers. Lines are capped. */
  readLine(timeoutMs: Millis): Promise<ReadLineResult>
  /** Sends one line; CRLF is added. */
  writeLine(line: string): Promise<void>
  /** Starts TLS on this connection, unverified: the caller judges the certificate. Bytes heard before are an injection. */
  secure(options: { host: string; timeoutMs: Millis; versions?: TlsRange }): Promise<Handshake>
  close(): void
}

export type ReadLineResult =
  | { line: string }
  | { end: 'closed' | 'reset' | 'silent' | 'overlong'; code?: string; partial?: string }

export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'

export interface TlsRange {
  min: TlsVersion
  max: TlsVersion
  /** Only key shares that fit the first word into one packet: none against quantum computers (ML-KEM, RFC 8446 §4.2.8). */
  small?: true
}

export type Handshake =
  | { outcome: 'secured'; version: TlsVersion; cipher: string; chain: readonly Certificate[]; ms: Millis }
  | {
      /** `injected`: plain text stood in the buffer after STARTTLS's go-ahead (CVE-2011-0411). */
      outcome:
        | 'not-tls'
        | 'no-common-version'
        | 'no-common-cipher'
        | 'reset'
        | 'closed'
        | 'silent'
        | 'injected'
        | 'failed'
      code?: string
      ms: Millis
    }

export interface HttpRequest {
  url: string
  method?: 'GET' | 'POST'
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
  timeoutMs: Millis
  /** Bytes of body kept; 256 KiB unless told. */
  maxBytes?: number
  /** The body of the answer comes with one character for each of its bytes, and not as UTF-8. */
  isBinary?: true
  /**
   * On a stranger's word: asked only where every address of the host is one of the internet, or one that these hosts,
   * the account's own, have as well. Anything else is `failed` with `EINSIDE`, and nothing is sent.
   */
  publicExcept?: readonly string[]
}

export type HttpAnswer =
  | {
      outcome: 'answered'
      status: number
      headers: Readonly<Record<string, string>>
      body: string
      ms: Millis
    }
  | {
      outcome: 'no-such-name' | 'refused' | 'silent' | 'reset' | 'unreachable' | 'bad-certificate' | 'failed'
      code?: string
      ms: Millis
    }

export interface MailLogin {
  username: string
  secret: string
  /** `oauth2`: the secret is an access token. */
  method: 'password' | 'oauth2'
}

/** `not-judged`: the server answered, but not about the password (RFC 5530 UNAVAILABLE, 454 4.7.0, LIMIT). */
export interface SignInAnswer {
  outcome: 'accepted' | 'refused' | 'no-common-method' | 'silent' | 'broken-off' | 'failed'
  reply?: Reply
  code?: string
  /** Of the mailbox, where the server tells (RFC 9208): bytes. Asked in the same session, only for IMAP. */
  quota?: { used: number; limit: number }
  ms: Millis
}

/** A message to oneself. */
export interface OwnMail {
  /** Sender and only recipient. */
  address: string
  subject: string
  text: string
  /** With its angle brackets. */
  messageId: string
}

/** As of signing in; `accepted` is the server's answer to the whole message. */
export type SendAnswer = Omit<SignInAnswer, 'quota'>

type NotAsked = Omit<SignInAnswer, 'outcome' | 'quota'> & { outcome: Exclude<SignInAnswer['outcome'], 'accepted'> }

/** `arrivedAt`: since when it lies there, by the server's clock, in whole seconds. */
export type LocateAnswer =
  | { outcome: 'found'; place: RoundTripPlace; arrivedAt?: Instant; ms: Millis }
  | { outcome: 'not-there'; ms: Millis }
  | NotAsked

/** How many copies of it lie in the trash now, and how many could not be moved there. */
export type PutAwayAnswer = { outcome: 'done'; moved: number; left: number; ms: Millis } | NotAsked

/** The copy of a message that was sent, as the mail app has it. */
export interface SentCopy {
  /** With its angle brackets. */
  messageId: string
  /** As it goes over the wire: its lines end in CRLF. */
  bytes: Uint8Array
  /** When it was sent. */
  at: Instant
  /** Where the mail app keeps it: IMAP's path with `/` between its parts. */
  folder: string
}

/** `unconfirmed`: the server took it, and does not show it. `no-folder`: it has none for what was sent. */
export type FileSentAnswer = { outcome: 'filed' | 'already-there' | 'unconfirmed' | 'no-folder'; ms: Millis } | NotAsked

/**
 * What came of a look. Of a failure, `code` may be `TOO-MUCH`, where the server said more than anybody reads, or
 * `THROTTLED`, where it wants to be left alone for `waitMs`.
 */
export type ServerViewAnswer = { outcome: 'seen'; value: ServerView; ms: Millis } | (NotAsked & { waitMs?: Millis })

/** Passwords the user gave for sign-in checks. `version` changes whenever the secret does. */
export interface Secrets {
  read(accountId: string): Promise<{ secret: string; method: MailLogin['method']; version: string } | undefined>
}
