/**
 * A year of a Mac with 20 accounts, by a clock that leaps, as it comes and with a network that changes every minute:
 * what is told, examined and kept. Ends with 1 where a ceiling is broken.
 * `node_modules/.bin/node --expose-gc bench/attack/year.ts [DAYS] [ACCOUNTS]`
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Days, days } from '../../test/attack/days.ts'
import { table } from '../statistics.ts'

const [howMany = 366, accounts = 20] = process.argv.slice(2).map(Number)
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

interface Ceiling {
  what: string
  most: number
  of(days: Days): number
  told?(figure: number): string
}

const ceilings: readonly Ceiling[] = [
  { what: 'notifications a day', most: 2, of: ({ notifications }) => notifications / howMany },
  { what: 'whole examinations of an account a day', most: 45, of: ({ whole }) => whole / howMany / accounts },
  { what: 'light examinations of an account a day', most: 120, of: ({ light }) => light / howMany / accounts },
  { what: 'turns of episodes a day', most: 24, of: ({ turns }) => turns / howMany },
  { what: 'database', most: 250e6, of: ({ database }) => database, told: megabytes },
  { what: 'heap', most: 64e6, of: ({ heap }) => heap.at(-1) ?? 0, told: megabytes },
  {
    what: 'heap, the last quarter beside the first',
    most: 1.5,
    of: ({ heap: [first = 1, ...rest] }) => (rest.at(-1) ?? first) / first,
  },
]

let broken = 0
async function year(isFlapping: boolean): Promise<Days> {
  const folder = await mkdtemp(join(tmpdir(), 'outbox-doctor-year-'))
  return days(howMany, accounts, folder, { isFlapping }).finally(() => rm(folder, { recursive: true, force: true }))
}
const [steady, flapping] = [await year(false), await year(true)]
const rows = ceilings.map(({ what, most, of, told = (figure: number) => figure.toFixed(2) }) => {
  const figures = [of(steady), of(flapping)]
  if (figures.some((figure) => figure > most)) broken++
  return [what, ...figures.map(told), told(most)]
})
process.stdout.write(`${howMany} days, ${accounts} accounts.

${table([['', 'as it comes', 'changing every minute', 'at most'], ...rows])}
`)
process.exitCode = broken > 0 ? 1 : 0
