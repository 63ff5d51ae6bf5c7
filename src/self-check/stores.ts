import type { MailClient } from '../clients/client.ts'
import { mailClients } from '../clients/index.ts'
import type { DatabaseTask, Files, ReadResult } from '../core/mac-powers.ts'
import { megabytes, plainCount } from '../core/quantities.ts'
import { answerOrReason, notAMacLine, type ReportSection, type SelfCheckInput, whyUnreadLine } from './section.ts'
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
  const section = { id: 'stores', title: 'Stores of the mail apps' }
  if (!isMac) return { ...section, lines: [notAMacLine] }
  const told = async (client: MailClient) => {
    const app = client.fullName
    const found = await clientStoresOf(client, mac.files, signal)
    if (!found.seen) return [`${app}: its folder ${whyUnreadLine(found)}.`]
    if (found.value.length === 0) return [`${app}: no store was found.`]
    return Promise.all(
      found.value.map((store) =>
        answerOrReason(
          async () =>
            `${app}, ${store.name}: ${megabytes(store.size)}, ${await askStore(mac.files, store, signal, schemaShapeTask, undefined)}`,
        ),
      ),
    )
  }
  const lines = await Promise.all(mailClients.filter((client) => client.stores).map(told))
  // Asked last: only whoever has read knows.
  return { ...section, lines: [...lines.flat(), ...threadless(mac.files.threadFailures?.() ?? 0)] }
}

function threadless(failures: number): string[] {
  if (failures === 0) return []
  return [
    `No thread for reading could be started (${plainCount(failures, 'attempt')}): reading may hold up everything else.`,
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
export async function askStore<Given>(
  files: Files,
  { path }: FoundStore,
  signal: AbortSignal,
  reading: DatabaseTask<Given, string>,
  given: Given,
): Promise<string> {
  const opened = await files.store(path, signal)
  if (!opened.seen) return `it ${whyUnreadLine(opened)}`
  try {
    return await opened.value.ask(reading, given, signal)
  } finally {
    opened.value.close()
  }
}
