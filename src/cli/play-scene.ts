import { playScene } from '../world/simulated/world.ts'
import { type Ending, WrongUse } from './ending.ts'
import { hanging } from './layout.ts'
import { startAgentOn } from './open-agent.ts'
import { sceneOf } from './scene-of.ts'
import type { Session } from './session.ts'
import { tellExamination } from './tell-examination.ts'

export interface PlayOptions {
  scene?: string
  sceneFile?: string
  speed?: number
  deep?: boolean
  budget?: number
  database?: string
  json?: boolean
}

// Fast enough not to bore, slow enough to watch; times are told as they would be in life.
const usualSpeed = 5

/** Examines one made-up world and tells it like a real one. */
export async function playOne(options: PlayOptions, session: Session): Promise<Ending> {
  const scene = await sceneOf(options)
  const json = options.json ?? false
  const { terminal } = session
  if (!json) {
    terminal.print(hanging('', scene.title, terminal.columns(), terminal.paint.bold))
    terminal.print(`${hanging('', scene.story, terminal.columns())}\n`)
  }
  const played = await playScene(scene, { speed: options.speed ?? usualSpeed })
  try {
    const agent = startAgentOn(played.world, options.database ?? ':memory:')
    try {
      const [account] = played.accounts
      if (!account) throw new WrongUse('The scene has no account.')
      const { messages, outside, changes, past } = played
      const observation = played.observationOf(account)
      const known = { account, messages, outside, changes, ...(past && { past }), ...(observation && { observation }) }
      const budget = options.budget === undefined ? {} : { budget: options.budget * 1000 }
      return await tellExamination(agent, { ...known, ...budget, deep: options.deep ?? played.deep }, json, session)
    } finally {
      agent.close()
    }
  } finally {
    await played.close()
  }
}
