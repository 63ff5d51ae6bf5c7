import type { ScriptName } from '../core/mac.ts'
import type { ClientId } from '../core/mail.ts'
import type { ClientScripts, MailClient, OutboxReader } from './client.ts'
import { mailClients } from './index.ts'

/** Finds registered mail apps. What another version wrote down may name one that is not known here. */

export const clientIds: readonly ClientId[] = mailClients.map(({ id }) => id)

export function knownClient(id: ClientId | undefined): MailClient | undefined {
  return mailClients.find((client) => client.id === id)
}

/** As its users call it; in words that fit any where it is not known. */
export function clientName(id: ClientId | undefined, unknown = 'The mail app'): string {
  return knownClient(id)?.name ?? unknown
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
