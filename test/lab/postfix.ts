import type { ChildProcess } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pair } from './certificates.ts'
import { must, start, stopGroup, until } from './commands.ts'
import { user } from './dovecot.ts'
import { mail } from './hosts.ts'
import type { LabNetwork } from './network.ts'
import { type Settings, written } from './settings.ts'

export interface PostfixChange {
  certificate?: Pair
  settings?: Settings
  /** Ports it does not listen on. */
  closed?: readonly number[]
  /** What it takes for its user is put into the mailbox of Dovecot; else it is thrown away. */
  delivers?: true
}

/** A real Postfix with configuration, queue and log in a folder of its own. */
export interface Postfix {
  /** The usual configuration with these changes; nothing happens where that is what it has. */
  configure(change?: PostfixChange): Promise<void>
  stop(): Promise<void>
}

const ports = [25, 465, 587]

export function postfixIn(folder: string, good: Pair, network: LabNetwork): Postfix {
  const config = join(folder, 'etc')
  let master: ChildProcess | undefined
  let running = ''
  let checked = false
  const end = async () => {
    if (master) await stopGroup(master)
    master = undefined
    running = ''
  }
  return {
    async configure(change = {}) {
      const main = mainFile(folder, change, good)
      const services = masterFile(change.closed ?? [])
      if (running === main + services) return
      await end()
      await makeFolders(folder)
      await writeFile(join(config, 'main.cf'), main)
      await writeFile(join(config, 'master.cf'), services)
      // Makes the folders of the queue as Postfix wants them, which takes a second: the first time only.
      if (!checked) await must(network.at('outside', ['postfix', '-c', config, 'check']))
      checked = true
      // A reload would leave processes of the old configuration at work for a while.
      master = start(network.at('outside', ['/usr/lib/postfix/sbin/master', '-d', '-c', config]), true)
      await listensOn(
        network,
        ports.filter((port) => !change.closed?.includes(port)),
      )
      running = main + services
    },
    stop: end,
  }
}

async function makeFolders(folder: string): Promise<void> {
  for (const name of ['etc', 'queue', 'data', 'log']) await mkdir(join(folder, name), { recursive: true })
  await must(['chown', 'postfix', join(folder, 'data')])
}

async function listensOn(network: LabNetwork, open: readonly number[]): Promise<void> {
  const sockets = (port: number) => [`${mail.ipv4}:${port}`, `[${mail.ipv6}]:${port}`]
  await until(`Postfix listens on ${open.join(', ')} only`, async () => {
    const now = await network.listening()
    return ports.every((port) => sockets(port).every((socket) => now.includes(socket) === open.includes(port)))
  })
}

function mainFile(folder: string, change: PostfixChange, good: Pair): string {
  const { key, chain } = change.certificate ?? good
  return written({
    compatibility_level: '3.6',
    queue_directory: `${folder}/queue`,
    data_directory: `${folder}/data`,
    maillog_file: `${folder}/log/postfix.log`,
    maillog_file_prefixes: folder,
    myhostname: mail.host,
    mydestination: mail.domain,
    mynetworks: '127.0.0.0/8',
    inet_interfaces: `${mail.ipv4}, [${mail.ipv6}]`,
    alias_maps: '',
    local_recipient_maps: '',
    mailbox_transport: 'discard',
    smtpd_peername_lookup: 'no',
    smtpd_tls_chain_files: `${key}, ${chain}`,
    smtpd_tls_security_level: 'may',
    smtpd_tls_auth_only: 'yes',
    submission_encryption: 'encrypt',
    smtpd_sasl_auth_enable: 'yes',
    smtpd_sasl_type: 'dovecot',
    smtpd_sasl_path: 'private/auth',
    smtpd_relay_restrictions: 'permit_sasl_authenticated, reject_unauth_destination',
    ...(change.delivers && {
      mydestination: '',
      virtual_mailbox_domains: mail.domain,
      virtual_mailbox_base: join(folder, '../dovecot/home'),
      virtual_mailbox_maps: `inline:{ {${user.name}=${user.name}/Maildir/} }`,
      virtual_uid_maps: 'static:65534',
      virtual_gid_maps: 'static:65534',
    }),
    ...change.settings,
  })
}

function masterFile(closed: readonly number[]): string {
  const listeners = [
    '25 inet n - n - - smtpd -o smtpd_sasl_auth_enable=no',
    '465 inet n - n - - smtpd -o smtpd_tls_wrappermode=yes',
    '587 inet n - n - - smtpd -o smtpd_tls_security_level=$submission_encryption',
  ]
  const open = listeners.filter((line) => !closed.some((port) => line.startsWith(`${port} `)))
  return `${[...open, ...inside].join('\n')}\n`
}

/** The daemons every Postfix needs behind its listeners. */
const inside = [
  'pickup unix n - n 60 1 pickup',
  'cleanup unix n - n - 0 cleanup',
  'qmgr unix n - n 300 1 qmgr',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'proxymap unix - - n - - proxymap',
  'discard unix - - n - - discard',
  'local unix - n n - - local',
  'virtual unix - n n - - virtual',
  'anvil unix - - n - 1 anvil',
  'postlog unix-dgram n - n - 1 postlogd',
]
