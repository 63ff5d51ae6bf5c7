import type { ChildProcess } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pair } from './certificates.ts'
import { must, start, stopGroup, until } from './commands.ts'
import { mail } from './hosts.ts'
import type { LabNetwork } from './network.ts'
import { type Settings, written } from './settings.ts'

type Service = 'imap' | 'pop3' | 'smtp'

export interface DovecotChange {
  certificate?: Pair
  settings?: Settings
  /** Services for which the user's password is another one than the Mac has. */
  otherPassword?: readonly Service[]
}

/** A real Dovecot with configuration and mail in a folder of its own; it also judges passwords for Postfix. */
export interface Dovecot {
  configure(change?: DovecotChange): Promise<void>
  /** What lies in a folder of the user, whole. */
  texts(mailbox: string): Promise<readonly string[]>
  stop(): Promise<void>
}

export const user = { name: `anna@${mail.domain}`, password: 'correct horse 7' }

/** A user whose mailbox holds as much as it may. */
export const fullUser = { name: `full@${mail.domain}`, password: user.password }

const places = [110, 143, 993, 995].flatMap((port) => [`${mail.ipv4}:${port}`, `[${mail.ipv6}]:${port}`])

export function dovecotIn(folder: string, postfix: string, good: Pair, network: LabNetwork): Dovecot {
  let child: ChildProcess | undefined
  let running = ''
  const end = async () => {
    // Asked politely, it takes a second or five.
    if (child) await stopGroup(child)
    child = undefined
    running = ''
  }
  return {
    async configure(change = {}) {
      const wanted = configuration(folder, postfix, change, good)
      const version = JSON.stringify([wanted, change.otherPassword])
      if (running === version) return
      await end()
      // Its parts let go of their ports a moment after they were ended; whoever finds one taken does not begin.
      await until('nobody listens in the place of Dovecot', async () => (await listening(network)).length === 0)
      await makeMailboxes(folder)
      for (const service of ['imap', 'pop3', 'smtp'] as const)
        await writeFile(
          join(folder, `users-${service}`),
          users(folder, change.otherPassword?.includes(service) ?? false),
        )
      await writeFile(join(folder, 'dovecot.conf'), wanted)
      child = start(network.at('outside', ['dovecot', '-F', '-c', join(folder, 'dovecot.conf')]), true)
      await listens(network)
      running = version
    },
    async texts(mailbox) {
      const inbox = join(folder, 'home', user.name, 'Maildir')
      const place = mailbox === 'INBOX' ? inbox : join(inbox, `.${mailbox}`)
      const parts = await Promise.all(
        ['cur', 'new'].map(async (part) => {
          const names = await readdir(join(place, part)).catch(() => [])
          return Promise.all(names.map((name) => readFile(join(place, part, name), 'utf8')))
        }),
      )
      return parts.flat()
    },
    stop: end,
  }
}

function users(folder: string, changed: boolean): string {
  const line = ({ name, password }: typeof user, room: string) => {
    const home = join(folder, 'home', name)
    return `${name}:{PLAIN}${changed ? 'another one' : password}:65534:65534::${home}::userdb_quota_rule=*:bytes=${room}\n`
  }
  return line(user, '1000000') + line(fullUser, '20000')
}

async function makeMailboxes(folder: string): Promise<void> {
  await rm(join(folder, 'home'), { recursive: true, force: true })
  for (const [{ name }, bytes] of [
    [user, 1_000],
    [fullUser, 19_800],
  ] as const) {
    const inbox = join(folder, 'home', name, 'Maildir')
    for (const part of ['cur', 'new', 'tmp']) await mkdir(join(inbox, part), { recursive: true })
    await writeFile(join(inbox, 'new', '1.lab'), `Subject: lab\r\n\r\n${'x'.repeat(bytes)}\r\n`)
  }
  await must(['chown', '-R', '65534:65534', join(folder, 'home')])
}

async function listens(network: LabNetwork): Promise<void> {
  await until('Dovecot listens', async () => (await listening(network)).length === places.length)
}

/** Of the places of Dovecot, those at which somebody listens. */
async function listening(network: LabNetwork): Promise<readonly string[]> {
  const now = await network.listening()
  return places.filter((place) => now.includes(place))
}

/** In this version of Dovecot every `{` must end its line. */
function configuration(folder: string, postfix: string, change: DovecotChange, good: Pair): string {
  const { key, chain } = change.certificate ?? good
  const settings = written({
    protocols: 'imap pop3',
    listen: `${mail.ipv4}, ${mail.ipv6}`,
    base_dir: `${folder}/run`,
    state_dir: `${folder}/state`,
    log_path: `${folder}/dovecot.log`,
    ssl: 'yes',
    ssl_cert: `<${chain}`,
    ssl_key: `<${key}`,
    disable_plaintext_auth: 'yes',
    auth_mechanisms: 'plain login',
    // No pause after a wrong password: the lab has many and no attacker.
    auth_failure_delay: '0',
    mail_location: 'maildir:~/Maildir',
    mail_plugins: 'quota',
    first_valid_uid: '65534',
    last_valid_uid: '65534',
    default_vsz_limit: '1G',
    ...change.settings,
  })
  return `${settings}
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users-%s
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users-imap
}
plugin {
  quota = count:User quota
  quota_vsizes = yes
}
protocol imap {
  mail_plugins = quota imap_quota
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
  mailbox Junk {
    special_use = \\Junk
    auto = create
  }
  mailbox Trash {
    special_use = \\Trash
    auto = create
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service auth {
  unix_listener ${postfix}/queue/private/auth {
    mode = 0666
  }
}
`
}
