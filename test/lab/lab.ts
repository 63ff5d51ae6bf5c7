import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AccountFile } from './accounts.ts'
import { type Certificates, makeCertificates } from './certificates.ts'
import { type Answer, check, node, type Question, sendRoundTrip } from './check.ts'
import { heard, start } from './commands.ts'
import { type Resolver, resolverAt } from './dns.ts'
import { type Dovecot, dovecotIn } from './dovecot.ts'
import { gateway, publicResolver } from './hosts.ts'
import { type LabNetwork, makeNetwork, removeNetwork } from './network.ts'
import { type Postfix, postfixIn } from './postfix.ts'

/** A network with a Mac, a gateway and an outside, and everything that runs in it. */
export interface Lab {
  readonly network: LabNetwork
  readonly certificates: Certificates
  readonly postfix: Postfix
  readonly dovecot: Dovecot
  /** The one the Mac is set to ask. */
  readonly resolver: Resolver
  /** Something on the Mac that keeps running until the lab is healed: speaks `input`, and is ready once it heard `sign`. */
  occupy(argv: readonly string[], input: string, sign: string): Promise<void>
  check(question: Question): Promise<Answer>
  roundTrip(account: AccountFile): ReturnType<typeof sendRoundTrip>
  /** Undoes whatever is broken. */
  heal(): Promise<void>
  remove(): Promise<void>
}

export async function buildLab(): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), 'outbox-doctor-lab-'))
  // Postfix and Dovecot work as users of their own.
  await chmod(folder, 0o755)
  for (const name of ['postfix', 'dovecot', 'certificates']) await mkdir(join(folder, name))
  const network = await makeNetwork()
  const { at } = network
  const watchdog = post(network.owner, folder)
  const certificates = await makeCertificates(join(folder, 'certificates'))
  const postfix = postfixIn(join(folder, 'postfix'), certificates.good, network)
  const dovecot = dovecotIn(join(folder, 'dovecot'), join(folder, 'postfix'), certificates.good, network)
  const resolver = resolverAt(network, 'gateway', gateway.ipv4, folder)
  const publicly = resolverAt(network, 'outside', publicResolver.ipv4, folder)
  const program = fileURLToPath(import.meta.resolve('./elsewhere.ts'))
  const { key, chain } = certificates.elsewhere
  const elsewhere = start(at('outside', [node, program, key, chain]))
  const occupants: ChildProcess[] = []
  const lab: Lab = {
    network,
    certificates,
    postfix,
    dovecot,
    resolver,
    async occupy(argv, input, sign) {
      const child = start(at('mac', argv))
      occupants.push(child)
      child.stdin?.write(input)
      await heard(child, sign)
    },
    check: (question) => check(network, folder, certificates.trusted, question),
    roundTrip: (account) => sendRoundTrip(network, folder, certificates.trusted, account),
    async heal() {
      for (const child of occupants.splice(0)) child.kill('SIGKILL')
      resolver.thaw()
      await Promise.all([network.mend(), resolver.start(), postfix.configure()])
      await dovecot.configure()
    },
    async remove() {
      await removeNetwork(network.owner)
      await rm(folder, { recursive: true, force: true })
      watchdog.stdin?.end()
    },
  }
  await Promise.all([heard(elsewhere, 'ready'), publicly.start()])
  await lab.heal()
  return lab
}

/** Somebody who clears up after us even where we are killed. */
function post(owner: string, folder: string): ChildProcess {
  const argv = [fileURLToPath(import.meta.resolve('./watchdog.ts')), owner, folder]
  const watchdog = spawn(node, argv, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watchdog.unref()
  return watchdog
}
