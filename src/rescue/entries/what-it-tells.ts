import type { KeptContact, KeptEvent, KeptTask } from '../kinds.ts'
import { calmLine } from './calm-text.ts'
import { cardName } from './contact-card.ts'

/** Properties, by their names, that a reader of the file must find with these values. */
export type EntryShows = readonly (readonly [name: string, value: string])[]

/** Straight from what the store says, and not from how it is written. `isInZone`: its times are those of its place. */
export function whatItTells(entry: KeptEvent | KeptTask | KeptContact, isInZone: boolean): EntryShows {
  const uid = ['UID', calmLine(entry.uid)] as const
  if (entry.kind === 'contact') {
    const addresses = entry.emails.map(({ address }) => calmLine(address ?? '')).filter(Boolean)
    const numbers = entry.phones.map(({ number }) => calmLine(number)).filter(Boolean)
    return [
      uid,
      ['FN', cardName(entry)],
      ...addresses.map((one) => ['EMAIL', one] as const),
      ...numbers.map((one) => ['TEL', one] as const),
    ]
  }
  const title = ['SUMMARY', calmLine(entry.title)] as const
  if (entry.kind === 'task') return [uid, title, ...(entry.isDone ? [['STATUS', 'COMPLETED'] as const] : [])]
  const { span, attendees } = entry
  const begins = 'fromDay' in span ? span.fromDay : isInZone ? undefined : new Date(span.start).toISOString()
  const reachable = attendees.filter(({ address }) => /^[^\s<>"(),;:\\]+@[^\s<>"(),;:\\]+$/.test(address ?? ''))
  return [
    uid,
    title,
    ...(begins === undefined ? [] : [['DTSTART', begins.replace(/\.\d{3}|[-:]/g, '')] as const]),
    ...reachable.map(({ address }) => ['ATTENDEE', `mailto:${address}`] as const),
  ]
}
