import type { Chart } from '../../core/chart.ts'
import { duration, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { openWeb } from '../../probes/network/open-web.ts'
import {
  controlPorts,
  isMailPort,
  isOpen,
  isWebPort,
  mailServers,
  type TestedPort,
  testedPorts,
} from './chart-queries.ts'

/** Short facts, as they stand among the evidence. */

/** `Port 587 of smtp.example.org: no answer within 8 s on 2 addresses`. */
export function portLine({ host, port, end, tries }: TestedPort): Sentence {
  const decisive = tries.filter(({ reach }) => reach === end).map(({ ms }) => ms)
  const ended = {
    open: say('open after {took}', { took: duration(Math.min(...decisive)) }),
    refused: say('refused within {took}', { took: duration(Math.min(...decisive)) }),
    reset: say('cut off within {took}', { took: duration(Math.min(...decisive)) }),
    denied: say('this Mac did not allow the connection'),
    silent: say('no answer within {took}', { took: duration(Math.max(0, ...decisive)) }),
    unreachable: say('no way there'),
  }[end]
  return tries.length > 1 && end !== 'open'
    ? say('Port {port} of {host}: {ended} on {tries} addresses', {
        port: verbatim(port),
        host: verbatim(host),
        ended,
        tries: tries.length,
      })
    : say('Port {port} of {host}: {ended}', { port: verbatim(port), host: verbatim(host), ended })
}

/** `smtp.gmail.com answers on port 465 in 84 ms`. */
export function controlLine(tested: TestedPort): Sentence {
  if (!isOpen(tested))
    return say('{host}, another provider, cannot be reached on port {port} from here either', {
      host: verbatim(tested.host),
      port: verbatim(tested.port),
    })
  const fastest = Math.min(...tested.tries.filter(({ reach }) => reach === 'open').map(({ ms }) => ms))
  return say('{host} answers on port {port} in {took}', {
    host: verbatim(tested.host),
    port: verbatim(tested.port),
    took: duration(fastest),
  })
}

/** The proof that the web gets through, as evidence; `undefined` where there is none. */
export function webLine(chart: Chart): Sentence | undefined {
  const page = chart.fact(openWeb)?.checks.find(({ outcome }) => outcome === 'open')
  if (page)
    return say('The web page of {host} came within {took}', { host: verbatim(page.host), took: duration(page.ms) })
  const web = [...controlPorts(chart), ...ownDoors(chart)].find((one) => isWebPort(one) && isOpen(one))
  return web && controlLine(web)
}

/** The proof that something else gets through, the web or mail on another port than this. */
export function passingLine(chart: Chart, but: number): Sentence | undefined {
  const mail = [...ownDoors(chart), ...controlPorts(chart)].find(
    (one) => isMailPort(one) && isOpen(one) && one.port !== but,
  )
  return mail ? controlLine(mail) : webLine(chart)
}

function ownDoors(chart: Chart): TestedPort[] {
  return mailServers(chart).flatMap(({ role }) => testedPorts(chart, role))
}
