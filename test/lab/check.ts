import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Message } from '../../src/core/mail.ts'
import type { AccountFile } from './accounts.ts'
import { run } from './commands.ts'
import { user } from './dovecot.ts'
import type { LabNetwork } from './network.ts'
import { outside } from './outside.ts'

/** What `check --json` answers, as far as the lab looks at it. */
export interface Answer {
  exit: number | null
  status: string
  causes: { id: string; evidence: string[] }[]
  undecided: { id: string; missing: string[] }[]
  findings: { probe: string; state: string; line?: string; ms: number; fact?: unknown; why?: string }[]
  elapsedMs: number
}

const root = join(import.meta.dirname, '../..')
/** The Node of the product, whatever this machine's own is. */
export const node = join(root, 'node_modules/.bin/node')

export interface Question {
  account: AccountFile
  deep?: boolean
  /** Waiting messages; with some, every question is asked. */
  outbox?: readonly Message[]
}

/** Runs the product in a terminal of the Mac, as a user would. */
export async function check(
  network: LabNetwork,
  folder: string,
  authority: string,
  question: Question,
): Promise<Answer> {
  const { account, deep = false, outbox } = question
  const call = outbox
    ? [node, outboxProgram, authority, JSON.stringify(account), JSON.stringify(outbox)]
    : [...(await checkCall(folder, authority, account)), ...(deep ? ['--deep'] : [])]
  const { status, stdout, stderr } = await run(network.at('mac', call), `${user.password}\n`)
  if ((stdout + stderr).includes(user.password)) throw new Error('The password came out again.')
  if (!stdout.startsWith('{')) throw new Error(`check ended with ${status}: ${stderr}`)
  return { exit: status, ...JSON.parse(stdout) }
}

const outboxProgram = fileURLToPath(import.meta.resolve('./examine-outbox.ts'))

/** Runs the product's `round-trip` there and keeps what it remembers for the next one. */
export async function sendRoundTrip(
  network: LabNetwork,
  folder: string,
  authority: string,
  account: AccountFile,
): Promise<{ exit: number | null } & Record<string, unknown>> {
  const file = (name: string) => join(folder, name)
  await mkdir(file('history'), { recursive: true })
  await writeFile(file('account.json'), JSON.stringify(account))
  const product = [node, join(root, 'src/cli/outbox-doctor.js'), 'round-trip', '--json', '--password-stdin']
  const who = ['--account', file('account.json'), '--ca', authority, '--database', file('history/lab.sqlite')]
  const { status, stdout, stderr } = await run(network.at('mac', [...product, ...who]), `${user.password}\n`)
  if ((stdout + stderr).includes(user.password)) throw new Error('The password came out again.')
  if (!stdout.startsWith('{')) throw new Error(`round-trip ended with ${status}: ${stderr}`)
  return { exit: status, ...JSON.parse(stdout) }
}

/** The argument list of a `check` that remembers nothing from the one before. */
export async function checkCall(folder: string, authority: string, account: AccountFile): Promise<string[]> {
  const file = (name: string) => join(folder, name)
  await rm(file('history'), { recursive: true, force: true })
  await mkdir(file('history'))
  await writeFile(file('account.json'), JSON.stringify(account))
  await writeFile(file('outside.json'), JSON.stringify(outside))
  const product = [node, join(root, 'src/cli/outbox-doctor.js'), 'check', '--json', '--password-stdin']
  const who = ['--account', file('account.json'), '--ca', authority, '--outside', file('outside.json')]
  return [...product, ...who, '--database', file('history/lab.sqlite')]
}
