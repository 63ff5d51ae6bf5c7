import { existsSync, statSync } from 'node:fs'
import { startAgent } from '../agent.ts'
import { knownClient } from '../clients/known-clients.ts'
import { megabytes, plainCount } from '../core/quantities.ts'
import { render } from '../core/render.ts'
import { answerOrReason, type ReportSection, type SelfCheckInput } from './section.ts'

const day = 86_400_000

/** What the mail apps show, counts only. */
export function clientsSection({ state }: SelfCheckInput): ReportSection {
  const lines = state.clients.map(({ name, mode, running, accounts, client }) => {
    const open = running === undefined ? 'unknown whether open' : running ? 'open' : 'closed'
    const waiting = state.waiting.filter((message) => message.client === client).length
    const kind = mode === undefined ? '' : `, ${mode}`
    return `${name}${kind}, ${open}: ${plainCount(accounts.length, 'account')}, ${plainCount(waiting, 'message')} waiting.`
  })
  const unseen = state.unseen.map(({ client, why }) => `${knownClient(client)?.name ?? 'The mail app'}: ${render(why)}`)
  return { id: 'clients', title: 'Mail apps', lines: [...lines, ...unseen] }
}

export function settingsSection({ warnings }: SelfCheckInput): ReportSection {
  return {
    id: 'settings',
    title: 'Settings',
    lines:
      warnings.length > 0 ? warnings.map((warning) => render(warning)) : ['Everything that is set was understood.'],
  }
}

export async function databaseSection({ database: path, world }: SelfCheckInput): Promise<ReportSection> {
  const line = await answerOrReason(() => {
    if (path !== ':memory:' && !existsSync(path)) return 'There is no history yet.'
    const size = path === ':memory:' ? 0 : statSync(path).size
    const agent = startAgent(world, path)
    try {
      const since = world.clock.now() - 7 * day
      const examinations = [...agent.history({ since })].length
      const episodes = agent.episodes(since).length
      return `The history holds ${plainCount(examinations, 'examination')} and ${plainCount(episodes, 'episode')} of the last 7 days, in ${megabytes(size)}.`
    } finally {
      agent.close()
    }
  })
  return { id: 'database', title: 'History', lines: [line] }
}
