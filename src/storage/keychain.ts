import type { ActionResult } from '../core/hands.ts'
import type { SecretKeeper } from '../core/secrets.ts'
import { type Sentence, say } from '../core/sentence.ts'
import { type RunProgram, runProgram } from '../world/real/run.ts'
import { isMac } from '../world/real/this-machine.ts'
import { secretFromText, secretNameOf, secretText } from './kept-secret.ts'

const tool = '/usr/bin/security'
const service = 'outbox-doctor'
/** The interactive mode reads a command line of 4096 bytes and would cut a longer one. */
const longest = 3_500
/** Exit status of "could not be found in the keychain". */
const notThere = 44
/** A locked keychain asks the person first. */
const timeoutMs = 60_000

/**
 * The login keychain by the system's own tool, for a terminal. The secret goes in by the tool's interactive mode, on
 * standard input, since everybody may read arguments; and comes out on standard output. It counts as kept only when
 * it was read back.
 */
export function keychainSecrets(run: RunProgram): SecretKeeper {
  const signal = () => AbortSignal.timeout(timeoutMs)
  const read = async (accountId: string) => {
    const args = ['find-generic-password', '-a', secretNameOf(accountId), '-s', service, '-w']
    const ran = await run(tool, args, { signal: signal(), timeoutMs })
    return 'code' in ran && ran.code === 0 ? secretFromText(ran.stdout) : undefined
  }
  const forget = async (accountId: string): Promise<ActionResult> => {
    const args = ['delete-generic-password', '-a', secretNameOf(accountId), '-s', service]
    const ran = await run(tool, args, { signal: signal(), timeoutMs })
    if ('code' in ran && ran.code === 0) return { done: true }
    return { done: false, why: 'code' in ran && ran.code === notThere ? 'missing' : 'failed' }
  }
  return {
    read,
    forget,
    ready: async () => ({ ready: true }),
    async keep(accountId, login) {
      // No word in it needs quoting: hexadecimal digits and base64url alone.
      const line = `add-generic-password -U -a ${secretNameOf(accountId)} -s ${service} -w ${secretText(login)}\n`
      if (line.length > longest)
        return { done: false, why: 'refused', detail: say('It is too long to be kept from a terminal.') }
      await run(tool, ['-i'], { signal: signal(), timeoutMs, input: line })
      if ((await read(accountId))?.secret === login.secret) return { done: true }
      await forget(accountId)
      return { done: false, why: 'failed', detail: say('The keychain did not give it back, so it was not kept.') }
    },
  }
}

/** More passwords than anybody keeps: then something else is wrong. */
const maxItems = 500

/** Takes every item of a service out of the login keychain, whoever's it is; false where one stayed. */
export async function forgetService(run: RunProgram, name: string): Promise<boolean> {
  for (let n = 0; n < maxItems; n += 1) {
    const args = ['delete-generic-password', '-s', name]
    const ran = await run(tool, args, { signal: AbortSignal.timeout(timeoutMs), timeoutMs })
    if ('code' in ran && ran.code === notThere) return true
    if (!('code' in ran) || ran.code !== 0) return false
  }
  return false
}

/** Where there is no keychain, nothing is kept. */
export function noSecretStore(why: Sentence): SecretKeeper {
  const refused = { done: false, why: 'refused', detail: why } as const
  return {
    read: async () => undefined,
    ready: async () => ({ ready: false, why }),
    keep: async () => refused,
    forget: async () => ({ done: false, why: 'missing' }),
  }
}

/** Where a terminal keeps passwords: in the keychain of a Mac, and nowhere else. */
export function usualSecrets(): SecretKeeper {
  return isMac()
    ? keychainSecrets(runProgram)
    : noSecretStore(say('This computer is not a Mac, so there is no keychain, and a password is kept nowhere else.'))
}
