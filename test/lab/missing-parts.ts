import { access } from 'node:fs/promises'
import { join } from 'node:path'

const programs = ['ip', 'ss', 'sysctl', 'nft', 'dnsmasq', 'openssl', 'postfix', 'dovecot', 'chown']
const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin']

/** What the lab needs and this machine does not have, each in a few words. */
export async function missingParts(): Promise<string[]> {
  if (process.platform !== 'linux') return ['Linux']
  const absent = await Promise.all(programs.map(async (name) => ((await installed(name)) ? [] : [name])))
  return [...(process.getuid?.() === 0 ? [] : ['root']), ...absent.flat()]
}

async function installed(program: string): Promise<boolean> {
  const found = await Promise.allSettled(folders.map((folder) => access(join(folder, program))))
  return found.some(({ status }) => status === 'fulfilled')
}
