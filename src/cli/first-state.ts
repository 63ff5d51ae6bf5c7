import type { State } from '../core/state.ts'
import type { Session } from '../session/session.ts'
import type { CommandContext } from './command-context.ts'

/** What a first look shows, without examining anybody or writing anything down. */
export async function firstState(
  { agent, request }: Pick<Session, 'agent' | 'request'>,
  { signal }: CommandContext,
): Promise<State> {
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
