/**
 * A year of a Mac with 20 accounts, by a clock that leaps: what is told, examined and kept.
 * `node_modules/.bin/node --expose-gc bench/attack/year.ts [DAYS] [ACCOUNTS]`
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { days } from '../../test/attack/days.ts'
import { table } from '../statistics.ts'

const [howMany = 366, accounts = 20] = process.argv.slice(2).map(Number)
const folder = await mkdtemp(join(tmpdir(), 'outbox-doctor-year-'))
try {
  const { notifications, turns, whole, light, database, heap } = await days(howMany, accounts, folder)
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
  process.stdout.write(`${howMany} days, ${accounts} accounts.

${table([
  ['whole examinations', 'light ones', 'turns of episodes', 'database', 'heap'],
  [String(whole), String(light), String(turns), megabytes(database), megabytes(heap)],
])}

${notifications} notifications in ${howMany} days (${(notifications / howMany).toFixed(2)} a day)
`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
