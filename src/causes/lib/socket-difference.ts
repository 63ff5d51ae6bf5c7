import { absent, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { clientOf } from '../../core/client.ts'
import { type Role, serversOf } from '../../core/mail.ts'
import { clientSockets } from '../../probes/client/client-sockets.ts'
import { serverWorks } from './chart-queries.ts'
import { neverOfferedMessages, ownConnection, socketOf, waitingFor } from './mail-app.ts'

/** The difference between our socket and the app's own. Nothing here decides a cause. */
export interface SocketDifference {
  /** Servers that answer us while the app calls in vain. */
  calling: readonly { role: Role; host: string; port: number }[]
  /** The server has hung up and the app has not noticed. */
  left: boolean
  /** Mail waits for the outgoing server, and the app does not even try. */
  idle: boolean
}

/** What the app cannot do and we can; a verdict where that is not so, or where nobody found out. */
export function socketDifference(chart: Chart): SocketDifference | Verdict {
  // Without a mail app that we know of there is nothing to compare.
  if (!clientOf(chart)) return absent
  const waits = neverOfferedMessages(chart).length > 0
  const fact = chart.fact(clientSockets)
  if (!fact) return waits && ownConnection(chart) === 'works' ? waitingFor(chart, clientSockets) : absent
  const way = ownConnection(chart)
  const calling = serversOf(chart.account).flatMap(({ role }) => {
    const one = socketOf(chart, role)
    return one?.state === 'syn-sent' && (serverWorks(chart, role) || (role === sendingRole(chart) && way === 'works'))
      ? [{ role, host: one.host, port: one.port }]
      : []
  })
  const own = socketOf(chart, sendingRole(chart))?.state
  const left = waits && way === 'works' && own === 'close-wait'
  const idle = waits && way === 'works' && own === 'none'
  if (calling.length > 0 || left || idle) return { calling, left, idle }
  return waits && typeof way === 'object' && (own === 'none' || own === 'close-wait') ? way : absent
}

/** Which of the servers takes the mail that leaves: Exchange does both. */
export function sendingRole({ account }: Chart): Role {
  return account.outgoing ? 'outgoing' : 'incoming'
}

export function isVerdict(seen: SocketDifference | Verdict): seen is Verdict {
  return 'is' in seen
}
