import { startAgent } from '../../src/agent.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import type { State } from '../../src/core/state.ts'
import type { Millis } from '../../src/core/time.ts'
import type { World } from '../../src/core/world.ts'
import { readScene } from '../../src/world/simulated/scene.ts'
import { type PlayedScene, playScene } from '../../src/world/simulated/world.ts'

export const minute: Millis = 60_000

/** What a server says differently, and what differs in the world around it. */
export interface Difference {
  smtp?: object
  world?: object
  message?: object
  secret?: string | null
}

const login = { username: 'anna@example.net', secret: 'zebra-7-canary' }

/** A message of Anna's that has waited for a minute, on a Mac and at a server where all is well. */
export function stuckScene({ smtp = {}, world = {}, message = {}, secret = login.secret }: Difference = {}) {
  const outgoing = { host: 'smtp.example.net', port: 587, security: 'starttls' }
  const waiting = { waiting: '1m', sender: 'anna@example.net', recipients: ['bea@example.org'], size: 40_000 }
  return readScene(
    JSON.stringify({
      title: 'Refused by the server',
      story: 'A message that the server does not want.',
      expects: { first: null, status: 'unsure' },
      account: { email: 'anna@example.net', client: 'apple-mail', outgoing, ...(secret !== null && { secret }) },
      hosts: { 'smtp.example.net': { smtp: { accepts: login, ...smtp } } },
      outbox: [{ ...waiting, ...message }],
      ...world,
    }),
  )
}

/** A world in which all is written down that is said to a server. */
export function listened(played: PlayedScene): { world: World; said: string[] } {
  const said: string[] = []
  const { net } = played.world
  const connect: World['net']['connect'] = async (...call) => {
    const connecting = await net.connect(...call)
    const { connection } = connecting
    if (!connection) return connecting
    const say = (line: string) => {
      said.push(line)
      return connection.writeLine(line)
    }
    return {
      ...connecting,
      connection: {
        address: connection.address,
        localAddress: connection.localAddress,
        readLine: (within) => connection.readLine(within),
        writeLine: say,
        secure: (options) => connection.secure(options),
        close: () => connection.close(),
      },
    }
  }
  return { world: { ...played.world, net: { ...net, connect } }, said }
}

/** Watches a play for so long of its own time, from what the database of an earlier run knows. */
export async function watchFor(
  played: PlayedScene,
  path: string,
  howLong: Millis,
  then?: { check: true; for: Millis },
) {
  const { world, said } = listened(played)
  const agent = startAgent(world, path)
  const { outside, past } = played
  const doctor = agent.watch({ outside, settings: defaultSettings, ...(past && { past }) })
  try {
    await played.hasten(world.clock.wait(howLong, new AbortController().signal))
    if (then) {
      doctor.examineNow(played.accounts[0]?.id)
      await played.hasten(world.clock.wait(then.for, new AbortController().signal))
    }
    const [account] = played.accounts
    const found = account && agent.remedyContext(account.id)
    const seen: { state: State; causes: string[] } = {
      state: doctor.state(),
      causes: found?.diagnosis.causes.map(({ id }) => id) ?? [],
    }
    const told = JSON.stringify([...agent.history({ since: 0 })])
    return { ...seen, said, told, found, episodes: agent.episodes(0) }
  } finally {
    await doctor.stop()
    agent.close()
  }
}

/** The same for a play of its own. */
export async function watchedFor(difference: Difference, path = ':memory:', howLong: Millis = 8 * minute) {
  const played = await playScene(stuckScene(difference))
  try {
    return await watchFor(played, path, howLong)
  } finally {
    await played.close()
  }
}

/** How often the envelope of a message was named. */
export function trialsIn(said: readonly string[]): number {
  return said.filter((line) => line.startsWith('MAIL FROM:')).length
}
