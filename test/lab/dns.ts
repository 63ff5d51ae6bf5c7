import type { ChildProcess } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { heard, start, stop } from './commands.ts'
import { controls, far, mail, stranger } from './hosts.ts'
import type { LabNetwork } from './network.ts'

interface Host {
  name: string
  ipv4: string
  ipv6?: string
}

/** A real dnsmasq that knows the lab's names and nothing else. */
export interface Resolver {
  start(lies?: readonly Host[]): Promise<void>
  /** Hears questions and answers none, as a dead resolver does. */
  freeze(): void
  thaw(): void
  stop(): Promise<void>
}

const truth: readonly Host[] = [
  { ...mail, name: mail.host },
  { ipv4: far.ipv4, name: far.host },
  { ...stranger, name: 'host.stranger.test' },
  ...controls.flatMap((one) =>
    ['', 'smtp.', 'imap.', 'pop.', 'www.'].map((part) => ({ ...one, name: part + one.domain })),
  ),
]

export function resolverAt(
  network: LabNetwork,
  place: 'gateway' | 'outside',
  address: string,
  folder: string,
): Resolver {
  let child: ChildProcess | undefined
  return {
    async start(lies = []) {
      if (child) await stop(child)
      const lied = new Set(lies.map(({ name }) => name))
      const file = join(folder, `hosts-${place}`)
      await writeFile(file, [...truth.filter(({ name }) => !lied.has(name)), ...lies].map(lines).join(''))
      child = start(network.at(place, ['dnsmasq', ...options(address, file)]))
      await heard(child, 'started')
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async stop() {
      child?.kill('SIGCONT')
      if (child) await stop(child)
    },
  }
}

const lines = ({ name, ipv4, ipv6 }: Host) => `${ipv4} ${name}\n${ipv6 ? `${ipv6} ${name}\n` : ''}`

function options(address: string, hosts: string): string[] {
  return [
    '--keep-in-foreground',
    '--log-facility=-',
    '--conf-file=/dev/null',
    '--pid-file=',
    '--user=root',
    '--no-resolv',
    '--no-hosts',
    `--addn-hosts=${hosts}`,
    // Under `.test` an unknown name does not exist; about anything else this resolver has nobody to ask.
    '--local=/test/',
    '--bind-interfaces',
    '--except-interface=lo',
    `--listen-address=${address}`,
    `--mx-host=${mail.domain},${mail.host},10`,
  ]
}
