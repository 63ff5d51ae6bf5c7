import type { MacEvent } from '../core/mac.ts'
import type { Mac } from '../core/world.ts'
import type { PowerMonitor } from './shell.ts'

const events = [
  ['suspend', 'slept'],
  ['resume', 'woke'],
  ['on-ac', 'power'],
  ['on-battery', 'power'],
] as const

/** The Mac, telling of sleep before it sleeps and of the charger at once: by itself it notices both afterwards only. */
export function withPowerMonitor(mac: Mac, monitor: PowerMonitor): Mac {
  return {
    ...mac,
    watch(listener) {
      const stop = mac.watch(listener)
      const own = events.map(([event, is]) => [event, () => listener({ is } satisfies MacEvent)] as const)
      for (const [event, tell] of own) monitor.on(event, tell)
      return () => {
        stop()
        for (const [event, tell] of own) monitor.removeListener(event, tell)
      }
    },
  }
}
