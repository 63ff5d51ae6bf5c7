import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { calendarEvent, calendarTask } from '../entries/calendar-event.ts'
import { type EventZone, eventZone } from '../entries/event-zone.ts'
import { linesOfEntry } from '../entries/jcal.ts'
import { whatItTells } from '../entries/what-it-tells.ts'
import type { KeptEntry } from '../kinds.ts'
import { EntriesOutput } from './entries-output.ts'
import { calendarFrame } from './entry-frames.ts'
import type { EntryFile, EntryOutput, OutputOptions, WrittenFile } from './output.ts'

/** A calendar for each folder, `ICS/Work/Calendar.ics` (RFC 5545), with its events and tasks. */
export class IcsOutput extends EntriesOutput implements EntryOutput {
  /** The time zones that stand in each file already, by their names: their sha256. */
  readonly #zones = new Map<string, Map<string, string>>()

  constructor({ target }: OutputOptions) {
    super(target, { top: 'ICS', ending: '.ics', ...calendarFrame })
  }

  takes({ kind }: KeptEntry): boolean {
    return kind === 'event' || kind === 'task'
  }

  write(entry: KeptEntry, folder: string, files: readonly EntryFile[]): WrittenFile {
    const beside = this.saveBeside(folder, files)
    if (entry.kind !== 'event' && entry.kind !== 'task') throw new Error('A calendar takes events and tasks.')
    const lacks = entry.ruleInWords === undefined ? [] : [onlyFirst(entry.ruleInWords)]
    if (entry.kind === 'task') {
      const text = linesOfEntry(calendarTask(entry, beside))
      return this.append(folder, text, { beside, tells: whatItTells(entry, false), lacks })
    }
    const isOfMoments = 'start' in entry.span
    const known = entry.rule && isOfMoments ? eventZone(entry.zone) : undefined
    const zone = known && (this.#isTaken(folder, known) ? undefined : known)
    const isNew = zone && this.#zonesIn(folder).get(zone.id) === undefined
    const all = [...(isNew ? [zone.component] : []), ...calendarEvent(entry, zone, beside)]
    if (entry.rule && isOfMoments && !zone)
      lacks.push(say('Its time zone is not known: when the clocks change, it may be an hour off.'))
    const written = this.append(folder, all.map(linesOfEntry).join(''), {
      beside,
      tells: whatItTells(entry, zone !== undefined),
      lacks,
    })
    if (!isNew) return written
    this.#zonesIn(folder).set(zone.id, zone.sha256)
    return { ...written, zone: { folder, id: zone.id, sha256: zone.sha256 } }
  }

  override stillThere(written: WrittenFile): boolean {
    const isThere = super.stillThere(written)
    if (isThere && written.zone) this.#zonesIn(written.zone.folder).set(written.zone.id, written.zone.sha256)
    return isThere
  }

  /** Whether another zone has its name in this calendar. */
  #isTaken(folder: string, { id, sha256 }: EventZone): boolean {
    const own = this.#zonesIn(folder).get(id)
    return own !== undefined && own !== sha256
  }

  #zonesIn(folder: string): Map<string, string> {
    const zones = this.#zones.get(folder) ?? new Map<string, string>()
    this.#zones.set(folder, zones)
    return zones
  }
}

const onlyFirst = (words: string): Sentence =>
  say('It comes again ({words}), which is not understood here: only its first date is in the calendar.', {
    words: verbatim(words),
  })
