import { duration, say, verbatim } from '../core/sentence.ts'
import type { RescueProgress } from '../rescue/order.ts'
import type { CommandContext } from './command-context.ts'
import { clippedToWidth } from './layout.ts'

const often = 200
/** Before this, what remains is a guess. */
const soonest = 2_000

/** One line that says how far it has come; nothing where there is no terminal to show it. */
export function rescueProgress({ terminal }: CommandContext, isQuiet: boolean) {
  let [last, stage, since, isShown] = [0, '', 0, false]
  return {
    show(progress: RescueProgress): void {
      const now = performance.now()
      if (isQuiet || !terminal.moving || now - last < often) return
      last = now
      if (stage !== progress.stage) [stage, since] = [progress.stage, now]
      isShown = true
      terminal.raw(`\r\u001b[K${clippedToWidth(terminal.inWords(line(progress, now - since)), terminal.columns() - 1)}`)
    },
    end(): void {
      if (isShown) terminal.raw('\r\u001b[K')
      isShown = false
    },
  }
}

function line({ stage, items, doneBytes, allBytes }: RescueProgress, elapsed: number) {
  if (stage === 'looking' || !allBytes) return say('Looking: {count} messages so far', { count: items })
  const share = Math.min(1, doneBytes / allBytes)
  const told = { percent: verbatim(Math.floor(share * 100)), count: items }
  const all =
    stage === 'writing'
      ? say('Saving: {percent} %, {count} messages', told)
      : say('Reading again: {percent} %, {count} messages', told)
  if (elapsed < soonest || share === 0) return all
  return say('{all}, about {time} more', { all, time: duration((elapsed / share) * (1 - share)) })
}
