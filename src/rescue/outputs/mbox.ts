import { createHash } from 'node:crypto'
import type { Instant } from '../../core/time.ts'
import { quotedForMbox, withLf } from '../message/lines.ts'
import type { MarkedFlags } from '../source.ts'
import { FolderFilesOutput } from './folder-files-output.ts'
import type { ItemToWrite, MessageSink, OutputOptions, RescueOutput } from './output.ts'

const lf = 0x0a

/**
 * A file for each folder, `MBOX/Inbox.mbox` (RFC 4155), quoted as "mboxrd", which loses nothing. `splitBytes`: a
 * file that would become larger is followed by `Inbox 2.mbox`; one message alone may be larger.
 */
export class MboxOutput extends FolderFilesOutput implements RescueOutput {
  constructor({ target, splitBytes }: OutputOptions) {
    super(target, { top: 'MBOX', ending: '.mbox', splitBytes })
  }

  /** An mbox without a letter is an empty file. */
  addFolder(folder: string): void {
    this.files.forFolder(folder).begin()
  }

  begin(item: ItemToWrite): MessageSink {
    const file = this.files.forFolder(item.folder)
    const start = file.end
    const hash = createHash('sha256')
    let [bytes, last] = [0, lf]
    const add = (text: Buffer) => {
      hash.update(text)
      bytes += text.length
      last = text.at(-1) ?? last
      file.append(quotedForMbox(text))
    }
    file.append(Buffer.from(`From ${senderOf(item.head.from)} ${asctimeOf(item.at)}\n`))
    const status = statusLines(item)
    if (status !== '') add(Buffer.from(status))
    return {
      write: (lines) => add(withLf(lines)),
      end: () => {
        if (last !== lf) add(Buffer.from('\n'))
        file.append(Buffer.from('\n'))
        const written = this.files.endItem(file, start)
        return { ...written, bytes, sha256: hash.digest('hex') }
      },
      abandon: () => file.cutTo(start),
    }
  }
}

/** RFC 4155: the sender's address, without spaces. */
function senderOf(from: string): string {
  return /[^\s<>"(),;:]{1,200}@[^\s<>"(),;:]{1,200}/.exec(from)?.[0].replace(/[^!-~]/g, '_') ?? 'MAILER-DAEMON'
}

/** `Fri Jul  8 12:08:34 2011`, in UTC; without a date the one that means none. */
function asctimeOf(at: Instant = 0): string {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(at).toUTCString().replace(',', '').split(' ')
  return `${day} ${month} ${String(Number(date)).padStart(2)} ${time} ${year}`
}

/** What the store knows of a message and the message does not say of itself. */
function statusLines({ flags, head }: ItemToWrite): string {
  if (!flags || head.status !== '') return ''
  const { read, answered, flagged, draft, deleted } = flags as MarkedFlags
  const more = [answered && 'A', flagged && 'F', draft && 'T', deleted && 'D'].filter(Boolean).join('')
  return `Status: ${read ? 'RO' : 'O'}\n${more === '' ? '' : `X-Status: ${more}\n`}`
}
