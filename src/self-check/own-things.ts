import { existsSync, statSync } from 'node:fs'
import { startAgent } from '../agent.ts'
import { clientNameOf } from '../clients/known-clients.ts'
import { byteCount, say, verbatim } from '../core/sentence.ts'
import { answerOrReason, type ReportSection, type SelfCheckInput } from './section.ts'

const day = 86_400_000

/** What the mail apps show, counts only. */
export function clientsSection({ state }: SelfCheckInput): ReportSection {
  const lines = state.clients.map(({ name, mode, running, accounts, client }) => {
    const known = { name: verbatim(name), kind: verbatim(mode === undefined ? '' : `, ${mode}`) }
    const args = {
      ...known,
      accounts: say('{count} accounts', { count: accounts.length }),
      messages: say('{count} messages', { count: state.waiting.filter((message) => message.client === client).length }),
    }
    if (running === undefined) return say('{name}{kind}, unknown whether open: {accounts}, {messages} waiting.', args)
    return running
      ? say('{name}{kind}, open: {accounts}, {messages} waiting.', args)
      : say('{name}{kind}, closed: {accounts}, {messages} waiting.', args)
  })
  const unseen = state.unseen.map(({ client, why }) => say('{name}: {why}', { name: clientNameOf(client), why }))
  return { id: 'clients', title: say('Mail apps'), lines: [...lines, ...unseen] }
}

export function settingsSection({ warnings }: SelfCheckInput): ReportSection {
  return {
    id: 'settings',
    title: say('Settings'),
    lines: warnings.length > 0 ? warnings : [say('Everything that is set was understood.')],
  }
}

export async function databaseSection({ database: path, world }: SelfCheckInput): Promise<ReportSection> {
  const line = await answerOrReason(() => {
    if (path !== ':memory:' && !existsSync(path)) return say('There is no history yet.')
    const size = byteCount(path === ':memory:' ? 0 : statSync(path).size)
    const agent = startAgent(world, path)
    try {
      const since = world.clock.now() - 7 * day
      const examinations = say('{count} examinations', { count: [...agent.history({ since })].length })
      const episodes = say('{count} troubles', { count: agent.episodes(since).length })
      return say('The history holds {examinations} and {episodes} of the last 7 days, in {size}.', {
        examinations,
        episodes,
        size,
      })
    } finally {
      agent.close()
    }
  })
  return { id: 'database', title: say('History'), lines: [line] }
}
