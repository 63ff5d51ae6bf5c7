import type { Instant } from '../core/time.ts'

/** What a store keeps. `other` is what is none of these and is told as a message all the same. */
export type ItemKind = 'message' | 'event' | 'contact' | 'task' | 'note' | 'other'

/** Somebody, as far as the store says; `address` may be something else than an e-mail address, or missing. */
export interface KeptPerson {
  readonly name?: string
  readonly address?: string
}

/** A file that hangs on an event, a contact, a task or a note. */
export interface KeptFile {
  readonly name: string
  readonly type: string
  readonly bytes: number
  chunks(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

/** What every item of these kinds may say. */
interface KeptText {
  /** Stays the same whenever the same item is read. */
  readonly uid: string
  readonly title: string
  readonly text?: string
  readonly html?: string
  readonly categories: readonly string[]
  readonly created?: Instant
  readonly modified?: Instant
  readonly isPrivate: boolean
  readonly files: readonly KeptFile[]
}

/** `2026-04-02`, in the time of the event's own place. */
export type KeptDay = string

/** Either moments, or whole days; `untilDay` is the first day that is no longer part of it (RFC 5545 §3.6.1). */
export type KeptSpan =
  | { readonly start: Instant; readonly end?: Instant }
  | { readonly fromDay: KeptDay; readonly untilDay: KeptDay }

export interface KeptZone {
  /** As the store calls it: a name of Windows or of IANA. */
  readonly name: string
  /** From `BEGIN:VTIMEZONE` to `END:VTIMEZONE`, where the store has one; its TZID need not be `name`. */
  readonly vtimezone?: string
}

export type KeptWeekday = 'SU' | 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA'

/** How an event or a task comes again (RFC 5545 §3.3.10). */
export interface KeptRule {
  readonly every: 'day' | 'week' | 'month' | 'year'
  /** Every so many of them; 1 or more. */
  readonly interval: number
  readonly weekdays?: readonly KeptWeekday[]
  /** Of the weekdays, the first (1) to the last (-1) in the month. */
  readonly place?: number
  /** 1 to 31; -1: the last. */
  readonly dayOfMonth?: number
  /** 1 to 12. */
  readonly month?: number
  readonly count?: number
  readonly until?: Instant
  /** The beginnings of those that do not take place, or are in `changed`. */
  readonly without?: readonly Instant[]
}

export interface KeptAttendee extends KeptPerson {
  readonly role: 'required' | 'optional' | 'resource'
  readonly answer?: 'accepted' | 'declined' | 'tentative' | 'none'
}

export interface KeptEvent extends KeptText {
  readonly kind: 'event'
  readonly span: KeptSpan
  readonly zone?: KeptZone
  readonly location?: string
  readonly organizer?: KeptPerson
  readonly attendees: readonly KeptAttendee[]
  readonly busy?: 'free' | 'tentative' | 'busy' | 'away'
  /** Before it begins. */
  readonly reminderMinutes?: number
  readonly rule?: KeptRule
  /** Where the rule could not be read, what it says. */
  readonly ruleInWords?: string
  /** Single ones of a series that are different; `instead` is when it would have begun. */
  readonly changed?: readonly { readonly instead: Instant; readonly event: Omit<KeptEvent, 'changed' | 'rule'> }[]
}

export interface KeptPlace {
  readonly at: 'home' | 'work' | 'other'
  readonly street?: string
  readonly city?: string
  readonly region?: string
  readonly code?: string
  readonly country?: string
}

export interface KeptContact extends KeptText {
  readonly kind: 'contact'
  /** `title` is the name that is shown. */
  readonly firstName?: string
  readonly middleName?: string
  readonly lastName?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly nickName?: string
  readonly company?: string
  readonly department?: string
  readonly jobTitle?: string
  readonly emails: readonly KeptPerson[]
  readonly phones: readonly { readonly at: 'home' | 'work' | 'mobile' | 'fax' | 'other'; readonly number: string }[]
  readonly chats: readonly string[]
  readonly webPages: readonly string[]
  readonly places: readonly KeptPlace[]
  readonly birthday?: KeptDay
  readonly photo?: KeptFile
  /** A list of people: who is in it. */
  readonly members?: readonly KeptPerson[]
}

export interface KeptTask extends KeptText {
  readonly kind: 'task'
  readonly startDay?: KeptDay
  readonly dueDay?: KeptDay
  readonly completed?: Instant
  readonly isDone: boolean
  /** 0 to 100. */
  readonly percent?: number
  readonly priority?: 'high' | 'normal' | 'low'
  /** It comes again; how, as far as the store says. */
  readonly ruleInWords?: string
}

export interface KeptNote extends KeptText {
  readonly kind: 'note'
}

export type KeptEntry = KeptEvent | KeptContact | KeptTask | KeptNote
