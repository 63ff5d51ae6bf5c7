import type { Outside } from '../../core/outside.ts'
import type { Instant } from '../../core/time.ts'
import type { Scene } from './scene.ts'
import type { ScenePage } from './schema/hosts.ts'

interface Incident {
  service: string
  title: string
  start: Instant
}

/** The providers' status feeds, in the shapes that their pages have, with the incidents that the scene tells. */
export function feedPages(scene: Scene, outside: Outside): [string, ScenePage][] {
  const told = typeof scene.outside === 'object' ? (scene.outside.incidents ?? []) : []
  const truth = Date.parse(scene.now)
  return outside.statusFeeds.map(({ url, format, service }) => {
    const open = told.filter((one) => one.service === service).map((one) => ({ ...one, start: truth + one.since }))
    const body = JSON.stringify(shapes[format](service, open))
    return [url, { headers: { 'Content-Type': 'application/json' }, body }]
  })
}

const iso = (moment: Instant) => new Date(moment).toISOString()

const shapes: Readonly<
  Record<Outside['statusFeeds'][number]['format'], (service: string, open: readonly Incident[]) => unknown>
> = {
  apple: (service, open) => ({
    services: [
      {
        serviceName: service,
        events: open.map(({ title, start }) => ({
          eventStatus: 'ongoing',
          statusType: 'Outage',
          usersAffected: 'Some users are affected',
          epochStartDate: start,
          message: title,
        })),
      },
    ],
  }),
  google: (service, open) =>
    open.map(({ title, start }) => ({
      id: 'incident',
      begin: iso(start),
      service_name: service,
      affected_products: [{ title: service }],
      severity: 'high',
      status_impact: 'SERVICE_OUTAGE',
      external_desc: title,
      most_recent_update: { text: title, created: iso(start) },
    })),
  microsoft: (service, open) =>
    open.length === 0
      ? [{ ServiceDisplayName: service, Status: 'Operational', Title: '', Message: '', LastUpdatedTime: iso(0) }]
      : open.map(({ title, start }) => ({
          ServiceDisplayName: service,
          Status: 'Service Degradation',
          Title: title,
          Message: title,
          LastUpdatedTime: iso(start),
        })),
}
