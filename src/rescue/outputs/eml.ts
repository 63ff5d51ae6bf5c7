import { safeName } from '../safe-names.ts'
import type { ItemToWrite } from './output.ts'
import { type FileLayout, SingleFilesOutput } from './single-files.ts'

/** `EML/Inbox/2026-04-02 0915 Subject [1a2b3c4d].eml`: the message itself, byte for byte. */
export function emlOutput(target: string): SingleFilesOutput {
  const layout: FileLayout = {
    top: 'EML',
    partOf: () => 'EML/.message.part',
    place: (item, sha256) => ({ folder: `EML/${item.folder}`, stem: stemOf(item, sha256), ending: '.eml' }),
  }
  return new SingleFilesOutput(target, layout)
}

/** The same in every format that has a file for each message. `sha256`: of the message. */
export function stemOf({ at, head: { subject } }: ItemToWrite, sha256: string): string {
  const [day = '', time = ''] = at === undefined ? [] : new Date(at).toISOString().split('T')
  const when = day === '' ? '' : `${day} ${time.slice(0, 5).replace(':', '')} `
  return safeName(`${when}${subject.slice(0, 300)}`, '', ` [${sha256.slice(0, 8)}]`)
}
