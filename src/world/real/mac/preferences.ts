import type { Files, ReadResult } from '../../../core/mac-powers.ts'
import { say } from '../../../core/sentence.ts'
import type { RunProgram } from '../run.ts'
import { asPrinted, dictionaryFile } from './info-plist.ts'
import { toolFailure, tools } from './tools.ts'

/** `defaults` has been seen to hang with New Outlook. */
const defaultsTimeoutMs = 4_000
const largest = 4_194_304

/** One value of an app's preferences, as text. Where the tool does not answer, the file itself is read. */
export async function readPreference(
  run: RunProgram,
  files: Files,
  domain: string,
  key: string,
  signal: AbortSignal,
): Promise<ReadResult<string>> {
  // Neither may be taken for an option, nor lead elsewhere.
  if (!/^(\/Library\/Managed Preferences\/)?\w[\w.-]*$/.test(domain) || !/^\w[\w .-]*$/.test(key)) {
    return { seen: false, why: 'failed', detail: say('no name of a preference') }
  }
  // An app in a sandbox keeps them in its container, and whoever asks for them there may make macOS ask its user.
  const own = await files.list(`~/Library/Containers/${domain}/Data/Library/Preferences`, signal)
  if (!own.seen && own.why === 'forbidden') return own
  const ran = await run(tools.defaults, ['read', domain, key], { signal, timeoutMs: defaultsTimeoutMs })
  signal.throwIfAborted()
  if ('failed' in ran) return (await fromFile(files, domain, key, signal)) ?? toolFailure(ran, 'defaults')
  return ran.code === 0 ? { seen: true, value: ran.stdout.trimEnd() } : { seen: false, why: 'missing' }
}

/** An app in a sandbox has its preferences in its container; a file outside may be a leftover. */
async function fromFile(files: Files, domain: string, key: string, signal: AbortSignal) {
  const places = [`~/Library/Containers/${domain}/Data/Library/Preferences`, '~/Library/Preferences']
  for (const place of places) {
    const file = await files.parse(`${place}/${domain}.plist`, largest, dictionaryFile, signal)
    const value = file.seen ? asPrinted(file.value?.[key]) : undefined
    if (value !== undefined) return { seen: true as const, value }
  }
  return undefined
}
