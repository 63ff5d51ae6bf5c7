import type { Sentence } from '../../../core/sentence.ts'
import type { KeptContact, KeptEntry, KeptEvent, KeptTask } from '../../kinds.ts'
import { mapiBodies } from '../../message/mapi-bodies.ts'
import type { NamedProperties } from './named-properties.ts'
import type { PstProperties } from './properties.ts'
import { pstAttendees } from './pst-attendees.ts'
import { pstCategories } from './pst-categories.ts'
import { oneOffMember } from './pst-members.ts'
import { pstAttachments, pstSender, pstSubject, pstUid } from './pst-message.ts'
import { pstSeries } from './pst-series.ts'

// [MS-OXPROPS] §1.3.2: the first four bytes tell the sets of named properties apart.
const ofAppointments = 0x00062002
const ofTasks = 0x00062003
const ofContacts = 0x00062004
const common = 0x00062008
const dayMs = 86_400_000

/** What is no message, by its class; `undefined`: it is told as a message. `damage`: is added to, of its files even later. */
export function pstEntry(
  properties: PstProperties,
  named: NamedProperties,
  place: string,
  damage: Sentence[],
): KeptEntry | undefined {
  const kind = (properties.line(0x001a) ?? '').toUpperCase()
  if (!/^IPM\.(APPOINTMENT|CONTACT|DISTLIST|STICKYNOTE|TASK(\.|$))/.test(kind)) return undefined
  const attached = pstAttachments(properties.heap.file, properties, place, 0, damage)
  const { text, html } = mapiBodies(properties)
  const [created, modified] = [properties.time(0x3007), properties.time(0x3008)]
  const all = {
    uid: pstUid(properties, place),
    title: pstSubject(properties),
    ...(text && { text }),
    ...(html && { html }),
    categories: pstCategories(properties, named),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    isPrivate: (properties.number(0x0036) ?? 0) > 0,
    files: attached
      .filter(({ isHidden }) => !isHidden)
      .map(({ name, type, bytes, chunks }) => ({ name: name ?? 'file', type, bytes, chunks })),
  }
  if (kind.startsWith('IPM.APPOINTMENT')) {
    const event = eventOf(all, properties, named)
    return { ...event, ...pstSeries(event, properties, named) }
  }
  if (kind.startsWith('IPM.TASK')) return taskOf(all, properties, named)
  if (kind.startsWith('IPM.CONTACT') || kind.startsWith('IPM.DISTLIST')) return contactOf(all, properties, named)
  return { kind: 'note', ...all }
}

type Shared = Omit<KeptEvent, 'kind' | 'span' | 'attendees'>

function eventOf(all: Shared, properties: PstProperties, named: NamedProperties): KeptEvent {
  const id = (number: number) => named.id(ofAppointments, number)
  const start = properties.time(id(0x820d), named.id(common, 0x8516), 0x0060) ?? 0
  const end = properties.time(id(0x820e), named.id(common, 0x8517), 0x0061)
  const location = properties.line(id(0x8208))
  const organizer = pstSender(properties)
  const busy = (['free', 'tentative', 'busy', 'away'] as const)[properties.number(id(0x8205)) ?? -1]
  const reminder = properties.isSet(named.id(common, 0x8503)) ? properties.number(named.id(common, 0x8501)) : undefined
  const day = (at: number) => new Date(Math.round(at / dayMs) * dayMs).toISOString().slice(0, 10)
  const isAllDay = properties.isSet(id(0x8215)) === true
  const until = end !== undefined && day(end) > day(start) ? day(end) : day(start + dayMs)
  return {
    kind: 'event',
    ...all,
    span: isAllDay
      ? { fromDay: day(start), untilDay: until }
      : { start, ...(end !== undefined && end >= start && { end }) },
    ...(location && { location }),
    ...(organizer && { organizer }),
    attendees: pstAttendees(properties),
    ...(busy && { busy }),
    ...(reminder !== undefined && { reminderMinutes: reminder }),
  }
}

const taskPriorities = ['low', 'normal', 'high'] as const

function taskOf(all: Shared, properties: PstProperties, named: NamedProperties): KeptTask {
  const id = (number: number) => named.id(ofTasks, number)
  // Days are midnight of that day, in no time zone ([MS-OXOTASK] §2.2.2.2.4).
  const day = (number: number) => {
    const at = properties.time(id(number))
    return at === undefined ? undefined : new Date(at).toISOString().slice(0, 10)
  }
  const [startDay, dueDay, completed] = [day(0x8104), day(0x8105), properties.time(id(0x810f))]
  const [percent, priority] = [properties.number(id(0x8102)), taskPriorities[properties.number(0x0017) ?? -1]]
  const pattern = properties.isSet(id(0x8126)) ? (properties.line(named.id(ofAppointments, 0x8232)) ?? '?') : undefined
  return {
    kind: 'task',
    ...all,
    ...(startDay !== undefined && { startDay }),
    ...(dueDay !== undefined && { dueDay }),
    ...(completed !== undefined && { completed }),
    isDone: properties.isSet(id(0x811c)) === true || properties.number(id(0x8101)) === 2,
    ...(percent !== undefined && { percent: Math.round(Math.min(1, Math.max(0, percent)) * 100) }),
    ...(priority && { priority }),
    ...(pattern !== undefined && { ruleInWords: pattern }),
  }
}

const phones = [
  [0x3a08, 'work'],
  [0x3a09, 'home'],
  [0x3a1c, 'mobile'],
  [0x3a24, 'fax'],
  [0x3a25, 'fax'],
  [0x3a1f, 'other'],
] as const

function contactOf(all: Shared, properties: PstProperties, named: NamedProperties): KeptContact {
  const line = (key: string, id: number) => {
    const text = properties.line(id)
    return text ? { [key]: text } : {}
  }
  const emails = [0x8083, 0x8093, 0x80a3].flatMap((number) => {
    const address = properties.line(named.id(ofContacts, number))
    return address ? [{ address }] : []
  })
  const home = {
    ...line('street', 0x3a5d),
    ...line('city', 0x3a59),
    ...line('region', 0x3a5c),
    ...line('code', 0x3a5b),
    ...line('country', 0x3a5a),
  }
  const [work, code, born] = [
    (number: number) => named.id(ofContacts, number),
    properties.line(0x001a)?.toUpperCase() ?? '',
    properties.time(0x3a42),
  ]
  const office = {
    ...line('street', work(0x8045)),
    ...line('city', work(0x8046)),
    ...line('region', work(0x8047)),
    ...line('code', work(0x8048)),
    ...line('country', work(0x8049)),
  }
  return {
    kind: 'contact',
    ...all,
    title: properties.line(0x3001) ?? all.title,
    ...line('firstName', 0x3a06),
    ...line('middleName', 0x3a44),
    ...line('lastName', 0x3a11),
    ...line('prefix', 0x3a45),
    ...line('suffix', 0x3a05),
    ...line('nickName', 0x3a4f),
    ...line('company', 0x3a16),
    ...line('department', 0x3a18),
    ...line('jobTitle', 0x3a17),
    emails,
    phones: phones.flatMap(([id, at]) => (properties.line(id) ? [{ at, number: properties.line(id) ?? '' }] : [])),
    chats: [],
    webPages: [properties.line(0x3a51)].filter((page) => page !== undefined),
    places: [
      ...(Object.keys(home).length > 0 ? [{ at: 'home' as const, ...home }] : []),
      ...(Object.keys(office).length > 0 ? [{ at: 'work' as const, ...office }] : []),
    ],
    ...(born !== undefined && { birthday: new Date(born).toISOString().slice(0, 10) }),
    ...(code.startsWith('IPM.DISTLIST') && {
      // Each member with name and address (0x8055); those of the address book have a place there, and are in it, too.
      members: properties.binaries(work(0x8055)).flatMap((entry) => oneOffMember(entry, properties.codePage) ?? []),
    }),
  }
}
