import type { Instant } from '../../core/time.ts'
import type { KeptAttendee, KeptEvent, KeptPerson, KeptTask } from '../kinds.ts'
import { visibleText } from '../pages/visible-text.ts'
import { calmLine, calmText } from './calm-text.ts'
import type { EventZone } from './event-zone.ts'
import { type JcalComponent, type JcalProperty, textProperty } from './jcal.ts'
import { recurrenceOf } from './recurrence.ts'

/** A file that hangs on it: where it lies, beside the calendar. */
export interface AttachedFile {
  readonly type: string
  /** As a relative reference (RFC 3986 §4.2). */
  readonly href: string
}

/** An event, with those of its series that are different (RFC 5545 §3.6.1). `zone`: only of one that comes again. */
export function calendarEvent(
  event: KeptEvent,
  zone: EventZone | undefined,
  files: readonly AttachedFile[],
): JcalComponent[] {
  const { rule, changed = [] } = event
  const isOfDays = 'fromDay' in event.span
  const moment = (name: string, at: Instant): JcalProperty => {
    if (isOfDays) return [name, {}, 'date', new Date(at).toISOString().slice(0, 10)]
    return zone ? [name, { tzid: zone.id }, 'date-time', zone.local(at)] : [name, {}, 'date-time', utc(at)]
  }
  const repeats: JcalProperty[] = [
    ...(rule ? ([['rrule', {}, 'recur', recurrenceOf(rule, isOfDays)]] satisfies JcalProperty[]) : []),
    ...(rule?.without ?? []).map((at) => moment('exdate', at)),
  ]
  return [
    oneEvent(event, zone, [...repeats, ...files.map(attachment)]),
    ...changed.map(({ instead, event: own }) =>
      oneEvent({ ...own, uid: event.uid }, zone, [moment('recurrence-id', instead)]),
    ),
  ]
}

function oneEvent(event: KeptEvent, zone: EventZone | undefined, more: readonly JcalProperty[]): JcalComponent {
  const { organizer, attendees, busy, reminderMinutes, location } = event
  return [
    'vevent',
    [
      ...shared(event),
      ...spanOf(event, zone),
      ...textProperty('location', calmLine(location ?? '')),
      ...(organizer ? [personProperty('organizer', organizer)] : []),
      ...attendees.map((one) => personProperty('attendee', one, answerOf(one))),
      ...(busy === undefined ? [] : busyOf(busy)),
      ...more,
    ],
    reminderMinutes === undefined || reminderMinutes < 0 ? [] : [reminder(reminderMinutes)],
  ]
}

/** A task (§3.6.2). */
export function calendarTask(task: KeptTask, files: readonly AttachedFile[]): JcalComponent {
  const { startDay, dueDay, completed, isDone, percent, priority } = task
  // RFC 5545 §3.8.1.9: 1 to 4 high, 5 in the middle, 6 to 9 low.
  const place = priority && { high: 1, normal: 5, low: 9 }[priority]
  const startsInTime = startDay !== undefined && (dueDay === undefined || startDay <= dueDay)
  return [
    'vtodo',
    [
      ...shared(task),
      ...(startsInTime ? ([['dtstart', {}, 'date', startDay]] satisfies JcalProperty[]) : []),
      ...(dueDay === undefined ? [] : ([['due', {}, 'date', dueDay]] satisfies JcalProperty[])),
      ...(completed === undefined ? [] : ([['completed', {}, 'date-time', utc(completed)]] satisfies JcalProperty[])),
      ['status', {}, 'text', isDone ? 'COMPLETED' : (percent ?? 0) > 0 ? 'IN-PROCESS' : 'NEEDS-ACTION'],
      ...(percent === undefined ? [] : ([['percent-complete', {}, 'integer', percent]] satisfies JcalProperty[])),
      ...(place === undefined ? [] : ([['priority', {}, 'integer', place]] satisfies JcalProperty[])),
      ...files.map(attachment),
    ],
    [],
  ]
}

function shared(entry: KeptEvent | KeptTask): JcalProperty[] {
  const { uid, title, text, html, created, modified, categories, isPrivate, ruleInWords } = entry
  const page = calmText(html ?? '')
  return [
    ['uid', {}, 'text', calmLine(uid)],
    // It must be there (§3.8.7.2), and be the same in every run.
    ['dtstamp', {}, 'date-time', utc(modified ?? created ?? 0)],
    ...(created === undefined ? [] : ([['created', {}, 'date-time', utc(created)]] satisfies JcalProperty[])),
    ...(modified === undefined ? [] : ([['last-modified', {}, 'date-time', utc(modified)]] satisfies JcalProperty[])),
    ['summary', {}, 'text', calmLine(title)],
    ...textProperty('description', calmText(text ?? visibleText(html ?? '')).trim()),
    ...(page === '' ? [] : ([['x-alt-desc', { fmttype: 'text/html' }, 'text', page]] satisfies JcalProperty[])),
    ...(categories.length > 0
      ? ([['categories', {}, 'text', ...categories.map(calmLine)]] satisfies JcalProperty[])
      : []),
    ...textProperty('comment', calmLine(ruleInWords ?? '')),
    ...(isPrivate ? textProperty('class', 'PRIVATE') : []),
  ]
}

function spanOf({ span }: KeptEvent, zone: EventZone | undefined): JcalProperty[] {
  if ('fromDay' in span)
    return [
      ['dtstart', {}, 'date', span.fromDay],
      ['dtend', {}, 'date', span.untilDay],
    ]
  const at = (name: string, when: Instant): JcalProperty =>
    zone ? [name, { tzid: zone.id }, 'date-time', zone.local(when)] : [name, {}, 'date-time', utc(when)]
  return [at('dtstart', span.start), ...(span.end === undefined ? [] : [at('dtend', span.end)])]
}

function personProperty(name: string, person: KeptPerson, more: Record<string, string> = {}): JcalProperty {
  const called = calmLine(person.name ?? '')
  // Outlook's own names are no addresses: who is known only by one keeps the name.
  const address = /^[^\s<>"(),;:\\]+@[^\s<>"(),;:\\]+$/.test(person.address ?? '') ? person.address : 'unknown@invalid'
  const cn = called || (address === person.address ? '' : calmLine(person.address ?? ''))
  return [name, { ...(cn !== '' && { cn }), ...more }, 'cal-address', `mailto:${address}`]
}

function answerOf({ role, answer }: KeptAttendee): Record<string, string> {
  return {
    role: role === 'required' ? 'REQ-PARTICIPANT' : role === 'optional' ? 'OPT-PARTICIPANT' : 'NON-PARTICIPANT',
    ...(role === 'resource' && { cutype: 'RESOURCE' }),
    ...(answer && { partstat: answer === 'none' ? 'NEEDS-ACTION' : answer.toUpperCase() }),
  }
}

function busyOf(busy: NonNullable<KeptEvent['busy']>): JcalProperty[] {
  const told = { free: 'FREE', tentative: 'TENTATIVE', busy: 'BUSY', away: 'OOF' }[busy]
  return [
    ['transp', {}, 'text', busy === 'free' ? 'TRANSPARENT' : 'OPAQUE'],
    // [MS-OXCICAL] §2.1.3.1.1.20.27: the two others that Outlook knows.
    ['x-microsoft-cdo-busystatus', {}, 'unknown', told],
  ]
}

function reminder(minutes: number): JcalComponent {
  return [
    'valarm',
    [
      ['action', {}, 'text', 'DISPLAY'],
      ['description', {}, 'text', 'Reminder'],
      ['trigger', {}, 'duration', `-PT${Math.min(Math.round(minutes), 5_256_000)}M`],
    ],
    [],
  ]
}

function attachment({ type, href }: AttachedFile): JcalProperty {
  const isType = /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type)
  return ['attach', isType ? { fmttype: type } : {}, 'uri', href]
}

function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
