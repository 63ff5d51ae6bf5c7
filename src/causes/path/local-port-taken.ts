import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { greeting } from '../../probes/server/greeting.ts'
import { isReached, judgeServers, roleWeight, undecidedForWantOf } from '../lib/chart-queries.ts'

/** Bridges such as Proton's listen on this Mac; whoever starts first has the port. */
export const localPortTaken: Cause = {
  id: 'local-port-taken',
  title: say('Another program answers on your mail bridge’s port.'),
  harm: 'stops',
  layer: 'path',
  showAfterMs: 30_000,
  judge: (chart) => judgeServers(chart, (role) => judge(chart, role)),
  explain: () => ({
    plain: say(
      'Your mail goes through a helper program on this Mac, a mail bridge. Another program has taken its place, so the mail app talks to the wrong one.',
    ),
    details: [say('Quit the other program and start the mail bridge again.')],
  }),
}

function judge(chart: Chart, role: Role): Verdict {
  const server = chart.account[role]
  if (!server || !isOnThisMac(server.host) || isReached(chart, role) === false) return absent
  const heard = chart.fact(greeting)?.[role]
  if (!heard) return isReached(chart, role) ? (undecidedForWantOf(chart, greeting) ?? absent) : absent
  if (heard.outcome !== 'foreign') return absent
  const wanted = server.protocol.toUpperCase()
  return present(0.9 * roleWeight(role), [
    heard.speaks && heard.speaks !== 'unknown'
      ? say('Port {port} of this Mac speaks {spoken}, not {wanted}', {
          port: verbatim(server.port),
          spoken: verbatim(heard.speaks.toUpperCase()),
          wanted: verbatim(wanted),
        })
      : say('Port {port} of this Mac speaks something other than {wanted}', {
          port: verbatim(server.port),
          wanted: verbatim(wanted),
        }),
  ])
}
