/** Watches the mail apps of a home folder for an hour of a fast clock. Arguments: the folder, how fast. */
import { join } from 'node:path'
import { startAgent } from '../src/agent.ts'
import { defaultSettings } from '../src/core/settings.ts'
import type { Clock } from '../src/core/time.ts'
import type { World } from '../src/core/world.ts'
import { systemClock } from '../src/world/real/clock.ts'
import { macOs } from '../src/world/real/mac/mac-os.ts'
import type { RunProgram } from '../src/world/real/run.ts'
import { realWorld } from '../src/world/real/world.ts'
import { nothingOutside } from '../test/examination.ts'
import { watchHolds } from './held.ts'

const [home = '', fast = '30'] = process.argv.slice(2)
const speed = Number(fast)
const hour = 3_600_000
const start = Date.now()

const clock: Clock = {
  now: () => start + (Date.now() - start) * speed,
  elapsed: () => systemClock.elapsed() * speed,
  wait: (ms, signal) => systemClock.wait(ms / speed, signal),
}
const running = [
  '/System/Applications/Mail.app/Contents/MacOS/Mail',
  '/Applications/O.app/Contents/MacOS/Microsoft Outlook',
]
const run: RunProgram = async (path) =>
  path.endsWith('/ps')
    ? { code: 0, stdout: running.map((program, at) => `${at + 100} ${program}`).join('\n'), stderr: '' }
    : { failed: 'missing' }
const interfaces = [{ name: 'en0', kind: 'wifi', addresses: ['192.0.2.7'] }] as const
const unix = { network: async () => ({ interfaces, ipv4: true, ipv6: false }), freeSpace: async () => 10 ** 11 }
const mac = macOs({ clock, unix, run, home, places: { apps: [] } })
const world: World = { ...realWorld({ resolver: '127.0.0.1:9' }), clock, mac }
const agent = startAgent(world, join(home, 'history.sqlite'))

let looks = 0
let states = 0
const { watch } = mac.files
Object.assign(mac.files, {
  watch: (paths: readonly string[], changed: () => void) =>
    watch(paths, () => {
      looks += 1
      changed()
    }),
})
const holds = watchHolds()
const watching = agent.watch({ outside: nothingOutside, settings: defaultSettings })
watching.listen(() => {
  states += 1
})
await clock.wait(hour, new AbortController().signal)
const held = { ...holds(), looks, states }
await watching.stop()
agent.close()
process.stdout.write(JSON.stringify(held), () => process.exit(0))
