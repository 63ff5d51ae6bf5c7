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
/** Keys, digests, signatures and random bytes are made on other threads, and Node lists them nowhere. */
const computing = new Set<number>()
const requests = createHook({
  trackPromises: false,
  init: (id, type, _trigger, job) => {
    if (!type.endsWith('REQUEST') || type === ofHttp) return
    computing.add(id)
    onRunAtOnce(job, () => computing.delete(id))
  },
  after: (id) => void computing.delete(id),
  destroy: (id) => void computing.delete(id),
})

/**
 * Calls back when a job's result was given to a caller that waited: such a job tells no hook of its end before it is
 * collected as garbage, which a process in which everybody waits never does. All others give theirs later.
 */
function onRunAtOnce(job: object, done: () => void): void {
  const run: unknown = Reflect.get(job, 'run')
  if (typeof run !== 'function') return
  const runAndTell = () => {
    const result: unknown = Reflect.apply(run, job, [])
    if (Array.isArray(result)) done()
    return result
  }
  Reflect.set(job, 'run', runAndTell)
}

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
  return busy + computing.size + tasksUnderWay() > 0
}

function isAsking(others: number): boolean {
  return process.getActiveResourcesInfo().some((one) => underWay.test(one)) || childrenRunning() > others
}

/** How many events from outside the event loop has handled; timers and turns are none. */
function events(): number {
  return performance.nodeTiming.uvMetricsInfo.events
}
