import { type Examined, startAgent } from '../../../src/agent.ts'
import type { Diagnosis } from '../../../src/core/diagnosis.ts'
import { type Rendered, rendered } from '../../../src/core/rendered.ts'
import type { Scene } from '../../../src/world/simulated/scene.ts'
import { playScene } from '../../../src/world/simulated/world.ts'

/** A scene, played and examined once, its diagnosis in the words of English. What only waits is leapt over, so that a busy machine changes no answer. */
export async function examined(
  scene: Scene,
  more: { budget?: number } = {},
): Promise<Omit<Examined, 'diagnosis'> & { diagnosis: Rendered<Diagnosis>; told: Examined }> {
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
    const signal = new AbortController().signal
    const found = await played.hasten(agent.examine({ ...known, ...more, signal }))
    return { ...found, diagnosis: rendered(found.diagnosis), told: found }
  } finally {
    agent.close()
    await played.close()
  }
}
