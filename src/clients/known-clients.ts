import type { ScriptName } from '../core/mac-powers.ts'
import type { ClientId } from '../core/mail.ts'
import { type Arg, say, verbatim } from '../core/sentence.ts'
import type { ClientCapabilities } from './capabilities.ts'
import type { ClientScripts, MailClient, OutboxReader } from './client.ts'
import { mailClients } from './index.ts'

/** Finds registered mail apps. What another version wrote down may name one that is not known here. */

export const clientIds: readonly ClientId[] = mailClients.map(({ id }) => id)

export function knownClient(id: ClientId | undefined): MailClient | undefined {
  return mailClients.find((client) => client.id === id)
}

/** As its users call it; in words that fit any where it is not known. */
export function clientNameOf(id: ClientId | undefined): Arg {
  const client = knownClient(id)
  return client ? verbatim(client.name) : say('The mail app')
}

/** The mail app for which something can be done that no other one needs. Throws where there is none. */
export function clientThatCan<What extends keyof ClientCapabilities>(
  what: What,
): MailClient & { readonly can: Required<Pick<ClientCapabilities, What>> } {
  const found = mailClients.find((client) => canDo(client, what))
  if (!found || !canDo(found, what)) throw new Error(`mail-app: ${what}`)
  return found
}

function canDo<What extends keyof ClientCapabilities>(
  client: MailClient,
  what: What,
): client is MailClient & { readonly can: Required<Pick<ClientCapabilities, What>> } {
  return client.can[what] !== undefined
}

/** A mail app that answers Apple events. */
export type ScriptedClient = MailClient & { readonly scripts: ClientScripts }

export const scriptedClients: readonly ScriptedClient[] = mailClients.filter(isScripted)

function isScripted(client: MailClient): client is ScriptedClient {
  return client.scripts !== undefined
}

/** Whom a script is for. */
export function clientOfScript(name: ScriptName): ScriptedClient | undefined {
  return scriptedClients.find(({ scripts: { state, accounts, outbox, source } }) =>
    [state, accounts, outbox, source].includes(name),
  )
}

/** The bundle of a tool that comes with a mail app. */
export function mailTool(name: string): string | undefined {
  const tools = mailClients.flatMap((client) => Object.entries(client.tools ?? {}))
  return tools.find(([one]) => one === name)?.[1]
}

/** The same said of each mail app that answers Apple events, by its id. */
export function ofScriptedClients<T>(tell: (client: ScriptedClient) => T): Readonly<Record<ClientId, T>> {
  return Object.fromEntries(scriptedClients.map((client) => [client.id, tell(client)]))
}

/** One of its readers for one piece of work; `undefined` where the app is not known. */
export async function withReader<T>(id: ClientId | undefined, work: (reader: OutboxReader) => Promise<T>) {
  const reader = knownClient(id)?.reader()
  if (!reader) return undefined
  try {
    return await work(reader)
  } finally {
    reader.close()
  }
}
