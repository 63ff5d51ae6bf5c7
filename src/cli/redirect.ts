import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '../core/sentence.ts'
import type { Terminal } from './terminal.ts'

const pageLifetimeMs = 60_000

/**
 * A page in a file that only its owner may read, which leads to this address. Every process of this computer sees what
 * a program was started with, so an address that lets somebody in must not stand there; where a file is, may be known.
 * It goes when it was used, and after a minute.
 */
export function redirectTo(
  address: string,
  reader: Pick<Terminal, 'inWords' | 'tag'>,
): { file: string; remove(): void } {
  // Made for its owner alone (0700).
  const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-open-'))
  const file = join(folder, 'open.html')
  const remove = () => {
    clearTimeout(timer)
    rmSync(folder, { recursive: true, force: true })
  }
  const timer = setTimeout(remove, pageLifetimeMs).unref()
  writeFileSync(file, pageTo(address, reader), { mode: 0o600, flag: 'wx' })
  return { file, remove }
}

/** An address of the local server has nothing in it that HTML would read in another way. */
function pageTo(address: string, { inWords, tag }: Pick<Terminal, 'inWords' | 'tag'>): string {
  return `<!doctype html>
<html lang="${tag.slice(0, 2)}">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${address}">
<title>Outbox Doctor</title>
<p><a href="${address}">${inWords(say('Open Outbox Doctor'))}</a></p>
</html>
`
}
