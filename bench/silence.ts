/** When each finding is told while one port is silent. Run on the lab's Mac by `examine.ts`. */
import { readFileSync } from 'node:fs'
import { startAgent } from '../src/agent.ts'
import { render } from '../src/core/render.ts'
import { realWorld } from '../src/world/real/world.ts'
import { accountAt, inProcess } from '../test/lab/accounts.ts'
import { far } from '../test/lab/hosts.ts'
import { outside } from '../test/lab/outside.ts'
import { table } from './statistics.ts'

const [authority = ''] = process.argv.slice(2)
const agent = startAgent(realWorld({ extraRoots: [readFileSync(authority, 'utf8')] }), ':memory:')
const began = performance.now()
const told: { probe: string; line: string; ms: number }[] = []
await agent.examine({
  account: inProcess(accountAt(far.host)),
  outside,
  signal: new AbortController().signal,
  onProgress(progress) {
    if (progress.is !== 'found') return
    const { finding, probe } = progress
    const line = finding.state === 'known' ? render(finding.telling.line) : finding.state
    told.push({ probe: probe.id, line, ms: Math.round(performance.now() - began) })
  },
})
agent.close()
const last = told.at(-1)
process.stdout.write(`
With port 465 silent; what is told, and when after the start:

${table(told.map(({ probe, line, ms }) => [probe, `${ms} ms`, line.slice(0, 90)]))}

silence told within 9000 ms: ${last && last.ms <= 9_000 ? 'reached' : 'MISSED'}
`)
