import { join } from 'node:path'
import { startAgent } from '../../src/agent.ts'
import { openApi } from '../../src/api/answers/api-answers.ts'
import { requests as table } from '../../src/api/schema/table.ts'
import { appWordsIn } from '../../src/app/app-words.ts'
import { tellUncaught } from '../../src/app/own-fault.ts'
import type { Log } from '../../src/core/log.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import type { World } from '../../src/core/world.ts'
import { fileLog } from '../../src/storage/log-file.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { readingThread } from '../../src/world/real/reading/thread.ts'
import { readScene } from '../../src/world/simulated/scene.ts'
import { playScene } from '../../src/world/simulated/world.ts'
import { hostileScene } from './canaries.ts'
import { privateText as all, poisoned } from './poison.ts'

/** The same, of which every so manieth call fails. What cannot fail by its type does not. */
function failing<T extends object>(seam: T, every: number, never: readonly string[] = []): T {
  let calls = 0
  return new Proxy(seam, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (never.includes(String(name))) return value
      if (typeof value === 'object' && value !== null) return failing(value, every, never)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        calls += 1
        if (calls % every === 0) throw poisoned()
        return Reflect.apply(value, target, args)
      }
    },
  })
}

const doers = ['removeEverything', 'setLoginItem', 'restart', 'playScene']

/** Plays the house of canaries with faults everywhere, asks everything, and breaks the history under it. */
async function played(folder: string, every: number, log: Log): Promise<void> {
  const play = await playScene(readScene(JSON.stringify(hostileScene())))
  const { mac, net, hands, secrets } = play.world
  const world: World = {
    ...play.world,
    mac: failing(mac, every, ['watch', 'changes', 'threadFailures']),
    net: failing(net, every, ['resolvers']),
    hands: failing(hands, every),
    secrets: failing(secrets, 3 * every),
    log,
  }
  readingThread().tellTo(log)
  const agent = startAgent(world, join(folder, 'history.sqlite'))
  const { endpoint, close } = openApi({
    about: { name: 'Outbox Doctor', version: '0', license: 'MIT' },
    log,
    session: {
      world,
      agent,
      request: { outside: play.outside, settings: defaultSettings, besides: failing({ of: play.besides }, every).of },
      warnings: [],
      database: join(folder, 'history.sqlite'),
      speed: 1,
      close: async () => {},
    },
  })
  // What was told before, whoever begins to listen is told by himself.
  let isOld = true
  endpoint.listen(() => {
    if (!isOld) throw poisoned()
  })
  isOld = false
  const account = play.accounts[0]
  if (!account) throw new Error('There is nobody in this scene.')
  const end = new AbortController()
  const examined = await play
    .hasten(agent.examine({ account, messages: play.messages, outside: play.outside, signal: end.signal }))
    .catch(() => undefined)
  const id = examined?.account ?? ''
  const offers = agent.offers(id).map(({ remedy }) => remedy.id)
  const bodies = [
    {},
    { account: id },
    ...offers.map((remedy) => ({ account: id, remedy })),
    { id: '1' },
    { from: 0, to: 1 },
  ]
  const askAll = async () => {
    for (const name of Object.keys(table).filter((one) => !doers.includes(one)))
      for (const body of bodies) await play.hasten(endpoint.ask(name, body))
  }
  await askAll()
  // A history that is gone, as a disk may be.
  agent.close()
  await askAll()
  // What a module of ours throws in the thread where files are read.
  const thread = readingThread()
  const module = `data:text/javascript,export const fails = () => { throw new TypeError(${JSON.stringify(all)}) }`
  await thread.run({ is: 'work', module: module.replaceAll(' ', '%20'), name: 'fails', given: undefined }, end.signal)
  await play.hasten(close())
  await play.close()
  await log.written()
}

/** Run by itself, with the folder for its files, as the app is: what nobody caught would stand in its log. */
const [folder = ''] = process.argv.slice(2)
const log = fileLog(folder, 'app', systemClock)
tellUncaught(process, { alert: () => {} }, log, () => appWordsIn(['en']))
for (const every of [1, 2, 5]) await played(folder, every, log)
await log.written()
process.exit(0)
