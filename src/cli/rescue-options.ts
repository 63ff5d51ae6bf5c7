import { listOf, say, verbatim } from '../core/sentence.ts'
import type { RescueFilters } from '../rescue/filters.ts'
import { type RescueFormat, rescueFormats } from '../rescue/outputs/output.ts'
import { numberFrom } from './command.ts'
import { WrongUse } from './exit-status.ts'

export interface RescueOptions {
  to?: string
  as?: readonly RescueFormat[]
  preview?: boolean
  json?: boolean
  folder?: readonly string[]
  since?: number
  before?: number
  subject?: string
  sender?: string
  recipient?: string
  search?: string
  show?: number
  hasAttachment?: boolean
  largerThan?: number
  smallerThan?: number
  unread?: boolean
  waiting?: boolean
  split?: number
}

export function formatsOption(text: string): readonly RescueFormat[] {
  const asked = new Set(listOption(text.toLowerCase()))
  if (asked.has('pst') || asked.has('msg'))
    throw new WrongUse(say('PST and MSG cannot be written honestly by anybody but Outlook, so they are not offered.'))
  const known = rescueFormats.filter((format) => asked.delete(format))
  if (asked.size > 0 || known.length === 0)
    throw new WrongUse(say('It takes {formats}.', { formats: listOf(rescueFormats.map(verbatim)) }))
  return known
}

export function listOption(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** A day in the time of this computer, as a person means it. */
export function dayOption(text: string): number {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number)
  const date = new Date(year, month - 1, day)
  if (year === 0 || date.getMonth() !== month - 1 || date.getDate() !== day)
    throw new WrongUse(say('It must be a day such as 2025-01-31.'))
  return date.getTime()
}

export function megabytesOption(text: string): number {
  return numberFrom(0.001, 1_000_000)(text) * 1_000_000
}

export function filtersOf(options: RescueOptions): RescueFilters {
  const {
    folder,
    since,
    before,
    subject,
    sender,
    recipient,
    hasAttachment,
    search,
    largerThan,
    smallerThan,
    unread,
    waiting,
  } = options
  return {
    ...(folder && { folders: folder }),
    ...(since !== undefined && { since }),
    ...(before !== undefined && { before }),
    ...(subject !== undefined && { subject }),
    ...(sender !== undefined && { sender }),
    ...(recipient !== undefined && { recipient }),
    ...(search !== undefined && { anywhere: search }),
    ...(hasAttachment && { hasAttachment }),
    ...(largerThan !== undefined && { minBytes: largerThan }),
    ...(smallerThan !== undefined && { maxBytes: smallerThan }),
    ...(unread && { unread }),
    ...(waiting && { waiting }),
  }
}
