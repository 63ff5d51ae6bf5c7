import type { State } from '../core/state.ts'
import type { Session } from './session.ts'
import type { WatchedWorld } from './watched-world.ts'

/** What a first look shows, without examining anybody or writing anything down. */
export async function firstState({ agent, request }: WatchedWorld, { signal }: Session): Promise<State> {
  const watching = agent.watch({ ...request, remember: false })
  try {
    return await new Promise<State>((resolve, reject) => {
      watching.listen(resolve)
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
  } finally {
    await watching.stop()
  }
}
