import { say } from '../../core/sentence.ts'
import { contactCard } from '../entries/contact-card.ts'
import { linesOfEntry } from '../entries/jcal.ts'
import { whatItTells } from '../entries/what-it-tells.ts'
import type { KeptEntry } from '../kinds.ts'
import { EntriesOutput } from './entries-output.ts'
import { cardsFrame } from './entry-frames.ts'
import type { EntryFile, EntryOutput, OutputOptions, WrittenFile } from './output.ts'

/** Cards of a folder in one file, `VCF/Work/Contacts.vcf` (vCard 3.0), with their pictures. */
export class VcfOutput extends EntriesOutput implements EntryOutput {
  constructor({ target }: OutputOptions) {
    super(target, { top: 'VCF', ending: '.vcf', ...cardsFrame })
  }

  takes({ kind }: KeptEntry): boolean {
    return kind === 'contact'
  }

  write(entry: KeptEntry, folder: string, files: readonly EntryFile[]): WrittenFile {
    if (entry.kind !== 'contact') throw new Error('Cards are of contacts.')
    const photo = files.find(({ isPhoto }) => isPhoto)
    const beside = this.saveBeside(
      folder,
      files.filter((one) => one !== photo),
    )
    const lacks = entry.members
      ? [say('It is a list of people, which a card cannot be: who is in it stands in its note.')]
      : []
    const text = linesOfEntry(contactCard(entry, photo))
    return this.append(folder, text, { beside, tells: whatItTells(entry, false), lacks })
  }
}
