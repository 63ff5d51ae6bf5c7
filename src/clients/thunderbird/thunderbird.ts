import type { ObservationWithSubjects } from '../../core/client.ts'
import type { Files, Process } from '../../core/mac-powers.ts'
import { say } from '../../core/sentence.ts'
import type { Instant, Millis } from '../../core/time.ts'
import type { MailMac, OutboxReader } from '../client.ts'
import type { MessageSources } from '../sources.ts'
import { thunderbirdAccounts } from './accounts.ts'
import { notRead, type ThunderbirdRead } from './not-read.ts'
import { isThunderbirdOffline } from './offline.ts'
import { readThunderbirdOutbox, ThunderbirdMessages } from './outbox.ts'
import {
  isPlainPath,
  thunderbirdBundle,
  thunderbirdFolder,
  thunderbirdProcessName,
  usualLocalFolders,
} from './places.ts'
import { type Prefs, prefNames, prefsFile, prefText } from './prefs.ts'
import { findThunderbirdProfile } from './profile.ts'
import { sourcesIn } from './sources.ts'

const largestPrefs = 8_388_608
const versionKept: Millis = 10 * 60_000

/** Thunderbird, by the profile that it opens: its settings and its file of unsent messages. It is never asked. */
export class Thunderbird implements OutboxReader {
  readonly id = 'thunderbird'
  readonly name = 'Thunderbird'
  readonly #messages = new ThunderbirdMessages()
  #localFolders: string | undefined
  #version: { at: Instant; text: string } | undefined

  /** With the folder of the outbox, once a look has found it. */
  get watches(): readonly string[] {
    return this.#localFolders === undefined ? [thunderbirdFolder] : [thunderbirdFolder, this.#localFolders]
  }

  async read(mac: MailMac, at: Instant, signal: AbortSignal): Promise<ObservationWithSubjects> {
    signal.throwIfAborted()
    const process = await runningIn(mac, signal)
    const version = await this.#versionOf(mac, at, signal)
    const profile = await lookIntoProfile(mac.files, signal)
    const common = {
      client: this.id,
      at,
      ...(version !== undefined && { version }),
      ...(process !== undefined && { running: process !== null }),
    }
    const unseen = process === undefined ? [say('It cannot be seen whether Thunderbird is open.')] : []
    if (!profile.seen) return { ...common, accounts: [], outbox: profile, unseen: [...unseen, profile.why] }
    const { path, prefs, localFolders } = profile.value
    this.#localFolders = localFolders
    const accounts = await thunderbirdAccounts(prefs, path)
    const found = await readThunderbirdOutbox(localFolders, mac.files, signal)
    const messages = found.seen ? await this.#messages.of(found.value, accounts, path, at) : []
    const offline = await isThunderbirdOffline(prefs, process, messages.length > 0, mac, signal)
    signal.throwIfAborted()
    return {
      ...common,
      ...(offline !== undefined && { offline }),
      accounts: accounts.map(({ account }) => account),
      outbox: found.seen ? { seen: true, messages } : found,
      unseen: found.seen ? unseen : [...unseen, found.why],
    }
  }

  async sources({ files }: MailMac, signal: AbortSignal): Promise<MessageSources> {
    const profile = await lookIntoProfile(files, signal)
    return profile.seen ? sourcesIn(profile.value.localFolders, files, signal) : profile
  }

  /** No file is kept open. */
  close(): void {}

  async #versionOf({ programs }: MailMac, at: Instant, signal: AbortSignal): Promise<string | undefined> {
    if (this.#version && Math.abs(at - this.#version.at) < versionKept) return this.#version.text
    const app = await programs.app(thunderbirdBundle, signal)
    if (!app.seen || !app.value.version) return undefined
    this.#version = { at, text: app.value.version }
    return this.#version.text
  }
}

interface Profile {
  /** From Thunderbird's folder on. */
  path: string
  prefs: Prefs
  localFolders: string
}

async function lookIntoProfile(files: Files, signal: AbortSignal): Promise<ThunderbirdRead<Profile>> {
  const profile = await findThunderbirdProfile(files, signal)
  if (!profile.seen) return profile
  const path = profile.value
  const prefs = await files.parse(`${thunderbirdFolder}/${path}/prefs.js`, largestPrefs, prefsFile, signal)
  if (!prefs.seen) return notRead('settings', prefs.why)
  if (!prefs.value) return notRead('settings', 'damaged')
  return { seen: true, value: { path, prefs: prefs.value, localFolders: localFoldersIn(path, prefs.value) } }
}

/** In the profile unless somebody has moved them; where to is told from the profile on. */
function localFoldersIn(path: string, prefs: Prefs): string {
  const [key] = prefNames(prefs, 'mail.accountmanager.localfoldersserver')
  const told = prefText(prefs, `mail.server.${key}.directory-rel`) ?? ''
  const inside = told.startsWith('[ProfD]') ? told.slice('[ProfD]'.length) : ''
  return `${thunderbirdFolder}/${path}/${isPlainPath(inside) ? inside : usualLocalFolders}`
}

/** Its process; `null`: it is closed; `undefined`: it cannot be told. */
async function runningIn({ programs }: MailMac, signal: AbortSignal): Promise<Process | null | undefined> {
  const processes = await programs.running(signal)
  return processes.seen ? (processes.value.find(({ name }) => name === thunderbirdProcessName) ?? null) : undefined
}
