import type { Chart } from '../../core/chart.ts'
import type { Message } from '../../core/mail.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { slowestUploadBytesPerMs, slowUploadBytesPerMs, uploadMs } from '../../core/upload.ts'
import { clientSockets } from '../../probes/client/client-sockets.ts'

/** What the judges of single messages ask of a chart. Nothing here decides a cause. */

/**
 * Messages that should have left: not scheduled, and older than any healthy sending of their size takes. While the app
 * is connected to the very server that takes them, they are being sent, be the line ever so slow.
 */
export function overdueMessages(chart: Chart): readonly Message[] {
  const { at, account } = chart
  const socket = account.outgoing && chart.fact(clientSockets)?.servers.outgoing
  const speed = socket?.state === 'established' ? slowestUploadBytesPerMs : slowUploadBytesPerMs
  return chart.messages.filter(
    ({ state, waitingSince, size, rawSize, lastReply }) =>
      state === 'waiting' &&
      at - waitingSince > 90_000 + (lastReply === undefined ? uploadMs(size ?? rawSize ?? 0, speed) : 0),
  )
}

/** `a waiting message`, `3 waiting messages`. */
export function waitingCount(count: number): Sentence {
  return count === 1 ? say('a waiting message') : say('{number} waiting messages', { number: count })
}
