/**
 * How long the main thread of this process is held, looked at every millisecond: by its own work (processor time), and by
 * the clock, in which it also waits for a processor that other programs have.
 */
export function watchHolds(): () => { longestMs: number; p99Ms: number; byClockMs: number } {
  const holds: number[] = []
  let byClock = 0
  let last = { at: performance.now(), worked: workedMs() }
  const timer = setInterval(() => {
    const now = { at: performance.now(), worked: workedMs() }
    holds.push(now.worked - last.worked)
    byClock = Math.max(byClock, now.at - last.at)
    last = now
  }, 1)
  return () => {
    clearInterval(timer)
    const sorted = Float64Array.from(holds).sort()
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
    return { longestMs: at(1), p99Ms: at(0.99), byClockMs: byClock }
  }
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
