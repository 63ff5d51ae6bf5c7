import type { MacEvent, MacEventSource } from '../core/mac-powers.ts'
import type { PowerMonitor } from './shell.ts'

const events = [
  ['suspend', 'slept'],
  ['resume', 'woke'],
  ['on-ac', 'power'],
  ['on-battery', 'power'],
] as const

/** Tells of sleep before the Mac sleeps and of the charger at once: by itself it notices both afterwards only. */
export function powerEventsOf(monitor: PowerMonitor): MacEventSource {
  return (tell) => {
    const own = events.map(([event, is]) => [event, () => tell({ is } satisfies MacEvent)] as const)
    for (const [event, listener] of own) monitor.on(event, listener)
    return () => {
      for (const [event, listener] of own) monitor.removeListener(event, listener)
    }
  }
}
