import type { KeptAttendee, KeptEvent, KeptRule, KeptSpan, KeptWeekday, KeptZone } from '../../kinds.ts'
import { OlmFields } from './olm-fields.ts'
import type { OlmFiles } from './olm-message.ts'
import { olmText } from './olm-text.ts'
import type { XmlElement } from './xml-tree.ts'

const halfDayMs = 43_200_000

/** One `<appointment>` of a Calendar.xml. */
export function olmEvent(fields: OlmFields, files: OlmFiles, place: string): KeptEvent {
  const [organizer] = fields.people('OPFCalendarEventCopyOrganizer')
  const reminder = fields.isSet('OPFCalendarEventGetHasReminder')
    ? fields.number('OPFCalendarEventCopyReminderDelta')
    : undefined
  const location = fields.line('OPFCalendarEventCopyLocation')
  const zone = zoneOf(fields)
  const busy = busyOf(fields.number('OPFCalendarEventCopyFreeBusyStatus'))
  return {
    kind: 'event',
    ...olmText(fields, files, place, 'OPFCalendarEvent', ['CopyDescriptionPlain', 'CopyDescription']),
    title: fields.line('OPFCalendarEventCopySummary') ?? '',
    span: spanOf(fields),
    ...(zone && { zone }),
    ...(location && { location }),
    ...(organizer && { organizer }),
    attendees: fields.inside('OPFCalendarEventCopyAttendeeList').map(attendeeOf),
    ...(busy && { busy }),
    ...(reminder !== undefined && { reminderMinutes: reminder }),
    ...ruleOf(fields),
  }
}

/** Of a whole day the beginning is midnight where the event takes place, in UTC: the nearest day is the one. */
function spanOf(fields: OlmFields): KeptSpan {
  const start = fields.date('OPFCalendarEventCopyStartTime') ?? 0
  const end = fields.date('OPFCalendarEventCopyEndTime')
  if (!fields.isSet('OPFCalendarEventGetIsAllDayEvent'))
    return { start, ...(end !== undefined && end >= start && { end }) }
  const day = (at: number) =>
    new Date(Math.floor((at + halfDayMs) / (2 * halfDayMs)) * 2 * halfDayMs).toISOString().slice(0, 10)
  const [fromDay, untilDay] = [day(start), day(end ?? start)]
  return { fromDay, untilDay: untilDay > fromDay ? untilDay : day(start + 2 * halfDayMs) }
}

function zoneOf(fields: OlmFields): KeptZone | undefined {
  const name = fields.line('OPFCalendarEventCopyTimeZone', 'OPFCalendarEventGetTimeZone')
  const vtimezone = /BEGIN:VTIMEZONE[\s\S]*?END:VTIMEZONE/.exec(
    fields.text('OPFCalendarEventGetTimeZoneICSData') ?? '',
  )?.[0]
  const own = vtimezone && /^TZID[^:\r\n]*:(.+)$/m.exec(vtimezone)?.[1]?.trim()
  const called = name ?? own
  return called === undefined ? undefined : { name: called, ...(vtimezone && { vtimezone }) }
}

function busyOf(status: number | undefined): KeptEvent['busy'] {
  return status === undefined ? undefined : (['free', 'tentative', 'busy', 'away'] as const)[status]
}

function attendeeOf(element: XmlElement): KeptAttendee {
  const fields = new OlmFields(element)
  const [address, name] = [
    fields.line('OPFCalendarAttendeeAddress', 'OPFContactEmailAddressAddress'),
    fields.line('OPFCalendarAttendeeName', 'OPFContactEmailAddressName'),
  ]
  const type = fields.number('OPFCalendarAttendeeType')
  const answer = fields.number('OPFCalendarAttendeeStatus')
  // MS-OXOCAL's numbers: 2 optional, 3 resource; 2 tentative, 3 accepted, 4 declined, 5 not answered.
  const said =
    answer === undefined ? undefined : ({ 2: 'tentative', 3: 'accepted', 4: 'declined', 5: 'none' } as const)[answer]
  return {
    ...(name && { name }),
    ...(address && { address }),
    role: type === 2 ? 'optional' : type === 3 ? 'resource' : 'required',
    ...(said && { answer: said }),
  }
}

const weekdays: readonly KeptWeekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

const everyOf: Readonly<Record<string, KeptRule['every']>> = {
  Daily: 'day',
  Weekly: 'week',
  Monthly: 'month',
  Yearly: 'year',
}

function ruleOf(fields: OlmFields): { rule?: KeptRule; ruleInWords?: string } {
  if (!fields.isSet('OPFCalendarEventIsRecurring', 'OPFCalendarEventGetIsRecurring')) return {}
  const [element] = [fields.element.children.find(({ name }) => name === 'OPFCalendarEventCopyRecurrence')]
  if (!element) return {}
  const recurrence = new OlmFields(element)
  const part = element.children.find(({ name }) => name === 'OPFRecurrencePattern')
  const pattern = new OlmFields(part ?? element)
  const type = /OPFRecurrencePattern(Daily|Weekly|(?:Absolute|Relative)(?:Monthly|Yearly))/.exec(
    pattern.line('OPFRecurrencePatternType') ?? element.text,
  )?.[1]
  const number = (name: string) => pattern.number(`OPFRecurrencePattern${name}`)
  const every = everyOf[type?.replace(/Absolute|Relative/, '') ?? '']
  if (!every) return { ruleInWords: element.text.replace(/\s+/g, ' ').trim() }
  const days = weekdays.filter((_, at) =>
    pattern.isSet(
      `OPFRecurrencePattern${['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][at]}`,
    ),
  )
  const [dayOfMonth, month, place] = [number('DayOfMonth'), number('Month'), number('WeekIndex')]
  const until = recurrence.isSet('OPFRecurrenceGetHasEndDate', 'OPFRecurrenceHasEndDate')
    ? recurrence.date('OPFRecurrenceCopyEndDate')
    : undefined
  const count = recurrence.isSet('OPFRecurrenceIsNumbered', 'OPFRecurrenceGetIsNumbered')
    ? recurrence.number('OPFRecurrenceGetOccurenceCount')
    : undefined
  const isRelative = type?.startsWith('Relative')
  return {
    rule: {
      every,
      interval: Math.max(1, number('Interval') ?? 1),
      ...(days.length > 0 && { weekdays: days }),
      ...(isRelative && place !== undefined && { place: place >= 5 ? -1 : place }),
      ...(!isRelative && dayOfMonth !== undefined && { dayOfMonth }),
      ...(every === 'year' && month !== undefined && { month }),
      ...(count !== undefined && count > 0 && { count }),
      ...(count === undefined && until !== undefined && { until }),
    },
  }
}
