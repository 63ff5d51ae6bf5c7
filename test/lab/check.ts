import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './commands.ts'
import { user } from './dovecot.ts'
import { controls, mail, publicResolver } from './hosts.ts'
import { at } from './network.ts'

export interface ServerOfFile {
  protocol?: 'imap' | 'pop3'
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  username?: string
}

/** The account file of `check --account`. */
export interface AccountFile {
  email: string
  incoming: ServerOfFile
  outgoing: ServerOfFile
}

/** What `check --json` answers, as far as the lab looks at it. */
export interface Answer {
  exit: number | null
  status: string
  causes: { id: string; evidence: string[] }[]
  undecided: { id: string; missing: string[] }[]
  findings: { probe: string; state: string; line?: string; ms: number; fact?: unknown; why?: string }[]
  elapsedMs: number
}

/** Mail sent with STARTTLS and read with IMAP over TLS, as most providers advise. */
export const usual: AccountFile = {
  email: user.name,
  incoming: { protocol: 'imap', host: mail.host, port: 993, security: 'tls', username: user.name },
  outgoing: { host: mail.host, port: 587, security: 'starttls', username: user.name },
}

const root = join(import.meta.dirname, '../..')
/** The Node of the product, whatever this machine's own is. */
export const node = join(root, 'node_modules/.bin/node')

/** Runs the product in a terminal of the Mac, as a user would. */
export async function check(folder: string, authority: string, account: AccountFile, deep: boolean): Promise<Answer> {
  const file = (name: string) => join(folder, name)
  const database = file(`${randomUUID()}.sqlite`)
  await writeFile(file('account.json'), JSON.stringify(account))
  await writeFile(file('outside.json'), JSON.stringify(outside))
  const product = [node, join(root, 'src/cli/outbox-doctor.js'), 'check', '--json']
  const options = ['--account', file('account.json'), '--ca', authority, '--outside', file('outside.json')]
  const rest = ['--database', database, '--password-stdin', ...(deep ? ['--deep'] : [])]
  const ended = await run(at('mac', [...product, ...options, ...rest]), `${user.password}\n`)
  await rm(database, { force: true })
  if ((ended.stdout + ended.stderr).includes(user.password)) throw new Error('The password came out again.')
  if (!ended.stdout.startsWith('{')) throw new Error(`check ended with ${ended.status}: ${ended.stderr}`)
  return { exit: ended.status, ...JSON.parse(ended.stdout) }
}

/** Takes the lab for the outside world; the shape is that of `src/knowledge/outside.json`. */
const outside = {
  captiveChecks: controls.map(({ domain }) => ({ url: `http://www.${domain}/`, body: 'Success' })),
  controlHosts: controls.flatMap(({ vendor, domain }) => [
    { vendor, host: `smtp.${domain}`, ports: [25, 465, 587] },
    { vendor, host: `imap.${domain}`, ports: [143, 993] },
    { vendor, host: `pop.${domain}`, ports: [110, 995] },
    { vendor, host: `www.${domain}`, ports: [443] },
  ]),
  controlNames: controls.map(({ domain }) => `www.${domain}`),
  publicResolvers: [{ server: publicResolver.ipv4, name: 'Lab Public' }],
  dohResolvers: [],
  clocks: controls.map(({ domain }) => `https://www.${domain}/`),
  settingsDirectories: [],
  autodiscover: [],
  statusFeeds: [],
  blocklists: [],
}
