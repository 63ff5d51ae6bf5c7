import type { KeptContact, KeptEntry, KeptNote, KeptPerson, KeptTask } from '../../kinds.ts'
import { olmEvent } from './olm-event.ts'
import { OlmFields } from './olm-fields.ts'
import type { OlmFiles } from './olm-message.ts'
import { olmText } from './olm-text.ts'
import type { XmlElement } from './xml-tree.ts'

/** One `<appointment>`, `<contact>`, `<group>`, `<task>` or `<note>`. `place`: where it lies, for one without an id. */
export function olmEntry(element: XmlElement, files: OlmFiles, place: string): KeptEntry {
  const fields = new OlmFields(element)
  if (element.name === 'appointment') return olmEvent(fields, files, place)
  if (element.name === 'task') return taskOf(fields, files, place)
  if (element.name === 'note') return noteOf(fields, files, place)
  return contactOf(fields, files, place)
}

const phones = [
  ['HomePhone', 'home'],
  ['HomePhone2', 'home'],
  ['BusinessPhone', 'work'],
  ['BusinessPhone2', 'work'],
  ['WorkPhone', 'work'],
  ['CellPhone', 'mobile'],
  ['MobilePhone', 'mobile'],
  ['HomeFax', 'fax'],
  ['BusinessFax', 'fax'],
  ['WorkFax', 'fax'],
  ['OtherPhone', 'other'],
] as const

function contactOf(fields: OlmFields, files: OlmFiles, place: string): KeptContact {
  const line = (name: string) => fields.line(`OPFContactCopy${name}`)
  const optional = <K extends string>(key: K, value: string | undefined) =>
    (value ? { [key]: value } : {}) as Partial<Record<K, string>>
  const full = [line('FirstName'), line('LastName')].filter((part) => part !== undefined).join(' ')
  const emails = fields.people('OPFContactCopyEmailAddressList')
  const first = fields.line('OPFContactCopyDefaultEmailAddress')
  const title = line('DisplayName') ?? (full || line('Company') || emails[0]?.address || '')
  const birthday = /^\d{4}-\d\d-\d\d/.exec(line('Birthday') ?? '')?.[0]
  const members = fields.people('OPFContactCopyGroupMembers')
  return {
    kind: 'contact',
    ...olmText(fields, files, place, 'OPFContact', ['CopyNotesPlain', 'CopyNotes']),
    title,
    ...optional('firstName', line('FirstName')),
    ...optional('middleName', line('MiddleName')),
    ...optional('lastName', line('LastName')),
    ...optional('prefix', line('Title')),
    ...optional('suffix', line('Suffix')),
    ...optional('nickName', line('NickName')),
    ...optional('company', line('Company')),
    ...optional('department', line('Department')),
    ...optional('jobTitle', line('JobTitle')),
    emails: emails.length > 0 || !first ? emails : [{ address: first }],
    phones: phones.flatMap(([name, at]) => (line(name) ? [{ at, number: line(name) ?? '' }] : [])),
    chats: fields
      .people('OPFContactCopyIMAddressList')
      .flatMap(({ address }: KeptPerson) => (address ? [address] : [])),
    webPages: [line('HomeWebPage'), line('BusinessHomePage')].filter((page) => page !== undefined),
    places: (['Home', 'Business', 'Other'] as const).flatMap((own) => {
      const part = (name: string) => line(`${own}${name}`) ?? line(`${own === 'Business' ? 'Work' : own}${name}`)
      const found = {
        ...optional('street', part('StreetAddress') ?? part('Street')),
        ...optional('city', part('City')),
        ...optional('region', part('State')),
        ...optional('code', part('ZipCode') ?? part('Zip')),
        ...optional('country', part('Country')),
      }
      const at = own === 'Home' ? ('home' as const) : own === 'Business' ? ('work' as const) : ('other' as const)
      return Object.keys(found).length > 0 ? [{ at, ...found }] : []
    }),
    ...(birthday !== undefined && !birthday.startsWith('4500') && { birthday }),
    ...(fields.element.name === 'group' && { members }),
  }
}

function taskOf(fields: OlmFields, files: OlmFiles, place: string): KeptTask {
  const day = (name: string) => {
    const at = fields.date(name)
    return at === undefined ? undefined : new Date(at).toISOString().slice(0, 10)
  }
  const [startDay, dueDay] = [
    day('OPFTaskCopyStartDate') ?? day('OPFTaskCopyStartDateTime'),
    day('OPFTaskCopyDueDate') ?? day('OPFTaskCopyDueDateTime'),
  ]
  const completed = fields.date('OPFTaskCopyCompletedDate', 'OPFTaskCopyCompletedDateTime')
  const priority = fields.number('OPFTaskGetPriority')
  return {
    kind: 'task',
    ...olmText(fields, files, place, 'OPFTask', ['CopyPlainContent', 'CopyContent', 'CopyNotePlain', 'CopyNote']),
    title: fields.line('OPFTaskCopyName', 'OPFTaskCopySummary', 'OPFTaskCopyTitle') ?? '',
    ...(startDay !== undefined && { startDay }),
    ...(dueDay !== undefined && { dueDay }),
    ...(completed !== undefined && { completed }),
    isDone: completed !== undefined || fields.isSet('OPFTaskGetIsCompleted') === true,
    // As of messages: 1 is the highest, 5 the lowest.
    ...(priority !== undefined && { priority: priority < 3 ? 'high' : priority > 3 ? 'low' : 'normal' }),
  }
}

function noteOf(fields: OlmFields, files: OlmFiles, place: string): KeptNote {
  const created = fields.date('OPFNoteCopyCreationDate')
  return {
    kind: 'note',
    ...olmText(fields, files, place, 'OPFNote', ['CopyPlainText', 'CopyTextPlain', 'CopyText']),
    title: fields.line('OPFNoteCopyTitle') ?? '',
    ...(created !== undefined && { created }),
  }
}
