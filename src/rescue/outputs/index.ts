import { CsvOutput } from './csv.ts'
import { emlOutput } from './eml.ts'
import { htmlOutput } from './html.ts'
import { maildirOutput } from './maildir.ts'
import { MboxOutput } from './mbox.ts'
import type { OutputOptions, RescueFormat, RescueOutput } from './output.ts'
import { pdfOutput } from './pdf.ts'

/** What a rescue can write. Each throws `RescueRefused` where it cannot be written here. */
export const rescueOutputs: Readonly<Record<RescueFormat, (options: OutputOptions) => RescueOutput>> = {
  eml: ({ target }) => emlOutput(target),
  mbox: (options) => new MboxOutput(options),
  maildir: ({ target }) => maildirOutput(target),
  html: htmlOutput,
  pdf: pdfOutput,
  csv: (options) => new CsvOutput(options),
}
