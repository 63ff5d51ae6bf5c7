import type { MailClient } from '../clients/client.ts'
import type { AskOfMac } from '../clients/self-check.ts'
import type { DatabaseTask, ScriptName } from '../core/mac-powers.ts'
import { plainCount } from '../core/quantities.ts'
import { askApp, outcomeOf } from './ask-app.ts'
import { type SelfCheckInput, whyUnreadLine } from './section.ts'
import { columnsTask, markColumnsTask, outboxesTask } from './store-shapes.ts'
import { askStore, clientStoresOf, type FoundStore } from './stores.ts'
import { menuLine } from './tool-words.ts'

export const onlyWhenItHappens = 'It shows only while it happens; outbox-doctor watch --json tells of it then.'
export const notReadable = 'No program can read this; please send a picture of it.'

/** Puts a question about a mail app to this Mac. Counts and shapes come back, never contents. */
export async function askAbout(client: MailClient, ask: AskOfMac, checked: SelfCheckInput): Promise<string> {
  if ('told' in ask) return ask.told
  if ('by' in ask) {
    if (ask.by === 'menu') return menuLine(client, checked)
    return ask.by === 'nobody' ? onlyWhenItHappens : notReadable
  }
  if ('namesIn' in ask) return folderNames(checked, ask.namesIn)
  if ('columnsOf' in ask) return inStores(client, checked, columnsTask, ask.columnsOf)
  if ('stores' in ask) return inStores(client, checked, ask.stores === 'marks' ? markColumnsTask : outboxesTask)
  return ask.timed ? timed(client, ask.scripts, checked) : inTurn(client, ask.scripts, checked)
}

async function timed(
  client: MailClient,
  [script = '']: readonly ScriptName[],
  checked: SelfCheckInput,
): Promise<string> {
  const asked = await askApp(checked, client.id, script)
  return 'why' in asked ? asked.why : `${outcomeOf(asked.answer)} after ${asked.ms} ms.`
}

async function inTurn(client: MailClient, scripts: readonly ScriptName[], checked: SelfCheckInput): Promise<string> {
  const told: string[] = []
  for (const script of scripts) {
    const asked = await askApp(checked, client.id, script)
    if ('why' in asked) return asked.why
    told.push(`${script} ${outcomeOf(asked.answer)}`)
    if (asked.answer.outcome === 'timeout') break
  }
  return `${told.join(', ')}.`
}

async function inStores(
  client: MailClient,
  { world: { mac }, signal }: SelfCheckInput,
  reading: DatabaseTask<string, string>,
  given = '',
): Promise<string> {
  const found = await clientStoresOf(client, mac.files, signal)
  if (!found.seen) return `The folder ${whyUnreadLine(found)}.`
  const told = found.value.map(async (one: FoundStore) => {
    const asked = await askStore(mac.files, one, signal, reading, given)
    return `${one.name}: ${asked.seen ? asked.value : `it ${whyUnreadLine(asked)}`}.`
  })
  return (await Promise.all(told)).join(' ') || 'There is no store.'
}

async function folderNames({ world: { mac }, signal }: SelfCheckInput, path: string): Promise<string> {
  const listed = await mac.files.list(path, signal)
  if (!listed.seen) return `The folder ${whyUnreadLine(listed)}.`
  // Names that somebody gave say nothing here.
  const names = listed.value
    .map(({ name }) => name)
    .filter((name) => /^(V\d+|[A-Z][A-Za-z]{2,30}(\.[a-z]{2,6})?)$/.test(name))
  return `${names.slice(0, 20).join(', ') || 'nothing'} of ${plainCount(listed.value.length, 'entry', 'entries')}.`
}
