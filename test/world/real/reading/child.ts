/** Reads a store and is killed, or has a thread that hangs. Arguments: when, the path, the folder for copies. */
import { openSync } from 'node:fs'
import { render } from '../../../../src/core/render.ts'
import { foreignName } from '../../../../src/core/sentence.ts'
import { copyStore } from '../../../../src/world/real/mac/store-copy.ts'
import { openForReading } from '../../../../src/world/real/mac/store-opening.ts'
import { parseInThread } from '../../../../src/world/real/reading/open-store.ts'
import { ReadingThread } from '../../../../src/world/real/reading/thread.ts'

const [when = '', path = '', copies = ''] = process.argv.slice(2)

/** Nobody is at the other end of the pipe, so that this never comes back. */
export function hang(bytes: Uint8Array): number {
  return openSync(Buffer.from(bytes).toString(), 'r')
}

export const lengthOf = (bytes: Uint8Array): number => bytes.length

if (when === 'read and end') {
  const how = { module: import.meta.url, parse: lengthOf }
  const parsed = await parseInThread(new ReadingThread(), Buffer.from(path), how, new AbortController().signal)
  process.stdout.write(parsed.seen ? String(parsed.value) : render(parsed.detail ?? foreignName('')))
} else if (when === 'hang') {
  const thread = new ReadingThread({ patienceMs: 1_500 })
  const how = { module: import.meta.url, parse: hang }
  const parsed = await parseInThread(thread, Buffer.from(path), how, new AbortController().signal)
  process.stdout.write(parsed.seen ? 'read' : render(parsed.detail ?? foreignName('')), () => process.exit(0))
} else if (when !== '') {
  if (when === 'copied') copyStore(path, copies)
  else {
    const { database } = openForReading(path, copies)
    if (when === 'read') database.prepare('SELECT name FROM messages').all()
  }
  process.stdout.write(when, () => process.kill(process.pid, 'SIGKILL'))
}
