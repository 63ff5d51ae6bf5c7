import type { KeptContact, KeptPlace } from '../kinds.ts'
import { visibleText } from '../pages/visible-text.ts'
import { calmLine, calmText } from './calm-text.ts'
import { type JcalComponent, type JcalProperty, textProperty } from './jcal.ts'

const phoneTypes = { home: ['home'], work: ['work'], mobile: ['cell'], fax: ['fax'], other: ['voice'] } as const

/** A picture of them: its bytes. */
export interface ContactPhoto {
  readonly type: string
  readonly bytes: Uint8Array
}

/** A contact as vCard 3.0 (RFC 2426), which every address book takes; version 4 many do not. */
export function contactCard(contact: KeptContact, photo: ContactPhoto | undefined): JcalComponent {
  const { firstName, middleName, lastName, prefix, suffix, nickName, company, department, jobTitle, birthday } = contact
  const { emails, phones, chats, webPages, places, categories, modified } = contact
  const part = (text: string | undefined) => calmLine(text ?? '')
  const properties: JcalProperty[] = [
    ['version', {}, 'text', '3.0'],
    ['uid', {}, 'text', part(contact.uid)],
    ['fn', {}, 'text', cardName(contact)],
    ['n', {}, 'text', [lastName, firstName, middleName, prefix, suffix].map(part)],
    ...textProperty('nickname', part(nickName)),
    ...(company || department ? ([['org', {}, 'text', [company, department].map(part)]] satisfies JcalProperty[]) : []),
    ...textProperty('title', part(jobTitle)),
    ...emails.flatMap(({ address }) => typed('email', ['internet'], part(address))),
    ...phones.flatMap(({ at, number }) => typed('tel', phoneTypes[at], part(number), 'phone-number')),
    ...places.map(placeProperty),
    ...webPages.map((page): JcalProperty => ['url', {}, 'uri', part(page)]),
    // RFC 4770.
    ...chats.map((chat): JcalProperty => ['impp', {}, 'unknown', `im:${encodeURIComponent(part(chat))}`]),
    ...(birthday === undefined ? [] : ([['bday', {}, 'date', birthday]] satisfies JcalProperty[])),
    ...(categories.length > 0
      ? ([['categories', {}, 'text', ...categories.map(calmLine)]] satisfies JcalProperty[])
      : []),
    ...textProperty('note', noteOf(contact)),
    ...(modified === undefined
      ? []
      : ([['rev', {}, 'date-time', `${new Date(modified).toISOString().slice(0, 19)}Z`]] satisfies JcalProperty[])),
    ...(photo ? [photoProperty(photo)] : []),
  ]
  return ['vcard', properties, []]
}

/** What an address book shows; there must be something. */
export function cardName({ title, firstName, lastName, company, emails }: KeptContact): string {
  const whole = [firstName, lastName].filter(Boolean).join(' ')
  return [title, whole, company, emails[0]?.address].map((one) => calmLine(one ?? '')).find(Boolean) ?? '?'
}

function noteOf({ text, html, members }: KeptContact): string {
  const own = calmText(text ?? visibleText(html ?? '')).trim()
  const all = (members ?? []).map(({ name, address }) =>
    calmLine(name && address ? `${name} <${address}>` : (name ?? address ?? '')),
  )
  return [own, ...all].filter(Boolean).join('\n')
}

function typed(name: string, type: readonly string[], value: string, kind = 'text'): JcalProperty[] {
  return value === '' ? [] : [[name, { type: type.map((one) => one.toUpperCase()) }, kind, value]]
}

function placeProperty({ at, street, city, region, code, country }: KeptPlace): JcalProperty {
  const parts = ['', '', street, city, region, code, country].map((one) => calmText(one ?? '').trim())
  return ['adr', at === 'other' ? {} : { type: at.toUpperCase() }, 'text', parts]
}

function photoProperty({ type, bytes }: ContactPhoto): JcalProperty {
  const kind = /^image\/(?:x-)?([a-z0-9+-]{2,20})$/i.exec(type)?.[1]?.toUpperCase() ?? 'JPEG'
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return ['photo', { encoding: 'B', type: kind }, 'binary', base64]
}
