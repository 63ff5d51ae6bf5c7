import type { EntryFileFrame } from '../proof/read-entries.ts'

/** What stands around the entries of a calendar (RFC 5545 §3.4). */
export const calendarFrame: EntryFileFrame = {
  first: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Outbox Doctor//EN\r\n',
  last: 'END:VCALENDAR\r\n',
}

/** Cards just follow each other. */
export const cardsFrame: EntryFileFrame = { first: '', last: '' }
