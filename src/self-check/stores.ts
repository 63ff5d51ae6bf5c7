import type { MailClient } from '../clients/client.ts'
import { mailClients } from '../clients/index.ts'
import type { DatabaseTask, Files, ReadResult } from '../core/mac-powers.ts'
import { byteCount, type Sentence, say, verbatim } from '../core/sentence.ts'
import { answerOrReason, notAMacLine, type ReportSection, type SelfCheckInput, whyUnread } from './section.ts'
import { schemaShapeTask } from './store-shapes.ts'

/** A store of a mail app that was found. */
export interface FoundStore {
  /** A short name without anything private: `V10`, `profile 1`. */
  name: string
  path: string
  size: number
}

/** Which stores there are, and whether they are built as we know them. */
export async function storesSection({ world: { mac }, mac: isMac, signal }: SelfCheckInput): Promise<ReportSection> {
  const section = { id: 'stores', title: say('Stores of the mail apps') }
  if (!isMac) return { ...section, lines: [notAMacLine] }
  const told = async (client: MailClient) => {
    const app = verbatim(client.fullName)
    const found = await clientStoresOf(client, mac.files, signal)
    if (!found.seen) return [say('{app}: its folder {why}.', { app, why: whyUnread(found) })]
    if (found.value.length === 0) return [say('{app}: no store was found.', { app })]
    return Promise.all(
      found.value.map((store) =>
        answerOrReason(async () => {
          const found = await askStore(mac.files, store, signal, schemaShapeTask, undefined)
          const known = { app, store: verbatim(store.name), size: byteCount(store.size) }
          if (!found.seen) return say('{app}, {store}: {size}, it {why}', { ...known, why: whyUnread(found) })
          const { tables, fingerprint } = found.value
          return say('{app}, {store}: {size}, {tables}, built as {fingerprint}.', {
            ...known,
            tables: say('{count} tables', { count: tables }),
            fingerprint: verbatim(fingerprint),
          })
        }),
      ),
    )
  }
  const lines = await Promise.all(mailClients.filter((client) => client.stores).map(told))
  // Asked last: only whoever has read knows.
  return { ...section, lines: [...lines.flat(), ...threadless(mac.files.threadFailures?.() ?? 0)] }
}

function threadless(failures: number): Sentence[] {
  if (failures === 0) return []
  return [
    say('No thread for reading could be started ({attempts}): reading may hold up everything else.', {
      attempts: say('{count} attempts', { count: failures }),
    }),
  ]
}

/** The databases of a mail app; none where it keeps none. */
export async function clientStoresOf(
  { stores: places }: MailClient,
  files: Files,
  signal: AbortSignal,
): Promise<ReadResult<readonly FoundStore[]>> {
  if (!places) return { seen: true, value: [] }
  const { folder, below } = places
  const listed = await files.list(folder, signal)
  if (!listed.seen) return listed
  const folders = listed.value.filter(({ kind }) => kind === 'folder').map(({ name }) => name)
  const found: FoundStore[] = []
  for (const { name, folder: inner, file } of below(folders)) {
    const entries = await files.list(inner, signal)
    const entry = entries.seen ? entries.value.find((one) => one.name === file) : undefined
    if (entry) found.push({ name, path: `${inner}/${file}`, size: entry.size })
  }
  return { seen: true, value: found }
}

/** Opens a store, asks it something, and closes it. */
export async function askStore<Given, Found>(
  files: Files,
  { path }: FoundStore,
  signal: AbortSignal,
  reading: DatabaseTask<Given, Found>,
  given: Given,
): Promise<ReadResult<Found>> {
  const opened = await files.store(path, signal)
  if (!opened.seen) return opened
  try {
    return { seen: true, value: await opened.value.ask(reading, given, signal) }
  } finally {
    opened.value.close()
  }
}
