import { fileLog } from '../../src/storage/log-file.ts'
import { systemClock } from '../../src/world/real/clock.ts'

/** Run by itself: writes so many lines of its own name into the log of a folder, then says how many are in it. */
const [folder = '', name = '', many = '0', maxBytes = '0'] = process.argv.slice(2)
const log = fileLog(folder, 'terminal', systemClock, { maxBytes: Number(maxBytes), files: 3 })
for (let n = 0; n < Number(many); n += 1) {
  log.error('answer-failed', { of: { id: `${name}${n}` } })
  // As faults come: some at once, then a pause.
  if (n % 50 === 49) await log.written()
}
await log.written()
process.stdout.write(`${(await log.newest(100_000)).filter(({ of }) => of?.startsWith(name)).length}\n`)
