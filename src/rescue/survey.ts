import type { Instant } from '../core/time.ts'
import { breathing } from './breath.ts'
import { DiskRows } from './disk-rows.ts'
import { isWanted } from './filters.ts'
import { itemKey } from './journal.ts'
import type { ItemKind } from './kinds.ts'
import { hasAttachment } from './message/body-marks.ts'
import { believableDate, headOfItem, type MessageHead } from './message/head.ts'
import type { RescueContext, RescueOrder } from './order.ts'
import type { MailSource, SourceItem } from './source.ts'

/** One wanted item, as little of it as is needed to come back to it. */
export interface WantedItem {
  readonly source: number
  readonly id: string
  /** Its place in `Survey.folders`. */
  readonly folder: number
  readonly bytes: number
  readonly at?: Instant
  readonly flags?: SourceItem['flags']
}

export interface SurveyFolder {
  /** From the name of the source on. */
  readonly path: readonly string[]
  items: number
  bytes: number
  /** Of the items, those that are wanted. */
  wanted: number
}

export interface Survey {
  readonly folders: readonly SurveyFolder[]
  /** That hold nothing, from the name of the source on; none where only some of the mail is wanted. */
  readonly emptyFolders: readonly (readonly string[])[]
  /** By their `itemKey`, and newest first, so that an interrupted rescue has saved what matters most. Whoever asked closes it. */
  readonly wanted: DiskRows<WantedItem>
  readonly found: number
  readonly wantedBytes: number
  /** The newest of them with their headers, for a look. */
  readonly newest: readonly ListedItem[]
}

export interface ListedItem {
  readonly source: number
  readonly id: string
  readonly kind: ItemKind
  readonly at: Instant | undefined
  readonly folder: readonly string[]
  readonly bytes: number
  readonly head: MessageHead | undefined
}

/** Goes through everything in the sources once, and writes nothing. `maxListed`: how many come with their headers. */
export async function surveyOf(order: RescueOrder, context: RescueContext, maxListed = 0): Promise<Survey> {
  const wanted = new DiskRows<WantedItem>()
  try {
    return await lookedThrough(order, context, wanted, maxListed)
  } catch (error) {
    wanted.close()
    throw error
  }
}

async function lookedThrough(
  order: RescueOrder,
  context: RescueContext,
  wanted: DiskRows<WantedItem>,
  maxListed: number,
): Promise<Survey> {
  const { signal, onProgress } = context
  const folders = new Map<string, SurveyFolder & { number: number }>()
  const newest: ListedItem[] = []
  let [found, wantedBytes] = [0, 0]
  const breath = breathing(signal)
  const now = context.now()
  const tops = topNames(order.sources)
  for (const [number, source] of order.sources.entries()) {
    for await (const item of source.items(signal)) {
      await breath()
      found += 1
      const path = [tops[number] ?? '', ...item.folder]
      const key = JSON.stringify(path)
      const folder = folders.get(key) ?? { path, items: 0, bytes: 0, wanted: 0, number: folders.size }
      folders.set(key, folder)
      folder.items += 1
      folder.bytes += item.bytes
      const head = headOfItem(item, now)
      const at = believableDate(item.received, now) ?? head?.date
      if (!isWanted(order.filters, item, head, at)) continue
      if (order.filters.hasAttachment) {
        // What cannot be looked into is wanted, too.
        const over = context.watch?.at('looking', itemKey({ source: number, id: item.id }))
        const isWithout = !over && !(await attachmentIn(source, item, signal))
        context.watch?.off()
        if (isWithout) continue
      }
      folder.wanted += 1
      wantedBytes += item.bytes
      const { id, bytes, flags } = item
      wanted.add(
        { source: number, id, folder: folder.number, bytes, ...(at !== undefined && { at }), ...(flags && { flags }) },
        { key: itemKey({ source: number, id }), rank: -(at ?? 0) },
      )
      if (maxListed > 0)
        keepNewest(
          newest,
          { source: number, id: item.id, kind: item.kind ?? 'message', at, folder: path, bytes: item.bytes, head },
          maxListed,
        )
      if (found % 500 === 0) onProgress({ stage: 'looking', items: found, doneBytes: wantedBytes })
    }
  }
  const emptyFolders = Object.keys(order.filters).length > 0 ? [] : emptyIn(order.sources, tops, folders)
  return { emptyFolders, folders: [...folders.values()], wanted, found, wantedBytes, newest }
}

/** What cannot be read is wanted: it must be named among what is left out. */
async function attachmentIn(source: MailSource, item: SourceItem, signal: AbortSignal): Promise<boolean> {
  if (item.told?.hasAttachment !== undefined) return item.told.hasAttachment
  const content = await source.content(item.id, signal)
  if (content.is === 'entry') return content.entry.files.length > 0
  return content.is !== 'message' || hasAttachment(content.chunks)
}

function keepNewest(list: ListedItem[], item: ListedItem, most: number): void {
  const place = list.findIndex(({ at }) => (at ?? 0) < (item.at ?? 0))
  if (place < 0 && list.length >= most) return
  list.splice(place < 0 ? list.length : place, 0, item)
  list.length = Math.min(list.length, most)
}

function emptyIn(
  sources: readonly MailSource[],
  tops: readonly string[],
  filled: ReadonlyMap<string, SurveyFolder>,
): (readonly string[])[] {
  return sources
    .flatMap((source, number) => (source.emptyFolders?.() ?? []).map((path) => [tops[number] ?? '', ...path]))
    .filter((path) => path.length > 1 && !filled.has(JSON.stringify(path)))
}

/** Two sources of the same name must not be mixed. */
function topNames(sources: readonly MailSource[]): string[] {
  const seen = new Map<string, number>()
  return sources.map(({ name }) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}
