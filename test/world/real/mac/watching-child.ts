/** Watches the mail apps of a home folder for some looks, makes the report about itself, and tells the state. */
import { join } from 'node:path'
import { startAgent } from '../../../../src/agent.ts'
import { mailClients } from '../../../../src/clients/index.ts'
import { defaultSettings } from '../../../../src/core/settings.ts'
import type { World } from '../../../../src/core/world.ts'
import { reportOn } from '../../../../src/self-check/report.ts'
import { systemClock } from '../../../../src/world/real/clock.ts'
import { macOs } from '../../../../src/world/real/mac/mac-os.ts'
import type { RunProgram } from '../../../../src/world/real/run.ts'
import { realWorld } from '../../../../src/world/real/world.ts'
import { nothingOutside } from '../../../examination.ts'

const [home = ''] = process.argv.slice(2)
const interfaces = [{ name: 'en0', kind: 'wifi', addresses: ['192.0.2.7'] }] as const
const unix = { network: async () => ({ interfaces, ipv4: true, ipv6: false }), freeSpace: async () => 10 ** 11 }
// The tools of a Mac are not here; those that read files for us would be asked in vain.
const run: RunProgram = async () => ({ failed: 'missing' })
const mac = macOs({ clock: systemClock, unix, run, home, places: { apps: [join(home, 'Applications')] } })
const world: World = { ...realWorld({ resolver: '127.0.0.1:9' }), mac }
const agent = startAgent(world, ':memory:')
const watching = agent.watch({ outside: nothingOutside, settings: defaultSettings })
const { promise: looked, resolve } = Promise.withResolvers<void>()
watching.listen(({ status }) => {
  if (status !== 'checking') resolve()
})
await looked
const never = new AbortController().signal
// Again and again, and also what is only read before something is done.
for (const client of mailClients.map((one) => one.reader())) {
  for (let looks = 0; looks < 2; looks += 1) await client.read(mac, Date.now(), never)
  await client.sources(mac, never)
  client.close()
}
const checked = { world, state: watching.state(), settings: defaultSettings, warnings: [], version: '1', mac: true }
await reportOn({ ...checked, database: ':memory:', signal: AbortSignal.timeout(60_000) })
const { status, unseen } = watching.state()
await watching.stop()
agent.close()
process.stdout.write(JSON.stringify({ status, unseen }), () => process.exit(0))
