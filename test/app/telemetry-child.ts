/**
 * Begins what would send figures, with the settings that it is given, and tells as JSON which of our modules were
 * loaded for it and how many sockets were opened. `node telemetry-child.ts SETTINGS FILE`
 */
import { subscribe } from 'node:diagnostics_channel'
import { registerHooks } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

const loaded: string[] = []
registerHooks({
  load(url, context, next) {
    loaded.push(url)
    return next(url, context)
  },
})
let sockets = 0
subscribe('net.client.socket', () => {
  sockets += 1
})

const [, , settings = '', file = ''] = process.argv
const telemetry = z.object({ on: z.boolean(), endpoint: z.string(), headers: z.string() }).parse(JSON.parse(settings))
const { TelemetryLink } = await import('../../src/app/telemetry-link.ts')
const { startAgent } = await import('../../src/agent.ts')
const { defaultSettings } = await import('../../src/core/settings.ts')
const { newInstallationId, telemetryFile } = await import('../../src/storage/telemetry-file.ts')
const { realWorld } = await import('../../src/world/real/world.ts')

const world = realWorld()
// Time flies here, for this alone.
const clock = { ...world.clock, wait: async (_: number, signal: AbortSignal) => pause(20, undefined, { signal }) }
const agent = startAgent(world, ':memory:')
const link = new TelemetryLink({
  session: { agent, world: { ...world, clock } },
  version: '1',
  state: () => ({ waiting: [], online: true, episodes: [] }),
  settings: async () => ({ ...defaultSettings, telemetry }),
  file: telemetryFile(file),
  newId: newInstallationId,
})
link.want()
link.hear({ episodes: [] })
const view = await link.view()
await pause(1_000)
await link.reset()
await link.stop()
agent.close()
const own = loaded.map((url) => /\/src\/telemetry\/.*/.exec(url)?.[0]).filter((name) => name !== undefined)
process.stdout.write(JSON.stringify({ on: view.on, own, sockets }))
