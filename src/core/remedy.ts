import type { AccountSnapshot } from './account-snapshot.ts'
import type { Cause } from './cause.ts'
import type { Chart } from './chart.ts'
import type { Diagnosis } from './diagnosis.ts'
import type { MacVersion } from './mac-powers.ts'
import type { Account, ClientId } from './mail.ts'
import type { Outside } from './outside.ts'
import { render } from './render.ts'
import type { Sentence } from './sentence.ts'
import type { SignIns } from './sign-ins.ts'
import type { SyncDifference, SyncReport } from './sync-report.ts'
import type { Instant, Millis } from './time.ts'
import type { FileSentAnswer, SentCopy, World } from './world.ts'

/** What a remedy may change. */
export type Touches = 'nothing' | 'mail' | 'network' | 'settings'

export type PermissionName = 'full-disk-access' | 'automation' | 'accessibility'

/** Who is treated, what was found, and the world to act on. */
export interface RemedyContext extends AccountSnapshot {
  readonly world: World
  readonly chart: Chart
  readonly diagnosis: Diagnosis
  readonly outside: Outside
  readonly version: MacVersion
  /** Whether a cause is present, by the cause itself. */
  has(cause: Cause): boolean
  /**
   * Examines once more, as a person has asked for it, and writes down what is found. Missing where nobody can. Throws
   * `Unknown` where it came to nothing.
   */
  examineMore?(more: ExtraQuestions, signal: AbortSignal): Promise<{ chart: Chart; diagnosis: Diagnosis }>
  /** How often a password may be said to a server yet. Missing where nobody knows; then none is said. */
  readonly signIns?: SignIns
  /** In what the mail app and its server differed when they were last compared. */
  readonly outOfStep?: readonly SyncDifference[]
  /** Compares them anew, as a person has asked for it. */
  compare?(signal: AbortSignal): Promise<SyncReport>
  /** Sends a message to oneself and looks for it; what came of it, in words. Missing where nobody can. */
  sendRoundTrip?(
    report: (line: Sentence) => void,
    signal: AbortSignal,
  ): Promise<{ isGood: boolean; lines: readonly Sentence[] }>
  /** Files a copy in Sent on the server, unless it is there. Missing where nobody can. */
  fileSentCopy?(copy: SentCopy, signal: AbortSignal): Promise<FileSentAnswer | { why: Sentence }>
  /** Whether somebody has looked since, so that this cause forbids nothing more though it is still named. */
  cleared?(cause: Cause): boolean
}

/** What only a person may want asked. `trial`: what the outgoing server has against the waiting mail. */
export interface ExtraQuestions {
  trial?: true
  readLog?: true
}

/** A step for a person: what to do, and values ready to copy. Every value is harmless. */
export interface Guidance {
  steps: readonly Sentence[]
  values: readonly GuidedValue[]
  /** What to open, where there is something. */
  opens?: OpenTarget
  /** Commands to read, never run by us. */
  commands?: readonly Sentence[]
  files?: readonly GuidedFile[]
}

/** What is to be entered somewhere, or compared: a host, a port, the word that an app has for a choice. */
export interface GuidedValue {
  name: Sentence
  value: Sentence
}

/** A mail app by its id; a pane, a tool or a program that filters by its name in our lists, or a page's address. */
export type OpenTarget = {
  /** Where it leads: "Open Mail". */
  words: Sentence
  /** What it is opened for, where a button says that rather: "Show the window". */
  button?: Sentence
} & ({ what: 'app'; target: ClientId } | { what: 'panel' | 'page' | 'tool' | 'program'; target: string })

/** A file for the person to save where they like. It may hold their address, but never a password. */
export interface GuidedFile {
  name: string
  contents: string
  /** What it does and what it does not, before anybody saves it. */
  words: Sentence
}

/** A text for somebody who can help, with nothing private in it. */
export interface Note {
  to: 'provider' | 'isp' | 'admin'
  subject: Sentence
  text: Sentence
}

interface Described {
  readonly id: string
  /** On the button, as an imperative: "Send again". */
  readonly label: Sentence
  /** The same where more is known: "Open LuLu". What was done is remembered under `label`. */
  labelHere?(context: RemedyContext): Sentence
  treats(): readonly Cause[]
  /** It helps where mail waits and nobody knows why. */
  readonly ifUnexplained?: true
  /** It shows something that no check sees, so that it is offered to this account where nothing waits and all is well. */
  ifClear?(context: RemedyContext): boolean
  /** Whether it helps against this, in which a mail app and its server differ; `treats` is empty then. */
  mends?(difference: SyncDifference): boolean
  /** Lower comes first: 0 touches nothing, 1 changes what is easily changed back … */
  readonly risk: number
  /** It only waits for somebody else or for time, so that it comes after every click that mends. */
  readonly waits?: true
  /** Whether it fits this Mac, this app and this account; without it, always. */
  fits?(context: RemedyContext): boolean
  /** While one of these is present it would do harm, even as a symptom of another: shown, and refused. */
  forbiddenWhile?(): readonly Cause[]
}

export interface Guide extends Described {
  readonly kind: 'guide'
  /** Why a person does it and no click: what a machine must not do or cannot, in a sentence. */
  byHand(context: RemedyContext): Sentence
  guide(context: RemedyContext): Guidance
}

export interface NoteRemedy extends Described {
  readonly kind: 'note'
  write(context: RemedyContext): readonly Note[]
}

/** A permission that a remedy cannot do without; `why` is told to whoever is asked for it. */
export interface PermissionNeed {
  permission: PermissionName
  /** The app that automation is about. */
  client?: ClientId
  why: Sentence
}

/**
 * A remedy that acts. `Before` is all that undoing needs; it goes into the receipt before anything is done, as JSON:
 * what `apply` and `undo.putBack` are given is what came back from there. A folder of ours stands in it as `folder`, so that a
 * person can be told where the files are even when nobody can read the rest.
 */
export interface Action<Before> extends Described {
  readonly kind: 'act' | 'admin'
  readonly touches: Touches
  readonly needs?: readonly PermissionNeed[]
  /**
   * It signs in: with the password that is kept, or with one that is given for this once. `anew`: only with one that is
   * given, whatever is kept; it may be kept afterwards, once the servers have taken it.
   */
  readonly signsIn?: true | 'anew'
  /** A password as it is meant, from how it was typed or pasted. As it is, unless told. */
  meant?(typed: string): string
  /** Whether its promise is to be read before the click: it says what else becomes different, or by whom mail is taken. */
  readFirst?(context: RemedyContext): boolean
  /** Where the person gets what the act needs of them, to be opened first. */
  opens?(context: RemedyContext): OpenTarget | undefined
  /** Permissions that a click would ask for, as things stand now, where that is not the same for everybody. */
  needsNow?(context: RemedyContext, signal: AbortSignal): Promise<readonly PermissionNeed[]>
  /** May be cancelled while it runs; what was done until then is undone. */
  readonly cancellable: boolean
  /** When it fails half-way, what was done is worth keeping. Without it, that is put back at once. */
  readonly keepsHalf?: boolean
  /** The longest it may take; ten minutes unless told. */
  readonly timeoutMs?: Millis
  /** Of the shape of `Before`, counted up when it changes; 1 unless told. */
  readonly version?: number
  /** What it will do, step by step, for a careful person: exact commands and files. Looks, and changes nothing. */
  promise(context: RemedyContext, signal: AbortSignal): Promise<readonly Sentence[]>
  /**
   * Looks at what will be changed, and at most makes an empty folder of ours. Throws `Refused` with a sentence where
   * acting would be wrong.
   */
  capture(context: RemedyContext, signal: AbortSignal): Promise<Before>
  /** Throws `Failed` with a sentence where it could not be done to its end. */
  apply(context: RemedyContext, before: Before, options: ActOptions): Promise<void>
  /** The account as it is when this is done, where its app may write that down later only. */
  leaves?(account: Account, before: Before): Account
  /** The way back; without it, what was done stands. */
  readonly undo?: Undo<Before>
  /**
   * What another version of us wrote down, or this one, in today's shape; `undefined` where it cannot be understood.
   * Without it, receipts of this version are taken as they are, and others are not understood.
   */
  recall?(before: unknown, version: number): Before | undefined
  /**
   * Whether such a treatment, ended at this moment, has cleared up what its causes leave open, so that they forbid
   * nothing more for this account.
   */
  clears?(context: RemedyContext, before: Before, endedAt: Instant): boolean
  /** How long to wait before asking again whether it helped. */
  readonly settles: Millis
}

/** How what a remedy changes stands at one moment. */
export interface UndoState {
  /** The same as long as nothing has changed. It goes into the receipt: nothing private may be in it. */
  fingerprint: string
  /** In a sentence, for whoever is told that it is not as it was left. */
  sentence: Sentence
}

/**
 * The way back from what a remedy left, from the receipt alone: it may be weeks later. The engine looks first; where it
 * is neither as it was left nor as it was before, the person is asked, and what is newer is kept.
 */
export interface Undo<Before> {
  /** Looks; nothing where it cannot be seen. */
  stands(world: World, before: Before, signal: AbortSignal): Promise<UndoState | undefined>
  /** The print of what it leaves, where that is known without looking: a switch may take its time. */
  readonly leaves?: string
  /** Why it would do harm to put it back as things are, in a sentence: mail that has left would return. No click helps. */
  hinders?(world: World, before: Before, signal: AbortSignal): Promise<Sentence | undefined>
  /**
   * Where more is lost than a switch is turned: what has come in its place is kept in a new folder of ours, whose name
   * says this, under a receipt of its own, which `receipt` tells from the one that is undone. Undoing that puts it back.
   */
  readonly newer?: { readonly purpose: string; receipt(before: Before, folder: string): Before }
  /**
   * Doing it twice is harmless. `newer`: the receipt under which what stands there now is kept before it is replaced.
   * Throws `Refused` where it would do harm, having changed nothing; `Failed` where it could not be done to its end.
   */
  putBack(world: World, before: Before, conduct: ActOptions & { newer?: Before }): Promise<void>
}

export interface ActOptions {
  signal: AbortSignal
  report(line: Sentence): void
}

/**
 * `act`: one click, done by us. `admin`: one click and the system's administrator prompt. `guide`: exact steps for a
 * person, with the right pane opened. `note`: a ready text for somebody who can help.
 */
export type Remedy = Guide | NoteRemedy | Action<unknown>

/** Whether something is different afterwards, so that there must be a receipt, and nobody else may act meanwhile. */
export function leavesTraces(remedy: Remedy): boolean {
  return 'apply' in remedy && (remedy.touches !== 'nothing' || remedy.undo !== undefined)
}

/** Acting would be wrong, now or at all; nothing was changed. The words are a sentence for a person. */
export class Refused extends Error {
  override name = 'Refused'
  /** The permission that is missing, where that is the reason. */
  readonly need: PermissionNeed | undefined
  readonly words: Sentence

  constructor(words: Sentence, need?: PermissionNeed) {
    super(render(words))
    this.words = words
    this.need = need
  }
}

/** It could not be done, or not to its end. The words are a sentence for a person. */
export class Failed extends Error {
  override name = 'Failed'
  readonly words: Sentence

  constructor(words: Sentence, options?: ErrorOptions) {
    super(render(words), options)
    this.words = words
  }
}
