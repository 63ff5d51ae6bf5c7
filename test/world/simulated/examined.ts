import { type Examined, startAgent } from '../../../src/agent.ts'
import type { Scene } from '../../../src/world/simulated/scene.ts'
import { playScene } from '../../../src/world/simulated/world.ts'

// Real sockets do not hurry: much faster, a busy machine would answer later than a server that is called silent.
export const usualSpeed = 3

/** A scene, played and examined once. */
export async function examined(scene: Scene, speed = usualSpeed): Promise<Examined> {
  const played = await playScene(scene, { speed })
  const agent = startAgent(played.world, ':memory:')
  try {
    const [account] = played.accounts
    if (!account) throw new Error('A scene has an account.')
    const { messages, outside, changes, past, deep } = played
    const observation = played.observationOf(account)
    const known = {
      account,
      messages,
      outside,
      changes,
      deep,
      ...(past && { past }),
      ...(observation && { observation }),
    }
    return await agent.examine({ ...known, signal: new AbortController().signal })
  } finally {
    agent.close()
    await played.close()
  }
}
