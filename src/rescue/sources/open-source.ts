import { lstatSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { say, verbatim } from '../../core/sentence.ts'
import { RescueRefused } from '../refused.ts'
import type { MailSource } from '../source.ts'
import { MailFolderSource } from './mail-folder.ts'
import { mailFileKind } from './mail-kind.ts'
import { OlmSource } from './olm/olm-source.ts'
import { PstSource } from './pst/pst-source.ts'

/** Opens what a person names: a folder of mail or a file. Throws `RescueRefused` where it is no mail known here. */
export function openMailSource(path: string): MailSource {
  const name = verbatim(path)
  let real: string
  try {
    real = realpathSync(resolve(path))
    const kind = lstatSync(real).isDirectory() ? 'folder' : mailFileKind(real)
    if (kind === 'pst') return new PstSource(real)
    if (kind === 'olm') return new OlmSource(real)
    if (kind === undefined || kind === 'msg')
      throw new RescueRefused(say('{name} is no mail that can be read here.', { name }))
  } catch (error) {
    if (error instanceof RescueRefused) throw error
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') throw new RescueRefused(say('{name} was not found.', { name }), { cause: error })
    throw new RescueRefused(
      say('{name} could not be read. On a Mac, Full Disk Access in the privacy settings allows it.', { name }),
      { cause: error },
    )
  }
  return new MailFolderSource(real)
}
