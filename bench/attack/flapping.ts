/**
 * What a network costs that changes every minute, beside a steady one in the same run: on real sockets, with made-up
 * servers. `node_modules/.bin/node bench/attack/flapping.ts [HOURS] [ACCOUNTS…]`; 1 hour and 1, 2 and 20 accounts unless
 * told. A day is 24.
 */
import { type Cost, costOf } from '../../test/attack/flapping-hour.ts'
import { table } from '../statistics.ts'

const [hours = 1, ...given] = process.argv.slice(2).map(Number)
const numbers = given.length > 0 ? given : [1, 2, 20]
const rows: string[][] = []
let worst = 0
const most = { signIns: 0, notifications: 0 }

const told = (name: string, { whole, light, connections, signIns, notifications }: Cost) =>
  rows.push([name, ...[whole, light, connections, signIns, notifications].map(String)])

for (const accounts of numbers)
  for (const stuck of [false, true]) {
    const weather = { accounts, minutes: hours * 60, stuck }
    const steady = await costOf(weather)
    const flapping = await costOf({ ...weather, everyMs: 60_000 })
    const what = `${accounts} account${accounts === 1 ? '' : 's'}${stuck ? ', one message stuck' : ''}`
    told(`${what}: steady`, steady)
    told(`${what}: flapping`, flapping)
    const share = (of: (cost: Cost) => number) => of(flapping) / Math.max(1, of(steady))
    worst = Math.max(
      worst,
      share(({ whole, light }) => whole + light),
      share(({ connections }) => connections),
    )
    most.signIns = Math.max(most.signIns, flapping.signIns)
    most.notifications = Math.max(most.notifications, flapping.notifications)
  }

process.stdout.write(`${hours} hour${hours === 1 ? '' : 's'}, the network changing every minute or not at all.

${table([['', 'whole', 'light', 'connections', 'sign-ins a server', 'notifications'], ...rows])}

flapping costs ${worst.toFixed(2)} times a steady network at most (goal: 3), ${most.signIns} sign-ins a server (goal: ${4 * hours} at most, 20 a day), ${most.notifications} notifications (goal: ${3 * hours} at most)
`)
