import { z } from 'zod'
import type { Outside } from '../../core/outside.ts'
import { withoutAddresses } from '../../core/text.ts'
import type { Instant } from '../../core/time.ts'

/** An incident with mail that is open now. */
export interface StatusIncident {
  title: string
  since?: Instant
}

type Format = Outside['statusFeeds'][number]['format']

/**
 * Reads a provider's status feed. None is a documented contract, so whatever does not fit is `unreadable` and says
 * nothing, and unknown fields are ignored. Shapes as seen in October 2026.
 */
export function readStatus(format: Format, service: string, body: string): readonly StatusIncident[] | 'unreadable' {
  const value = parsed(body)
  return value === undefined ? 'unreadable' : readers[format](value, service)
}

function parsed(body: string): unknown {
  // Apple wraps its feed at times: jsonCallback({…});
  const plain = body.trim().replace(/;$/, '')
  const opening = /^[\w$.]{1,80}\(/.exec(plain)?.[0]
  const json = opening && plain.endsWith(')') ? plain.slice(opening.length, -1) : plain
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const text = z.string().catch('')
const moment = z.number().optional().catch(undefined)

const apple = z.looseObject({
  services: z.array(
    z.looseObject({
      serviceName: text,
      events: z
        .array(z.looseObject({ eventStatus: text, statusType: text, message: text, epochStartDate: moment }))
        .catch([]),
    }),
  ),
})

const google = z.array(
  z.looseObject({
    service_name: text,
    affected_products: z.array(z.looseObject({ title: text })).catch([]),
    begin: text,
    end: text,
    external_desc: text,
  }),
)

const microsoft = z.array(
  z.looseObject({ ServiceDisplayName: text, Status: text, Title: text, Message: text, LastUpdatedTime: text }),
)

type Reader = (value: unknown, service: string) => readonly StatusIncident[] | 'unreadable'

const readers: Record<Format, Reader> = {
  apple(value, service) {
    const found = apple.safeParse(value).data?.services.filter(({ serviceName }) => serviceName === service)
    // A feed that does not know the service says nothing about it.
    if (!found?.length) return 'unreadable'
    return found
      .flatMap(({ events }) => events)
      .filter(({ eventStatus, statusType }) => eventStatus === 'ongoing' && statusType !== 'Maintenance')
      .map(({ message, statusType, epochStartDate }) => incident(message || statusType, epochStartDate))
  },

  google(value, service) {
    const found = google.safeParse(value).data
    if (!found) return 'unreadable'
    return found
      .filter(({ end }) => end === '')
      .filter((one) => one.service_name === service || one.affected_products.some(({ title }) => title === service))
      .map(({ external_desc, begin }) => incident(external_desc, Date.parse(begin)))
  },

  microsoft(value) {
    const found = microsoft.safeParse(value).data
    if (!found) return 'unreadable'
    return found
      .filter(({ Status }) => Status !== '' && !over.test(Status))
      .filter((one) => /mail|outlook|exchange/i.test(`${one.ServiceDisplayName} ${one.Title} ${one.Message}`))
      .map(({ Title, Status, LastUpdatedTime }) => incident(Title || Status, Date.parse(LastUpdatedTime)))
  },
}

/** Microsoft's words for no incident, or none any more (learn.microsoft.com: service health status definitions). */
const over =
  /^(operational|available|good|normal|resolved|.*restored|post-incident.*|false positive|investigation suspended)$/i

function incident(title: string, since: number | undefined): StatusIncident {
  return { title: withoutAddresses(title), ...(since !== undefined && Number.isFinite(since) && { since }) }
}
