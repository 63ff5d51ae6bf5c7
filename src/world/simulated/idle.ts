import { createHook } from 'node:async_hooks'
import { performance } from 'node:perf_hooks'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { tasksUnderWay } from '../real/reading/thread.ts'

/** Requests that Node has made of the system and that are not answered yet: files, names, connections. */
const underWay = /Req|Connect|Write|Shutdown|Send/

/** Nothing may arrive for so many turns of the event loop, and for so long. */
const quietTurns = 12
const quietMs = 4

let busy = 0

/** Nobody takes this process to be idle while this is under way: for work of many steps that Node does not list. */
export async function whileBusy<T>(work: Promise<T>): Promise<T> {
  busy++
  try {
    return await work
  } finally {
    busy--
  }
}

/** Keys, digests and signatures are made on other threads, and Node lists them nowhere. */
const computing = new Set<number>()
const follow = createHook({
  trackPromises: false,
  init: (id, type) => type.endsWith('REQUEST') && computing.add(id),
  after: (id) => computing.delete(id),
  destroy: (id) => computing.delete(id),
})

/** From now on, what is computed on other threads counts as under way. */
export function followRequests(): void {
  follow.enable()
}

/** How many programs this process has started that have not ended yet. */
export function childrenRunning(): number {
  return process.getActiveResourcesInfo().filter((one) => one === 'ProcessWrap').length
}

/**
 * Resolves when nothing is on its way in this process: no byte on a loopback socket, no request to the system. What
 * only waits for a timer counts as idle. The kernel hands a loopback write over at once, so that an event that is owed
 * shows at the next turn, however busy the machine is. So many `others` of its children are nobody's work here, such as a
 * browser that is open all the time.
 */
export async function whenIdle(signal: AbortSignal, others = 0): Promise<void> {
  let seen = events()
  let turns = 0
  let since = performance.now()
  while (!signal.aborted) {
    await nextTurn()
    const now = events()
    if (now === seen && busy + computing.size + tasksUnderWay() === 0) {
      turns++
      if (turns < quietTurns) continue
      const left = quietMs - (performance.now() - since)
      if (left > 0) {
        // Asleep: whoever has something on its way may need the processor, and what arrives is counted all the same.
        await pause(Math.ceil(left))
        continue
      }
      const isAsking = process.getActiveResourcesInfo().some((one) => underWay.test(one))
      if (!isAsking && childrenRunning() <= others) return
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
