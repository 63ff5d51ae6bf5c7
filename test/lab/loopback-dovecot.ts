import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must, start, stopGroup, until } from './commands.ts'
import { type Settings, written } from './settings.ts'

export const loopbackUser = { username: 'anna@example.test', secret: 'correct horse 7', method: 'password' } as const

export interface LoopbackDovecot {
  port: number
  /** What Dovecot's own tool says of a folder: `messages`, `unseen`, `recent`, `uidnext`, `highestmodseq` and others. */
  status(folder: string): Promise<Record<string, string>>
  /** Puts messages into a folder, which it makes where it is missing; those of `seen` are read. */
  fill(folder: string, count: number, seen?: boolean): Promise<void>
  /** Any command of Dovecot's own tool, about the one user. */
  doveadm(verb: readonly string[], ...args: readonly string[]): Promise<string>
  stop(): Promise<void>
}

/** A real Dovecot for IMAP in clear on 127.0.0.1 alone, with one user; no namespace of the system is needed. */
export async function loopbackDovecot(settings: Settings = {}, prefix = ''): Promise<LoopbackDovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'outbox-doctor-dovecot-'))
  const port = await freePort()
  const home = join(folder, 'home')
  const { username, secret } = loopbackUser
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(home, 'Maildir', part), { recursive: true })
  await writeFile(join(folder, 'users'), `${username}:{PLAIN}${secret}:65534:65534::${home}::\n`)
  const config = join(folder, 'dovecot.conf')
  await writeFile(config, configuration(folder, port, settings, prefix))
  await must(['chown', '-R', '65534:65534', home])
  await must(['chmod', '755', folder])
  const child = start(['dovecot', '-F', '-c', config], true)
  const doveadm = (verb: readonly string[], ...args: readonly string[]) =>
    must(['doveadm', '-c', config, ...verb, '-u', username, ...args])
  await until('Dovecot listens', async () => (await must(['ss', '-ltn'])).includes(`127.0.0.1:${port} `))
  let filled = 0
  return {
    port,
    async status(mailbox) {
      const fields = 'messages unseen recent uidnext uidvalidity highestmodseq'
      const said = await doveadm(['mailbox', 'status'], fields, mailbox)
      return Object.fromEntries([...said.matchAll(/(\w+)=(\d+)/g)].map(([, name = '', value = '']) => [name, value]))
    },
    async fill(mailbox, count, seen = false) {
      const sub = mailbox === 'INBOX' ? '' : `.${mailbox}`
      const place = join(home, 'Maildir', sub)
      for (const part of ['cur', 'new', 'tmp']) await mkdir(join(place, part), { recursive: true })
      const texts = Array.from({ length: count }, (_, n) => {
        filled += 1
        const name = `${1_700_000_000 + n}.M${filled}.lab`
        const path = seen ? join(place, 'cur', `${name}:2,S`) : join(place, 'new', name)
        return writeFile(path, `Message-ID: <${filled}@lab.example>\r\nSubject: ${filled}\r\n\r\nx\r\n`)
      })
      await Promise.all(texts)
      await must(['chown', '-R', '65534:65534', home])
    },
    doveadm,
    async stop() {
      await stopGroup(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** In this version of Dovecot every `{` must end its line. */
function configuration(folder: string, port: number, settings: Settings, prefix: string): string {
  const top = written({
    protocols: 'imap',
    listen: '127.0.0.1',
    base_dir: `${folder}/run`,
    state_dir: `${folder}/state`,
    log_path: `${folder}/dovecot.log`,
    ssl: 'no',
    disable_plaintext_auth: 'no',
    auth_mechanisms: 'plain login',
    mail_location: 'maildir:~/Maildir',
    first_valid_uid: '65534',
    last_valid_uid: '65534',
    default_vsz_limit: '1G',
    ...settings,
  })
  return `${top}
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
namespace {
  inbox = yes
  separator = .
  prefix = ${prefix}
  mailbox Sent {
    special_use = \\Sent
  }
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`
}
