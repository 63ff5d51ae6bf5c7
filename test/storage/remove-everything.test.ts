import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { cipheredSecrets } from '../../src/storage/ciphered-secrets.ts'
import { keychainSecrets } from '../../src/storage/keychain.ts'
import { removeEverything } from '../../src/storage/remove-everything.ts'
import type { RunProgram } from '../../src/world/real/run.ts'
import { ownFolder } from '../history/folder.ts'

/** A login keychain with items of several programs, asked as the `security` tool is. */
function keychain(refuses = false) {
  const items: { service: string; account: string; password: string }[] = [
    { service: 'Outbox Doctor Safe Storage', account: 'Outbox Doctor', password: 'key' },
    { service: 'com.example.other', account: 'anna', password: 'not ours' },
  ]
  const run: RunProgram = async (_tool, args, { input = '' }) => {
    const words = args[0] === '-i' ? input.trim().split(' ') : args
    const after = (flag: string) => (words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined)
    const [service, account] = [after('-s') ?? '', after('-a')]
    const at = items.findIndex((one) => one.service === service && (account === undefined || one.account === account))
    const ended = (code: number, stdout = '') => ({ code, stdout, stderr: '' })
    if (words[0] === 'add-generic-password') {
      items.push({ service, account: account ?? '', password: after('-w') ?? '' })
      return ended(0)
    }
    if (at < 0) return ended(44)
    if (words[0] === 'find-generic-password') return ended(0, items[at]?.password)
    if (refuses) return ended(128)
    items.splice(at, 1)
    return ended(0)
  }
  return { items, run }
}

const plain = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from(text),
  decryptStringAsync: async (bytes: Buffer) => ({ result: bytes.toString(), shouldReEncrypt: false }),
}

/** A Mac on which the app, the terminal, and the app from its sources were all used. */
async function used(refuses = false) {
  const library = join(ownFolder(), 'Library')
  const data = join(library, 'Application Support/Outbox Doctor')
  const write = (path: string) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
  }
  const ours = ['history.sqlite', 'history.sqlite-wal', 'history.sqlite.broken-1', 'settings.json', 'icon-was-hidden']
  for (const path of [...ours, 'browser/Cookies', 'Crashpad/settings.dat', 'temporary/1/copy', 'log/app.log'])
    write(join(data, path))
  const theirs = ['moved-aside/mail.emlx', 'settings.txt', 'my secrets/a']
  for (const path of theirs) write(join(data, path))
  const old = ['Application Support/outbox-doctor/Cookies', 'Preferences/app.outbox-doctor.plist']
  for (const path of [...old, 'Caches/app.outbox-doctor/x', 'HTTPStorages/app.outbox-doctor/y', 'Mail/V10/z'])
    write(join(library, path))
  const { items, run } = keychain(refuses)
  const login = { secret: 'a password', method: 'password' } as const
  for (const account of ['a', 'b', 'gone']) {
    expect(await keychainSecrets(run).keep(account, login)).toEqual({ done: true })
    expect(await cipheredSecrets(plain, join(data, 'secrets')).keep(account, login)).toEqual({ done: true })
  }
  return { data, library, items, mac: { library, run } }
}

test('whoever removes everything removes what every surface made, and nothing else', async () => {
  const { data, library, items, mac } = await used()
  await removeEverything({ data, mac })
  expect(readdirSync(data).sort()).toEqual(['moved-aside', 'my secrets', 'settings.txt'])
  expect(items.map(({ service }) => service)).toEqual(['com.example.other'])
  const left = ['Application Support', 'Caches', 'HTTPStorages', 'Mail', 'Preferences']
  expect(left.map((folder) => readdirSync(join(library, folder)))).toEqual([['Outbox Doctor'], [], [], ['V10'], []])
  // Once more there is nothing to do.
  await removeEverything({ data, mac })
})

test('what cannot be removed keeps nothing else from it, and is not kept quiet', async () => {
  const { data, items, mac } = await used(true)
  await expect(removeEverything({ data, mac })).rejects.toThrow('Not everything could be removed.')
  expect(existsSync(join(data, 'history.sqlite'))).toBe(false)
  expect(items).toHaveLength(5)
})

test('no data folder is nothing to remove; one that cannot be read is not', async () => {
  const folder = ownFolder()
  await removeEverything({ data: join(folder, 'absent') })
  writeFileSync(join(folder, 'file'), '')
  chmodSync(join(folder, 'file'), 0o600)
  await expect(removeEverything({ data: join(folder, 'file') })).rejects.toThrow()
})
