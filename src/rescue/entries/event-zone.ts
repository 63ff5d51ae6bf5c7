import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import type { Instant } from '../../core/time.ts'
import type { KeptZone } from '../kinds.ts'
import { calmText } from './calm-text.ts'
import type { JcalComponent } from './jcal.ts'

/** Real ones have some hundred bytes; one with all its changes since 1900 has some thousand. */
const maxZoneChars = 64 * 1024

/** The clocks of one place. */
export interface EventZone {
  readonly id: string
  /** Tells two of the same name apart. */
  readonly sha256: string
  readonly component: JcalComponent
  /** `2026-04-02T10:00:00`, as the clocks there show it. */
  local(at: Instant): string
}

/** What a store says of a time zone, as far as it can be used; its rules may only repeat yearly. */
export function eventZone(kept: KeptZone | undefined): EventZone | undefined {
  const text = calmText(kept?.vtimezone ?? '')
  if (text === '' || text.length > maxZoneChars || /FREQ=(?!YEARLY)/i.test(text)) return undefined
  try {
    const component = ICAL.parse(text) as JcalComponent
    const inside = new ICAL.Component(component)
    const id = inside.getFirstPropertyValue('tzid')
    if (typeof id !== 'string' || id === '') return undefined
    const zone = new ICAL.Timezone({ component: inside, tzid: id })
    return {
      id,
      sha256: createHash('sha256').update(text).digest('hex'),
      component,
      local: (at) => ICAL.Time.fromJSDate(new Date(at), true).convertToZone(zone).toString().slice(0, 19),
    }
  } catch {
    // None that can be read: its events are written in UTC, and that is told.
    return undefined
  }
}
