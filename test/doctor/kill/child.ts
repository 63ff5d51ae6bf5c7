/** One life of a remedy, as `life.ts` describes it. Kills itself at the step it is told; else says how many there were. */

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { treat } from '../../../src/doctor/treat.ts'
import { undo } from '../../../src/doctor/undo.ts'
import { openHistory } from '../../../src/history/history.ts'
import { noteChange } from './change.ts'
import type { Mode } from './life.ts'
import { breakable, type KillSubject, type Place, remediesOf, type Staged, stepping } from './subject.ts'

const [module = '', json = '{}', dying = '', mode] = process.argv.slice(2) as [string, string, string, Mode]
const place = JSON.parse(json) as Place
const { subject } = (await import(module)) as { subject: KillSubject }

const names: string[] = []
const step = (name: string) => {
  names.push(name)
  if (String(names.length) === dying) process.kill(process.pid, 'SIGKILL')
}

const history = openHistory(place.database)
const bare = subject.stage(place, breakable(step), step)
const staged = mode === 'race' ? alone(bare) : bare
const stepped = stepping(history.treatments, step)
const receipts: typeof stepped = {
  ...stepped,
  begin(receipt) {
    const begun = stepped.begin(receipt)
    process.stdout.write('receipt\n')
    return begun
  },
}
const { signal } = new AbortController()
process.stdout.write('ready\n')
if (mode === 'race') while (!existsSync(join(place.data, 'go'))) await setTimeout(1)
const treated = await treat(staged.action, staged.context, { ...staged.surgery, receipts }, { signal })
if (treated.is === 'treated' && treated.treatment.restoredAt === undefined) {
  const path = mode === 'changed' ? subject.change?.(place) : undefined
  if (path !== undefined) {
    noteChange(place, path)
    process.stdout.write('changed\n')
  }
  const room = { world: staged.world, receipts, remedies: remediesOf(staged) }
  await undo(treated.treatment.id, room, { sure: mode === 'changed' })
}
history.close()
process.stdout.write(`${JSON.stringify(names)}\n`)

/** A mark in the way of whoever acts at the same time; it then fails for all to see. */
function alone({ action, ...rest }: Staged): Staged {
  const { undo: back } = action
  const apart = async (work: () => Promise<void>) => {
    const mark = join(place.data, 'somebody acts')
    try {
      writeFileSync(mark, '', { flag: 'wx' })
    } catch {
      process.stderr.write('two act at once\n')
      process.exit(3)
    }
    try {
      await setTimeout(20)
      await work()
    } finally {
      rmSync(mark)
    }
  }
  return {
    ...rest,
    action: {
      ...action,
      apply: (...args) => apart(() => action.apply(...args)),
      ...(back && { undo: { ...back, putBack: (...args) => apart(() => back.putBack(...args)) } }),
    },
  }
}
