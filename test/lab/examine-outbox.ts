/**
 * `check` for somebody whose outbox was looked into, run on the lab's Mac: no mail app is there to be read, so the
 * waiting messages are given. Arguments: the authority, the account, the messages. The password comes by our input.
 */
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { startAgent } from '../../src/agent.ts'
import { answerJson } from '../../src/cli/answer-json.ts'
import { exitStatusOf } from '../../src/cli/exit-status.ts'
import { realWorld } from '../../src/world/real/world.ts'
import { inProcess } from './accounts.ts'
import { outside } from './outside.ts'

const [authority = '', account = '{}', messages = '[]'] = process.argv.slice(2)
const secret = (await text(process.stdin)).trim()
const agent = startAgent(realWorld({ extraRoots: [readFileSync(authority, 'utf8')], secret }), ':memory:')
const examined = await agent.examine({
  account: inProcess(JSON.parse(account)),
  messages: JSON.parse(messages),
  outside,
  deep: true,
  signal: new AbortController().signal,
})
agent.close()
process.stdout.write(answerJson(examined))
process.exitCode = exitStatusOf(examined.diagnosis)
