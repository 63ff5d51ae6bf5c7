import { join } from 'node:path'
import { expect, test } from 'vitest'
import { foreignName } from '../../src/core/sentence.ts'
import { openHistory } from '../../src/history/history.ts'
import { ownFolder } from '../history/folder.ts'
import { outboxDoctor } from './run.ts'

const minute = 60_000

test('a spell that is over tells what helped in it, and nothing private', async () => {
  const path = join(ownFolder(), 'history.sqlite')
  const history = openHistory(path)
  const openedAt = Date.now() - 60 * minute
  const account = {
    id: 'a',
    email: 'canary@example.net',
    outgoing: { protocol: 'smtp', host: 'smtp.example.net', port: 587, security: 'starttls' },
  } as const
  const episode = {
    id: 'e',
    client: 'apple-mail',
    accounts: [history.accountId(account)],
    messages: ['m'],
    openedAt,
    cause: 'port-blocked-here',
  } as const
  history.episodes.turn(openedAt, 'opened', episode, [account])
  const cures = (remedy: string, startedAt: number, outcome: 'cured' | 'failed') => {
    const { id } = history.treatments.begin({
      remedy,
      version: 1,
      account: history.accountId(account),
      causes: ['port-blocked-here'],
      startedAt,
      before: { from: 587 },
    })
    history.treatments.end(id, { outcome, at: startedAt + 1_000, words: foreignName('Done.'), restored: false })
  }
  cures('go-online', openedAt - 30 * minute, 'cured')
  cures('pause-vpn', openedAt + minute, 'failed')
  cures('switch-port', openedAt + 20 * minute, 'cured')
  history.episodes.turn(openedAt, 'closed', { ...episode, closedAt: openedAt + 21 * minute, end: 'sent' }, [account])
  history.close()

  const { out } = await outboxDoctor(['episodes', '--database', path])
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(
    /for 21 minutes\. This network blocks the port your mail uses\. What helped: Use another port\. $/,
  )
  const { out: json } = await outboxDoctor(['episodes', '--database', path, '--json'])
  expect(JSON.parse(json).episodes[0].helped).toEqual(['switch-port'])
  expect(out + json).not.toContain('canary')
})
