import { isCalledOff } from '../core/called-off.ts'
import type { Log } from '../core/log.ts'
import type { AppWords } from './app-words.ts'
import type { Shell } from './shell.ts'

/**
 * What nobody caught stands in the log, and the person is told once. The watching goes on: what it knows is in a state
 * that changes as a whole and in the history, and an icon that is gone would be taken for "no mail is stuck".
 */
export function tellUncaught(
  from: Pick<NodeJS.Process, 'on'>,
  { alert }: Pick<Shell, 'alert'>,
  log: Log,
  words: () => Pick<AppWords, 'faultTitle' | 'faultBody'>,
): void {
  let wasTold = false
  const tell = (error: unknown) => {
    log.error('uncaught', { error })
    if (wasTold) return
    wasTold = true
    const { faultTitle, faultBody } = words()
    alert({ title: faultTitle, body: faultBody })
  }
  from.on('uncaughtException', tell)
  from.on('unhandledRejection', (error) => void (isCalledOff(error) || tell(error)))
}
