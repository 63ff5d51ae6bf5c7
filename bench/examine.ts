/**
 * How long an examination takes beside other tools, on real servers in the lab of `test/lab`. As root:
 * `node_modules/.bin/node bench/examine.ts`
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node } from '../test/lab/check.ts'
import { heard, start } from '../test/lab/commands.ts'
import { far, mail, mailPorts } from '../test/lab/hosts.ts'
import { buildLab } from '../test/lab/lab.ts'
import { blackbox } from './peers.ts'

const program = (name: string) => fileURLToPath(import.meta.resolve(name))
const folder = await mkdtemp(join(tmpdir(), 'outbox-doctor-bench-'))
const lab = await buildLab()
const { at, block } = lab.network
try {
  const { trusted } = lab.certificates
  const relay = ['100', ...mailPorts.map(String)]
  await heard(start(at('outside', [node, program('./relay.ts'), far.ipv4, mail.ipv4, ...relay])), 'ready')
  await heard(start(at('mac', await blackbox(join(folder, 'blackbox.yml'), trusted))), 'Listening on')
  await play('./measure.ts', [trusted, folder])
  await block(`ip daddr ${far.ipv4} tcp dport 465 drop`)
  await play('./silence.ts', [trusted])
} finally {
  await lab.remove()
  await rm(folder, { recursive: true, force: true })
}

async function play(name: string, argv: readonly string[]): Promise<void> {
  const [first = '', ...rest] = at('mac', [node, program(name), ...argv])
  const [status] = await once(spawn(first, rest, { stdio: 'inherit' }), 'exit')
  if (status !== 0) process.exitCode = 1
}
