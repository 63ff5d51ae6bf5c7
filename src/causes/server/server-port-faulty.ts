import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { type Role, roles, type Server } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { fallsSilent, isFaulty, type OtherDoor, offersNoSignIn, otherDoors } from '../../probes/path/other-doors.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { endsInTls, judgeServers, mailServers, roleWeight } from '../lib/chart-queries.ts'
import { waitingFor } from '../lib/mail-app.ts'
import { onlyReceiving } from '../lib/only-receiving.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'
import { largeHelloLost } from '../path/large-hello-lost.ts'
import { encryptionModeWrong } from '../tls/encryption-mode-wrong.ts'

/** One port of a server does not do while another of the very same host does: so it is neither way nor account. */
export const serverPortFaulty: Cause = {
  id: 'server-port-faulty',
  title: say('That port of the mail server does not do, and another one does.'),
  harm: 'stops',
  layer: 'path',
  showAfterMs: 30_000,
  shadowedBy: () => [noNetwork, captivePortal, encryptionModeWrong, largeHelloLost],
  judge: (chart) => judgeServers(chart, (role, server) => judge(chart, role, server)),
  explain: (chart) => ({
    ...onlyReceiving(chart),
    plain: say(
      'A port is a door; at yours the server takes nobody in. Another door of the same server does. Changing that one setting puts it right.',
    ),
    details: roles.flatMap((role) => {
      const [door] = workingPorts(chart, role)
      const server = chart.account[role]
      return door && server
        ? [
            say('Use port {port} of {host} in place of port {port2}.', {
              port: verbatim(door.port),
              host: verbatim(server.host),
              port2: verbatim(server.port),
            }),
          ]
        : []
    }),
  }),
}

/** Doors that were seen to come as far as signing in, best first. */
export function workingPorts(chart: Chart, role: Role): readonly OtherDoor[] {
  return chart.fact(otherDoors)?.[role]?.doors.filter(({ works }) => works) ?? []
}

function judge(chart: Chart, role: Role, server: Server): Verdict {
  if (!isFaulty(chart, role, server)) return absent
  const fact = chart.fact(otherDoors)
  if (!fact) return waitingFor(chart, otherDoors)
  const doors = workingPorts(chart, role)
  const [door] = doors
  if (!door) return absent
  const mute = fallsSilent(chart, role)
  const tls = chart.fact(encryption)?.[role]?.outcome
  // Before encryption servers hide how to sign in, so that one which fails says nothing about it.
  const unoffered = !mute && (tls === 'secured' || tls === 'clear') && offersNoSignIn(chart, role, server)
  // Cut on every server alike, it is the way that likes some ports less than others.
  const alike = mailServers(chart).some(
    (one) =>
      one.role !== role &&
      one.server.host !== server.host &&
      (endsInTls(chart, one.role, 'reset') || endsInTls(chart, one.role, 'silent')),
  )
  return present(
    (unoffered ? 0.96 : alike ? 0.5 : 0.88) * roleWeight(role),
    [
      unoffered
        ? say('{host} offers no way to sign in on port {port}', {
            host: verbatim(server.host),
            port: verbatim(server.port),
          })
        : mute
          ? silence(server, mute)
          : tls === 'silent'
            ? say('{host}, port {port}: silence while encryption began', {
                host: verbatim(server.host),
                port: verbatim(server.port),
              })
            : say('{host}, port {port}: cut off while encryption began', {
                host: verbatim(server.host),
                port: verbatim(server.port),
              }),
      ...doors.map(({ port }) =>
        say('On port {port} of the same server, encryption and signing in are offered', { port: verbatim(port) }),
      ),
    ],
    unoffered ? [] : [say('Something on the way may disturb just this port')],
  )
}

function silence({ host, port }: Server, how: 'mute' | 'gone' | 'stalled'): Sentence {
  if (how === 'mute')
    return say('{host} accepts the connection on port {port} but says nothing', {
      host: verbatim(host),
      port: verbatim(port),
    })
  return how === 'gone'
    ? say('{host}, port {port}: hung up before anybody could sign in', { host: verbatim(host), port: verbatim(port) })
    : say('{host}, port {port}: silence before anybody could sign in', { host: verbatim(host), port: verbatim(port) })
}
