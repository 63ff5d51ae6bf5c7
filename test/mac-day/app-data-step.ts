import { homedir } from 'node:os'
import { join } from 'node:path'
import { done, notSeen, type Step } from './day.ts'
import { type Ended, ended } from './ended.ts'
import type { Done } from './report.ts'

const container = 'Library/Containers/com.apple.mail/Data'
const point = 'app-1'
const patienceMs = 20_000

/** What is written at once says that nothing but the folder can have held it. */
const program = `const { watch, writeSync } = require('node:fs')
writeSync(1, 'opening\\n')
const t = performance.now()
let became = 'opened'
try { watch(process.argv[1]).close() } catch (error) { became = error.code }
writeSync(1, became + '\\n' + Math.round(performance.now() - t) + '\\n')`

export const appDataStep: Step = {
  title: 'The question about data of other apps',
  does: 'opens a folder watch on Mail’s container in a process of its own, about which macOS asks the person, and measures how long that blocks, twenty seconds at most; only with --ask',
  asks: true,
  settles: [point],
  async prove(day) {
    const args = ['-e', program, join(homedir(), container)]
    return toldOfAppData(await ended(process.execPath, args, day, { within: patienceMs }))
  },
}

/** Only one that was held while it opened the folder, until its deadline, has proved anything. */
export function toldOfAppData({ how, code, stdout }: Ended): Omit<Done, 'title'> {
  const [opening, became, ms] = stdout.trim().split('\n')
  if (how === 'overdue' && opening === 'opening' && became === undefined)
    return { ...done('It was still blocked at its deadline, and was given up.'), settles: { [point]: 'proved' } }
  if (how !== 'exited' || code !== 0 || became === undefined || ms === undefined)
    return notSeen(`The program that opens it came to nothing (${how}, ${code}).`)
  if (became === 'ENOENT') return notSeen('Mail was never used here.')
  // With Full Disk Access, or an answer given before, it opens at once: then nothing is known of the question.
  const refused = became !== 'opened' && { settles: { [point]: 'contradicted' } as const }
  return { ...done(`${became} after ${ms} ms.`), ...refused }
}
