import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { csvColumns } from '../outputs/csv.ts'
import { withoutFormula } from '../without-formula.ts'
import { type FileItems, numbersOf } from './folder-file.ts'

/** Those rows of a table that another reader of CSV does not find as they were written, by their numbers. */
export async function failedInTable(path: string, items: FileItems): Promise<number[]> {
  const failed: number[] = []
  const rest = items()[Symbol.iterator]()
  const rows = createReadStream(path).pipe(parse({ bom: true, columns: true, record_delimiter: '\r\n' }))
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const next = rest.next().value
    if (!next) return numbersOf(items)
    const { from = '', to = '', subject = '', messageId = '' } = next.cells ?? {}
    const told: Readonly<Record<string, string>> = { from, to, subject, message_id: messageId }
    const isSame = Object.entries(told).every(([name, text]) => row[name] === withoutFormula(text))
    if (!isSame || Object.keys(row).length !== csvColumns.length) failed.push(next.number)
  }
  for (let left = rest.next(); !left.done; left = rest.next()) failed.push(left.value.number)
  return failed
}
