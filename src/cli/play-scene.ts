import { taleIn } from '../core/scene-tale.ts'
import { say } from '../core/sentence.ts'
import type { CommandContext } from './command-context.ts'
import { type ExitStatus, WrongUse } from './exit-status.ts'
import { withHangingIndent } from './layout.ts'
import { openSceneToExamine, type SessionOptions } from './open-session.ts'
import { tellExamination } from './tell-examination.ts'

export interface PlayOptions extends SessionOptions {
  deep?: boolean
  /** Seconds. */
  budget?: number
  json?: boolean
  details?: boolean
}

/** Examines one made-up world and tells it like a real one. */
export async function playOne(options: PlayOptions, context: CommandContext): Promise<ExitStatus> {
  const json = options.json ?? false
  const { terminal } = context
  const session = await openSceneToExamine(options, context)
  try {
    const { played, agent, scene, hasten } = session
    if (!json) {
      const { title, story } = taleIn(scene, terminal)
      terminal.print(withHangingIndent('', title, terminal.columns(), terminal.paint.bold))
      terminal.print(withHangingIndent('', story, terminal.columns()))
    }
    const [account] = played.accounts
    if (!account) throw new WrongUse(say('The story has no account.'))
    const { messages, outside, changes, past } = played
    const observation = played.observationOf(account)
    const known = { account, messages, outside, changes, ...(past && { past }), ...(observation && { observation }) }
    const budget = options.budget === undefined ? {} : { budget: options.budget * 1000 }
    const request = { ...known, ...budget, deep: options.deep ?? played.deep }
    return await hasten(tellExamination(agent, request, options, context))
  } finally {
    await session.close()
  }
}
