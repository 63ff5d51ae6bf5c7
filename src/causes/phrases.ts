import type { Chart } from '../core/chart.ts'
import type { Millis } from '../core/time.ts'
import { openWeb } from '../probes/open-web.ts'
import { controlDoors, type Door, doors, isMail, isOpen, isWeb, mailServers } from './reading.ts'

/** Short facts, as they stand among the evidence. */

/** `84 ms`, `8 s`. */
export function lasting(ms: Millis): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${Number((ms / 1_000).toFixed(ms < 10_000 ? 1 : 0))} s`
}

/** `Port 587 of smtp.example.org: no answer within 8 s on 2 addresses`. */
export function doorLine({ host, port, end, tries }: Door): string {
  const decisive = tries.filter(({ reach }) => reach === end).map(({ ms }) => ms)
  const ended = {
    open: `open after ${lasting(Math.min(...decisive))}`,
    refused: `refused within ${lasting(Math.min(...decisive))}`,
    reset: `cut off within ${lasting(Math.min(...decisive))}`,
    denied: 'this Mac did not allow the connection',
    silent: `no answer within ${lasting(Math.max(0, ...decisive))}`,
    unreachable: 'no way there',
  }[end]
  return tries.length > 1 && end !== 'open'
    ? `Port ${port} of ${host}: ${ended} on ${tries.length} addresses`
    : `Port ${port} of ${host}: ${ended}`
}

/** `smtp.gmail.com answers on port 465 in 84 ms`. */
export function controlLine(door: Door): string {
  if (!isOpen(door)) return `${door.host}, another provider, cannot be reached on port ${door.port} from here either`
  const fastest = Math.min(...door.tries.filter(({ reach }) => reach === 'open').map(({ ms }) => ms))
  return `${door.host} answers on port ${door.port} in ${lasting(fastest)}`
}

/** The proof that the web gets through, as evidence; `undefined` where there is none. */
export function webLine(chart: Chart): string | undefined {
  const page = chart.fact(openWeb)?.checks.find(({ outcome }) => outcome === 'open')
  if (page) return `The web page of ${page.host} came within ${lasting(page.ms)}`
  const web = [...controlDoors(chart), ...ownDoors(chart)].find((one) => isWeb(one) && isOpen(one))
  return web && controlLine(web)
}

/** The proof that something else gets through, the web or mail on another port than this. */
export function passingLine(chart: Chart, but: number): string | undefined {
  const mail = [...ownDoors(chart), ...controlDoors(chart)].find(
    (one) => isMail(one) && isOpen(one) && one.port !== but,
  )
  return mail ? controlLine(mail) : webLine(chart)
}

function ownDoors(chart: Chart): Door[] {
  return mailServers(chart).flatMap(({ role }) => doors(chart, role))
}
