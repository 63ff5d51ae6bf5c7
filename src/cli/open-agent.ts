import { join } from 'node:path'
import { type Agent, startAgent } from '../agent.ts'
import type { World } from '../core/world.ts'
import { WrongUse } from './ending.ts'
import type { Session } from './session.ts'
import { reasonOf } from './tell-examination.ts'

/** Where history is kept unless told. */
export async function usualDatabase(): Promise<string> {
  const { ownDataFolder } = await import('../world/real/folders.ts')
  return join(ownDataFolder(), 'history.sqlite')
}

/**
 * The agent with its history. A file that the user named must work; the usual place need not, since a full or broken
 * disk is no reason to leave somebody without an answer.
 */
export async function openAgent(world: World, database: string | undefined, { note }: Session): Promise<Agent> {
  if (database !== undefined) return startAgentOn(world, database)
  try {
    return startAgent(world, await usualDatabase())
  } catch (error) {
    note(`Nothing will be remembered: ${reasonOf(error)}`)
    return startAgent(world, ':memory:')
  }
}

/** Throws `WrongUse` where the database cannot be used. */
export function startAgentOn(world: World, database: string): Agent {
  try {
    return startAgent(world, database)
  } catch (error) {
    throw new WrongUse(`--database: ${reasonOf(error)}`, { cause: error })
  }
}
