import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foreignName } from '../../src/core/sentence.ts'
import { type Cipher, cipheredSecrets } from '../../src/storage/ciphered-secrets.ts'
import { keychainSecrets, noSecretStore } from '../../src/storage/keychain.ts'
import { type RunProgram, runProgram } from '../../src/world/real/run.ts'
import { memorySecrets } from '../../src/world/simulated/secrets.ts'
import { ownFolder } from '../history/folder.ts'

/** As safeStorage behaves: a key that is not in the file, and a throw for what was not encrypted with it. */
function cipher(key = randomBytes(32), available = true, shouldReEncrypt = false): Cipher {
  return {
    isAsyncEncryptionAvailable: async () => available,
    async encryptStringAsync(text) {
      const nonce = randomBytes(12)
      const made = createCipheriv('aes-256-gcm', key, nonce)
      return Buffer.concat([nonce, made.update(text, 'utf8'), made.final(), made.getAuthTag()])
    },
    async decryptStringAsync(bytes) {
      const made = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      made.setAuthTag(bytes.subarray(-16))
      const result = made.update(bytes.subarray(12, -16)).toString('utf8') + made.final('utf8')
      return { result, shouldReEncrypt }
    },
  }
}

/** The `security` tool as far as we use it, with what it was told. */
function tool(behaviour: { loses?: boolean } = {}) {
  const items = new Map<string, string>()
  const arguments_: string[] = []
  const secure: RunProgram = async (path, args, { input }) => {
    arguments_.push(path, ...args)
    const place = (all: readonly string[]) => all[all.indexOf('-a') + 1] ?? ''
    const ended = (code: number, stdout = '') => ({ code, stdout, stderr: '' })
    if (args[0] === '-i') {
      const words = (input ?? '').trim().split(' ')
      if (!behaviour.loses) items.set(place(words), words[words.indexOf('-w') + 1] ?? '')
      return ended(0)
    }
    const found = items.get(place(args))
    if (found === undefined) return ended(44)
    if (args[0] === 'delete-generic-password') items.delete(place(args))
    return ended(0, args[0] === 'find-generic-password' ? `${found}\n` : '')
  }
  return { secure, arguments_ }
}

const secret = 'correct horse "battery" $(staple) ü'

describe.each([
  ['ciphered', () => cipheredSecrets(cipher(), join(ownFolder(), 'secrets'))],
  ['in the keychain', () => keychainSecrets(tool().secure)],
  ['in memory', () => memorySecrets({ read: async () => undefined })],
])('secrets %s', (_, make) => {
  test('are kept, read, replaced and forgotten', async () => {
    const keeper = make()
    expect(await keeper.ready()).toEqual({ ready: true })
    expect(await keeper.read('a')).toBeUndefined()
    expect(await keeper.forget('a')).toEqual({ done: false, why: 'missing' })
    expect(await keeper.keep('a', { secret, method: 'password' })).toEqual({ done: true })
    const first = await keeper.read('a')
    expect(first).toMatchObject({ secret, method: 'password' })
    expect(await keeper.read('b')).toBeUndefined()
    expect(await keeper.keep('a', { secret: 'another', method: 'oauth2' })).toEqual({ done: true })
    const second = await keeper.read('a')
    expect(second).toMatchObject({ secret: 'another', method: 'oauth2' })
    expect(second?.version).not.toBe(first?.version)
    expect(await keeper.forget('a')).toEqual({ done: true })
    expect(await keeper.read('a')).toBeUndefined()
  })

  test('are whatever a person types', async () => {
    const keeper = make()
    const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(typed, fc.string(), async (own, account) => {
        expect(await keeper.keep(account, { secret: own, method: 'password' })).toEqual({ done: true })
        expect(await keeper.read(account)).toMatchObject({ secret: own })
      }),
      { numRuns: 30 },
    )
  })
})

test('on the disk there is nothing in clear, and only its owner may read it', async () => {
  const folder = join(ownFolder(), 'secrets')
  const keeper = cipheredSecrets(cipher(), folder)
  await keeper.keep('anna@example.org', { secret, method: 'password' })
  const [file = ''] = readdirSync(folder)
  expect(readdirSync(folder)).toHaveLength(1)
  expect(file).not.toContain('anna')
  const bytes = readFileSync(join(folder, file))
  expect(bytes.includes('correct')).toBe(false)
  expect(bytes.includes(Buffer.from('correct').toString('base64url').slice(0, 8))).toBe(false)
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('another keychain, a damaged file and a folder that takes nothing are no passwords', async () => {
  const folder = join(ownFolder(), 'secrets')
  await cipheredSecrets(cipher(), folder).keep('a', { secret, method: 'password' })
  expect(await cipheredSecrets(cipher(), folder).read('a')).toBeUndefined()
  for (const file of readdirSync(folder)) writeFileSync(join(folder, file), 'x')
  expect(await cipheredSecrets(cipher(), folder).read('a')).toBeUndefined()
  const taken = ownFolder()
  writeFileSync(join(taken, 'file'), '')
  const answer = await cipheredSecrets(cipher(), join(taken, 'file', 'secrets')).keep('a', {
    secret,
    method: 'password',
  })
  expect(answer).toMatchObject({ done: false, why: 'failed' })
  expect(JSON.stringify(answer)).not.toContain('correct')
})

test('what was locked with an older key is locked anew when it is read', async () => {
  const folder = join(ownFolder(), 'secrets')
  const key = randomBytes(32)
  await cipheredSecrets(cipher(key), folder).keep('a', { secret, method: 'password' })
  const [file = ''] = readdirSync(folder)
  const before = readFileSync(join(folder, file))
  expect(await cipheredSecrets(cipher(key), folder).read('a')).toMatchObject({ secret })
  expect(readFileSync(join(folder, file)).equals(before)).toBe(true)
  expect(await cipheredSecrets(cipher(key, true, true), folder).read('a')).toMatchObject({ secret })
  expect(readFileSync(join(folder, file)).equals(before)).toBe(false)
  expect(await cipheredSecrets(cipher(key), folder).read('a')).toMatchObject({ secret })
})

test('without a keychain nothing is kept, and that is said', async () => {
  const folder = join(ownFolder(), 'secrets')
  const keeper = cipheredSecrets(cipher(undefined, false), folder)
  expect(await keeper.ready()).toMatchObject({ ready: false })
  expect(await keeper.keep('a', { secret, method: 'password' })).toMatchObject({ done: false, why: 'refused' })
  expect(() => readdirSync(folder)).toThrow()
  const none = noSecretStore(foreignName('No keychain here.'))
  expect(await none.keep('a', { secret, method: 'password' })).toMatchObject({
    done: false,
    detail: 'No keychain here.',
  })
  expect(await none.read('a')).toBeUndefined()
})

test('the keychain tool never has the secret among its arguments, nor the account', async () => {
  const { secure, arguments_ } = tool()
  const keeper = keychainSecrets(secure)
  await keeper.keep('anna@example.org', { secret, method: 'password' })
  await keeper.read('anna@example.org')
  await keeper.forget('anna@example.org')
  const all = arguments_.join(' ')
  expect(all).not.toMatch(/correct|anna/)
  expect(all).not.toContain(Buffer.from(JSON.stringify({ secret })).toString('base64url').slice(0, 20))
})

test('what the keychain does not give back was not kept; what is too long is not even tried', async () => {
  const { secure, arguments_ } = tool({ loses: true })
  expect(await keychainSecrets(secure).keep('a', { secret, method: 'password' })).toMatchObject({ why: 'failed' })
  arguments_.length = 0
  const long = await keychainSecrets(secure).keep('a', { secret: 'x'.repeat(4_000), method: 'oauth2' })
  expect(long).toMatchObject({ done: false, why: 'refused' })
  expect(arguments_).toEqual([])
})

test('a program is given what it is to read, and nothing else', async () => {
  const { signal } = new AbortController()
  expect(await runProgram('/bin/cat', [], { signal, input: 'one\ntwo' })).toMatchObject({ code: 0, stdout: 'one\ntwo' })
  expect(await runProgram('/bin/cat', [], { signal })).toMatchObject({ code: 0, stdout: '' })
  expect(await runProgram('/bin/true', [], { signal, input: 'x'.repeat(1_000_000) })).toMatchObject({ code: 0 })
})

test('a folder that is there already keeps its rights to others closed', async () => {
  const folder = join(ownFolder(), 'secrets')
  mkdirSync(folder, { mode: 0o755 })
  chmodSync(folder, 0o755)
  await cipheredSecrets(cipher(), folder).keep('a', { secret, method: 'password' })
  const [file = ''] = readdirSync(folder)
  expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
})
