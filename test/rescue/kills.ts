import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { treeOf } from './rescue-here.ts'

const child = join(import.meta.dirname, 'saving-child.ts')

export interface KillTally {
  /** Processes that were ended by SIGKILL while they were at it. */
  kills: number
  /** Rescues that came to their end in between, each the same as one that nobody disturbed. */
  finished: number
  /** What was different, in words. */
  readonly wrong: string[]
}

/** Runs a rescue to its end, or until it has taken so many steps and some milliseconds; whether it was killed. */
async function run(target: string, sources: readonly string[], steps: number, moreMs: number): Promise<boolean> {
  const saving = spawn(process.execPath, [child, target, ...sources], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(saving, 'exit')
  let taken = 0
  for await (const dots of saving.stdout as AsyncIterable<Buffer>) {
    taken += dots.length
    if (taken < steps) continue
    if (moreMs > 0) await setTimeout(moreMs)
    saving.kill('SIGKILL')
    break
  }
  const [status, signal] = await ended
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(`The rescue ended with ${status}.`)
  return signal === 'SIGKILL'
}

/**
 * Kills rescues of these sources until there were so many kills, each some way further than where the one before got to,
 * and lets each come to its end at last. `random`: 0 up to 1.
 */
export async function killRescues(
  sources: readonly string[],
  kills: number,
  random: () => number,
  onKill: (tally: KillTally) => void = () => {},
): Promise<KillTally> {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-kills-'))
  const tally: KillTally = { kills: 0, finished: 0, wrong: [] }
  try {
    const undisturbed = join(folder, 'undisturbed')
    await run(undisturbed, sources, Number.POSITIVE_INFINITY, 0)
    const whole = JSON.stringify(treeOf(undisturbed))
    for (let round = 0; tally.kills < kills; round += 1) {
      const target = join(folder, String(round))
      for (let last = 1; tally.kills < kills; ) {
        const steps = last + Math.floor(random() * 30)
        // What is done already is passed over quickly, and is told of, too.
        if (!(await run(target, sources, steps, random() < 0.5 ? 0 : random() * 8))) break
        tally.kills += 1
        last = steps
        onKill(tally)
      }
      await run(target, sources, Number.POSITIVE_INFINITY, 0)
      tally.finished += 1
      if (JSON.stringify(treeOf(target)) !== whole)
        tally.wrong.push(
          `round ${round}, after ${tally.kills} kills: ${differences(JSON.parse(whole), treeOf(target))}`,
        )
      rmSync(target, { recursive: true })
    }
    return tally
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function differences(one: Record<string, string>, other: Record<string, string>): string {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((path) => one[path] !== other[path])
    .join(', ')
}
