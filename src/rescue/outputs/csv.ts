import { createHash } from 'node:crypto'
import { stringify } from 'csv-stringify/sync'
import { say } from '../../core/sentence.ts'
import { readMessage } from '../pages/read-message.ts'
import { tidied, visibleText } from '../pages/visible-text.ts'
import { withoutFormula } from '../without-formula.ts'
import { FolderFilesOutput } from './folder-files-output.ts'
import type { ItemToWrite, MessageSink, OutputOptions, RescueOutput } from './output.ts'

/** What is taken apart as a whole. */
const maxMessageBytes = 64 * 1024 * 1024

export const csvColumns = ['date', 'from', 'to', 'cc', 'bcc', 'subject', 'text', 'attachments', 'message_id'] as const
type CsvCells = Readonly<Record<(typeof csvColumns)[number], string>>

/** With the mark that tells spreadsheets it is UTF-8. */
const firstLine = Buffer.from(`\uFEFF${lineOf([...csvColumns])}`)

/** A table for each folder, `CSV/Inbox.csv` (RFC 4180): a row for each message, with its text and no attachments. */
export class CsvOutput extends FolderFilesOutput implements RescueOutput {
  constructor({ target }: OutputOptions) {
    super(target, { top: 'CSV', ending: '.csv', first: firstLine })
  }

  begin(item: ItemToWrite): MessageSink {
    const pieces: Buffer[] = []
    let bytes = 0
    return {
      write(lines) {
        if (bytes <= maxMessageBytes) pieces.push(Buffer.from(lines))
        bytes += lines.length
      },
      end: async () => {
        const isWhole = bytes <= maxMessageBytes
        const row = Buffer.from(lineOf(Object.values(await cellsOf(item, isWhole ? Buffer.concat(pieces) : undefined))))
        pieces.length = 0
        const file = this.files.forFolder(item.folder)
        const start = file.end
        file.append(row)
        const sha256 = createHash('sha256').update(row).digest('hex')
        const lacks = [say('It is too large for a table: its text is not there.')]
        return { ...this.files.endItem(file, start), bytes: row.length, sha256, ...(!isWhole && { lacks }) }
      },
      abandon() {
        pieces.length = 0
      },
    }
  }
}

async function cellsOf({ head, at }: ItemToWrite, message: Buffer | undefined): Promise<CsvCells> {
  const { from, to, cc, bcc, subject, messageId } = head
  const { html, text, attachments } = message ? await readMessage(message) : { attachments: [] }
  return {
    date: at === undefined ? head.rawDate : new Date(at).toISOString(),
    ...{ from, to, cc, bcc, subject },
    text: text === undefined ? visibleText(html ?? '') : tidied(text),
    attachments: attachments.map(({ name }) => name).join('; '),
    message_id: messageId,
  }
}

function lineOf(cells: readonly string[]): string {
  return stringify([cells.map(withoutFormula)], { record_delimiter: 'windows' })
}
