import type { NativeAddon } from '../../../../native/index.d.ts'
import type { Log } from '../../../core/log.ts'
import type { MacEvent } from '../../../core/mac-powers.ts'
import type { Clock, Instant } from '../../../core/time.ts'
import type { StartChild } from './child.ts'
import { watchNetwork } from './network-watch.ts'
import { SleepWatch } from './sleep-watch.ts'

/** What happens on this Mac from now on; ends with the function returned. */
export function watchEvents(
  start: StartChild,
  clock: Clock,
  listener: (event: MacEvent) => void,
  addon?: Pick<NativeAddon, 'watchPath'>,
  log?: Pick<Log, 'error'>,
): () => void {
  const woke = (since: Instant) => {
    // Sleep is noticed only afterwards; the charger may have been pulled meanwhile.
    listener({ is: 'slept', since })
    for (const is of ['woke', 'power'] as const) listener({ is })
  }
  const sleep = new SleepWatch(clock, woke, log)
  const tell = () => {
    sleep.look()
    listener({ is: 'network' })
  }
  const stop = watchNetwork(start, clock, tell, addon, log)
  return () => {
    stop()
    sleep.stop()
  }
}
