import { type Agent, startAgent } from '../agent.ts'
import type { FixRules } from '../core/fix-rules.ts'
import type { World } from '../core/world.ts'
import { readingThread } from '../world/real/reading/thread.ts'
import { HistoryNotOpened, type Session } from './session.ts'

/** What a session is made of, before there is an agent in it. */
interface Parts extends Omit<Session, 'agent' | 'forgets' | 'close' | 'secrets'> {
  secrets: NonNullable<Session['secrets']>
  /** Where the history cannot be opened, nothing is remembered, rather than nothing watched. */
  orForget?: boolean
  /** What may be done; everything unless told. */
  rules?: () => FixRules
  /** Ends the world, after the agent. */
  end?(): Promise<void>
}

/** The one place where a session is put together. Rejects with `HistoryNotOpened`, after its world has ended. */
export async function assembleSession<P extends Parts>({ orForget = false, rules, end, ...parts }: P) {
  const world = { ...parts.world, secrets: parts.secrets }
  readingThread().tellTo(world.log)
  try {
    const { agent, ...outcome } = agentOn(world, parts.database, orForget, rules)
    const close = async () => {
      agent.close()
      await end?.()
    }
    return { ...parts, ...outcome, world, agent, close }
  } catch (error) {
    await end?.()
    throw error
  }
}

/** A full or broken disk is no reason to watch nothing. */
function agentOn(
  world: World,
  database: string,
  orForget: boolean,
  rules?: () => FixRules,
): { agent: Agent } & Pick<Session, 'forgets'> {
  try {
    return { agent: startAgent(world, database, rules) }
  } catch (because) {
    world.log.error('history-not-opened', { error: because })
    if (!orForget) throw new HistoryNotOpened(because)
    return { agent: startAgent(world, ':memory:', rules), forgets: { because } }
  }
}
