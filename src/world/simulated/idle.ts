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

/** Called alike, it says nothing of a request's end before it is collected as garbage; its bytes are seen as they come. */
const ofHttp = 'HTTPCLIENTREQUEST'
/** Keys, digests and signatures are made on other threads, and Node lists them nowhere; since when. */
const computing = new Map<number, { job: object; since: number }>()
/** A signature that was made at once tells nobody of its end; none of those that are waited for takes so long. */
const madeMs = 1_000
/** Random bytes are made on other threads, too, or at once, for a caller that waits. */
const random = new Map<number, object>()
const requests = createHook({
  trackPromises: false,
  init: (id, type, _trigger, job) => {
    if (type === 'RANDOMBYTESREQUEST') {
      forgetMade()
      random.set(id, job)
    } else if (type.endsWith('REQUEST') && type !== ofHttp) computing.set(id, { job, since: performance.now() })
  },
  after: ended,
  destroy: ended,
})

function ended(id: number): void {
  computing.delete(id)
  random.delete(id)
}

/** What tells nobody of its end was made at once; until it is collected as garbage, nobody would be idle. */
function forgetMade(): void {
  const now = performance.now()
  for (const [id, job] of random) if (!tellsOfItsEnd(job)) random.delete(id)
  for (const [id, { job, since }] of computing) if (!tellsOfItsEnd(job) && now - since > madeMs) computing.delete(id)
}

const tellsOfItsEnd = (job: object) => 'ondone' in job && Boolean(job.ondone)

/** From now on, what is computed on other threads counts as under way. */
export function followRequests(): void {
  requests.enable()
}

/** How many programs this process has started that have not ended yet. */
export function childrenRunning(): number {
  return process.getActiveResourcesInfo().filter((one) => one === 'ProcessWrap').length
}

/** Somebody who waits until this process is idle. */
interface Waiting {
  signal: AbortSignal
  others: number
  /** Since nothing has arrived: so many turns, and from this moment on. */
  turns: number
  since: number
  go(): void
}

const waiting = new Set<Waiting>()

/**
 * Resolves when nothing is on its way in this process: no byte on a loopback socket, no request to the system. What
 * only waits for a timer counts as idle. The kernel hands a loopback write over at once, so that an event that is owed
 * shows at the next turn, however busy the machine is. So many `others` of its children are nobody's work here, such as a
 * browser that is open all the time.
 */
export function whenIdle(signal: AbortSignal, others = 0): Promise<void> {
  return new Promise((go) => {
    waiting.add({ signal, others, go, turns: 0, since: performance.now() })
    // One look serves all who wait: several plays in one process would keep each other awake.
    if (waiting.size === 1) void lookForAll()
  })
}

async function lookForAll(): Promise<void> {
  let seen = events()
  while (waiting.size > 0) {
    await nextTurn()
    const counted = events()
    const works = isWorking()
    const isQuiet = counted === seen && !works
    seen = counted
    for (const one of waiting) follow(one, isQuiet)
    // Asleep: whoever has something on its way may need the processor, and what arrives is counted all the same.
    const restMs = works ? 1 : Math.min(...[...waiting].map(leftOf))
    if (restMs > 0 && waiting.size > 0) await pause(Math.ceil(restMs))
  }
}

function follow(one: Waiting, isQuiet: boolean): void {
  one.turns++
  const isLong = one.turns >= quietTurns && leftOf(one) <= 0
  if (one.signal.aborted || (isQuiet && isLong && !isAsking(one.others))) {
    waiting.delete(one)
    one.go()
  } else if (!isQuiet || isLong) {
    one.turns = 0
    one.since = performance.now()
  }
}

/** For how long nobody need look: while turns are counted, not at all, since to wake takes long on a busy machine. */
function leftOf({ turns, since }: Waiting): number {
  return turns < quietTurns ? 0 : quietMs - (performance.now() - since)
}

function isWorking(): boolean {
  forgetMade()
  return busy + computing.size + random.size + tasksUnderWay() > 0
}

function isAsking(others: number): boolean {
  return process.getActiveResourcesInfo().some((one) => underWay.test(one)) || childrenRunning() > others
}

/** How many events from outside the event loop has handled; timers and turns are none. */
function events(): number {
  return performance.nodeTiming.uvMetricsInfo.events
}
