import { type Examined, startAgent } from '../../../src/agent.ts'
import type { Scene } from '../../../src/world/simulated/scene.ts'
import { playScene } from '../../../src/world/simulated/world.ts'

/** A scene, played and examined once. What only waits is leapt over, so that a busy machine changes no answer. */
export async function examined(scene: Scene, more: { budget?: number } = {}): Promise<Examined> {
  const played = await playScene(scene)
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
    return await played.hasten(agent.examine({ ...known, ...more, signal: new AbortController().signal }))
  } finally {
    agent.close()
    await played.close()
  }
}
