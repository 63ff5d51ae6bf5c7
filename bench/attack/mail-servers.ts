/**
 * Hostile mail servers on loopback, examined by the real probes: whether each examination ends in time, with little
 * kept, in clean text, without a fault of ours, and without a password where nobody has proven who he is. The figures
 * come last; the exit status is 1 where one is not full. `node bench/attack/mail-servers.ts [SESSIONS [SEED]]`
 */
import { saysPassword, tryServers } from '../../test/wire/attack/try-servers.ts'
import { table } from '../statistics.ts'

const [count = '2000', seed = '10'] = process.argv.slice(2)

const thrown: string[] = []
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error) => thrown.push(`${event}: ${error instanceof Error ? error.stack : error}`))

let peak = 0
const watching = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 100)

const rows = [['', 'held', 'of', 'connections', 'passwords said', 'longest', 'memory, most']]
let held = 0
let sessions = 0
for (const protocol of ['smtp', 'imap', 'pop3'] as const) {
  peak = 0
  if (!(await saysPassword(protocol))) throw new Error(`A good server that speaks ${protocol} hears no password.`)
  const tried = await tryServers(protocol, Number(count), Number(seed))
  for (const fault of tried.faults) console.log(fault)
  const good = tried.sessions - tried.faults.length
  held += good
  sessions += tried.sessions
  const { connections, signedIn, longestMs } = tried
  const memory = `${Math.round(peak / 2 ** 20)} MB`
  const figures = [good, tried.sessions, connections, signedIn].map(String)
  rows.push([protocol, ...figures, `${Math.round(longestMs / 1_000)} s`, memory])
}
clearInterval(watching)
for (const one of thrown) console.log(one)
console.log(table(rows))
console.log(`mail servers: ${held} of ${sessions} sessions held, ${thrown.length} thrown outside of them`)
process.exit(held === sessions && thrown.length === 0 ? 0 : 1)
