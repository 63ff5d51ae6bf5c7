import type { Instant } from '../../../core/time.ts'
import type { KeptEvent, KeptSpan, KeptZone } from '../../kinds.ts'
import type { NamedProperties } from './named-properties.ts'
import type { PstProperties } from './properties.ts'
import { type LocalChange, type LocalMs, recurrenceIn } from './recurrence-blob.ts'
import { zoneInDefinition, zoneInStruct } from './zone-blob.ts'

const ofAppointments = 0x00062002
const busyWords = ['free', 'tentative', 'busy', 'away'] as const

type Series = Pick<KeptEvent, 'zone' | 'rule' | 'ruleInWords' | 'changed'>

/** How an event comes again; nothing for one that does not. `event`: its first one. */
export function pstSeries(event: KeptEvent, properties: PstProperties, named: NamedProperties): Series {
  const id = (number: number) => named.id(ofAppointments, number)
  if (!properties.isSet(id(0x8223))) return {}
  const inWords = { ruleInWords: properties.line(id(0x8232)) ?? '?' }
  const blob = properties.bytes(id(0x8216))
  const series = blob && recurrenceIn(blob, properties.codePage)
  if (!series) return inWords
  const [struct, definition] = [properties.bytes(id(0x8233)), properties.bytes(id(0x825e))]
  const clocks = (struct && zoneInStruct(struct)) ?? (definition && zoneInDefinition(definition))
  const isOfDays = 'fromDay' in event.span
  // Days are days wherever one is; hours are not, without the clocks of the place.
  const at = (local: LocalMs): Instant => (isOfDays || !clocks ? local : clocks.instantOf(local))
  if (!clocks && !isOfDays) return inWords
  const { rule, until, without, changed } = series
  const base = { ...event }
  const name = properties.line(id(0x8234)) ?? 'Outlook'
  const zone: KeptZone | undefined = clocks && { name, vtimezone: clocks.vtimezone(name) }
  return {
    ...(zone && { zone }),
    rule: { ...rule, ...(until !== undefined && { until: at(until) }), without: without.map(at) },
    ...(changed.length > 0 && {
      changed: changed.map((change) => ({ instead: at(change.instead), event: changedEvent(base, change, at) })),
    }),
  }
}

function changedEvent(event: KeptEvent, change: LocalChange, at: (local: LocalMs) => Instant) {
  const { subject, location, reminderMinutes, hasReminder } = change
  const busy = busyWords[change.busy ?? -1]
  const { reminderMinutes: usual, ...rest } = event
  const reminder = hasReminder === false ? undefined : (reminderMinutes ?? usual)
  return {
    ...rest,
    span: spanOf(event.span, change, at),
    ...(subject !== undefined && { title: subject.replace(/\s+/g, ' ').trim() }),
    ...(location !== undefined && { location }),
    ...(busy && { busy }),
    ...(reminder !== undefined && { reminderMinutes: reminder }),
  }
}

function spanOf(usual: KeptSpan, { start, end }: LocalChange, at: (local: LocalMs) => Instant): KeptSpan {
  if ('start' in usual) return { start: at(start), end: at(Math.max(start, end)) }
  const day = (local: LocalMs) => new Date(local).toISOString().slice(0, 10)
  return { fromDay: day(start), untilDay: day(Math.max(end, start + 86_400_000)) }
}
