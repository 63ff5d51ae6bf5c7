import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'

/** Requests that Node has made of the system and that are not answered yet: files, names, connections, children. */
const underWay = /Req|Connect|Write|Shutdown|Send|Process|Worker|MessagePort/

/** Nothing may arrive for so many turns of the event loop, and for so long. */
const quietTurns = 12
const quietMs = 4

let busy = 0

/** Nobody takes this process to be idle while this is under way: for work that Node does not list, as making keys. */
export async function whileBusy<T>(work: Promise<T>): Promise<T> {
  busy++
  try {
    return await work
  } finally {
    busy--
  }
}

/**
 * Resolves when nothing is on its way in this process: no byte on a loopback socket, no request to the system. What
 * only waits for a timer counts as idle. The kernel hands a loopback write over at once, so that an event that is owed
 * shows at the next turn, however busy the machine is.
 */
export async function whenIdle(signal: AbortSignal): Promise<void> {
  let seen = events()
  let turns = 0
  let since = performance.now()
  while (!signal.aborted) {
    await nextTurn()
    const now = events()
    if (now === seen && busy === 0) {
      turns++
      if (turns < quietTurns || performance.now() - since < quietMs) continue
      if (!process.getActiveResourcesInfo().some((one) => underWay.test(one))) return
      await pause(1)
    }
    seen = events()
    turns = 0
    since = performance.now()
  }
}

/** How many events from outside the event loop has handled; timers and turns are none. */
function events(): number {
  return performance.nodeTiming.uvMetricsInfo.events
}
