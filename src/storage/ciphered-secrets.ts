import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ActionResult } from '../core/hands.ts'
import type { Log } from '../core/log.ts'
import type { SecretKeeper } from '../core/secrets.ts'
import { say } from '../core/sentence.ts'
import { secretFromText, secretNameOf, secretText } from './kept-secret.ts'

/**
 * What Electron's safeStorage does: encrypts with a key that lies in the login keychain, which may ask the person first:
 * so by its asynchronous calls alone. Nothing before `ready`.
 */
export interface Cipher {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(text: string): Promise<Uint8Array>
  /** `shouldReEncrypt`: the key is another one by now. */
  decryptStringAsync(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>
}

const none = say('macOS does not let this app use its keychain, so no password is kept.')

/** Passwords as ciphertext, each in a file of its own that only this user may read. */
export function cipheredSecrets(cipher: Cipher, folder: string, log?: Pick<Log, 'warn'>): SecretKeeper {
  const fileOf = (accountId: string) => join(folder, `${secretNameOf(accountId)}.secret`)
  const isAvailable = () => cipher.isAsyncEncryptionAvailable().catch(() => false)
  const read = async (accountId: string) => {
    try {
      const { result, shouldReEncrypt } = await cipher.decryptStringAsync(await readFile(fileOf(accountId)))
      if (shouldReEncrypt) await renew(fileOf(accountId), result)
      return secretFromText(result)
    } catch (error) {
      // Not there, or of another keychain: to be asked for again.
      if (!isMissing(error)) log?.warn('password-failed', { error })
      return undefined
    }
  }
  /** With the new key. Where that fails, the old one still opens it. */
  const renew = async (path: string, text: string) => {
    try {
      await replaced(folder, path, await cipher.encryptStringAsync(text))
    } catch (error) {
      // Tried again when it is read next.
      log?.warn('password-failed', { error })
    }
  }
  return {
    read,
    ready: async () => ((await isAvailable()) ? { ready: true } : { ready: false, why: none }),
    async keep(accountId, login): Promise<ActionResult> {
      if (!(await isAvailable())) return { done: false, why: 'refused', detail: none }
      try {
        await replaced(folder, fileOf(accountId), await cipher.encryptStringAsync(secretText(login)))
      } catch (error) {
        log?.warn('password-failed', { error })
        return { done: false, why: 'failed', detail: say('The password could not be kept.') }
      }
      const kept = await read(accountId)
      if (kept?.secret === login.secret) return { done: true }
      await rm(fileOf(accountId), { force: true })
      return { done: false, why: 'failed', detail: say('The password could not be read back, so it was not kept.') }
    },
    async forget(accountId): Promise<ActionResult> {
      try {
        await rm(fileOf(accountId))
        return { done: true }
      } catch (error) {
        if (isMissing(error)) return { done: false, why: 'missing' }
        log?.warn('password-failed', { error })
        return { done: false, why: 'failed' }
      }
    },
  }
}

/** Whole or not at all: a new file, on the disk before it takes the old one's place. */
async function replaced(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const next = `${path}.new`
  await rm(next, { force: true })
  const file = await open(next, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(next, path)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
