/** The agent alone, watching accounts whose server is another process on this machine. Arguments: its port, their names. */
import { startAgent } from '../src/agent.ts'
import type { ClientAccount } from '../src/core/client.ts'
import { defaultSettings } from '../src/core/settings.ts'
import { realWorld } from '../src/world/real/world.ts'
import { nothingOutside } from '../test/examination.ts'

const [port = '', ...names] = process.argv.slice(2)

const accounts = names.map((id): ClientAccount => {
  const outgoing = { protocol: 'smtp', host: '127.0.0.1', port: Number(port), security: 'tls' } as const
  return { id, email: `anna@${id}.invalid`, client: 'apple-mail', enabled: true, outgoing }
})

const world = realWorld({ resolver: '127.0.0.1:9' })
const agent = startAgent(world, ':memory:')
const watching = agent.watch({
  outside: nothingOutside,
  settings: defaultSettings,
  clients: [
    {
      id: 'apple-mail',
      name: 'Apple Mail',
      watches: [],
      look: async () => {
        const outbox = { seen: true, messages: [] } as const
        return { client: 'apple-mail', at: world.clock.now(), running: true, accounts, outbox, unseen: [] }
      },
    },
  ],
})
const examined = new Set<string>()
watching.listen(({ examining, diagnosis }) => {
  const before = examined.size
  if (diagnosis && !examining) for (const { account } of agent.history({ since: 0 })) examined.add(account.key)
  if (examined.size > before) process.stdout.write(`${JSON.stringify({ examined: examined.size })}\n`)
})
process.once('SIGINT', async () => {
  await watching.stop()
  agent.close()
  process.exit()
})
