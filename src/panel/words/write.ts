import type { Instant, Millis } from '../../core/time.ts'
import { words } from './language.ts'

/** Numbers, sizes and times as this language writes them. */

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Making an Intl object takes a millisecond; asking one again takes none. */
const made = new Map<string, unknown>()

function once<T>(kind: string, make: (locale: string) => T): T {
  const { locale } = words.value
  // The system's region within the language: a German in Austria, an American and a Briton write dates differently.
  const tag = navigator.languages.find((one) => one.startsWith(locale)) ?? locale
  const key = `${kind} ${tag}`
  if (!made.has(key)) made.set(key, make(tag))
  return made.get(key) as T
}

const dateFormat = (kind: string, options: Intl.DateTimeFormatOptions) => (at: Instant) =>
  once(kind, (tag) => new Intl.DateTimeFormat(tag, options)).format(at)

export const timeOfDay = dateFormat('time', { hour: 'numeric', minute: '2-digit' })
export const dayOnly = dateFormat('day', { day: 'numeric', month: 'short' })
const weekdayAndDay = dateFormat('weekday', { weekday: 'short', day: 'numeric' })
/** `Sat 28`, `Sa 28.`: without the dot and the comma that German has between them, which need room and say nothing. */
export const weekday = (at: Instant) => weekdayAndDay(at).replace('.,', '')
export const monthOnly = dateFormat('month', { month: 'short' })
export const yearOnly = dateFormat('year', { year: 'numeric' })
export const dateAndTime = dateFormat('moment', { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' })
export const fullMoment = dateFormat('full', { dateStyle: 'medium', timeStyle: 'short' })

/** From one moment to another, without saying twice what they share. */
export function rangeText(from: Instant, to: Instant): string {
  const options = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const
  return once('range', (tag) => new Intl.DateTimeFormat(tag, options)).formatRange(from, to)
}

export function numberText(value: number, maxDecimals = 0): string {
  return once(
    `number ${maxDecimals}`,
    (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: maxDecimals }),
  ).format(value)
}

/** `42 %`, of a share from 0 to 1. */
export function percentText(share: number): string {
  return once('percent', (tag) => new Intl.NumberFormat(tag, { style: 'percent' })).format(
    Math.floor(share * 100) / 100,
  )
}

function unit(value: number, name: string, display: 'long' | 'short' | 'narrow' = 'long', most = 0): string {
  const options = { style: 'unit', unit: name, unitDisplay: display, maximumFractionDigits: most } as const
  return once(`${name} ${display} ${most}`, (tag) => new Intl.NumberFormat(tag, options)).format(value)
}

/** `40 seconds`, `9 minutes`, `2 hours`, `3 days`: as long as a person would say. */
export function durationText(ms: Millis): string {
  if (ms <= 90 * second) return unit(Math.max(1, Math.round(ms / second)), 'second')
  if (ms < 2 * hour && ms !== hour) return unit(Math.round(ms / minute), 'minute')
  if (ms < 48 * hour) return unit(Math.round(ms / hour), 'hour')
  return unit(Math.round(ms / day), 'day')
}

/** `today 9:12`, `yesterday 22:40`, `14 Nov, 9:12`. */
export function nearMoment(at: Instant, now: Instant): string {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / day)
  if (days < 0 || days > 1) return dateAndTime(at)
  const format = once('relative day', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }))
  return `${format.format(-days, 'day')} ${timeOfDay(at)}`
}

/** `just now`, `5 minutes ago`. */
export function agoText(ms: Millis): string {
  if (ms < minute) return words.value.justNow
  const format = once('ago', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'always' }))
  if (ms < 90 * minute) return format.format(-Math.round(ms / minute), 'minute')
  if (ms < 48 * hour) return format.format(-Math.round(ms / hour), 'hour')
  return format.format(-Math.round(ms / day), 'day')
}

/** “Mail and Outlook”. */
export function listText(names: readonly string[]): string {
  return once('list', (tag) => new Intl.ListFormat(tag)).format(names)
}

/** As Finder counts. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return unit(Math.max(1, Math.round(bytes / 1_000)), 'kilobyte', 'short')
  return unit(bytes / 1_000_000, 'megabyte', 'short', bytes < 10_000_000 ? 1 : 0)
}

/** `35 ms`, `2.4 s`. */
export function answerTime(ms: Millis): string {
  return ms < second ? unit(Math.round(ms), 'millisecond', 'short') : unit(ms / second, 'second', 'short', 1)
}

/** The hour as a time of day, `22:00` or `10 PM`. */
export function hourOfDay(hourNumber: number): string {
  return timeOfDay(new Date(2026, 0, 15, hourNumber).getTime())
}
