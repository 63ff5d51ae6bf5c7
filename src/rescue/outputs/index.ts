import { CsvOutput } from './csv.ts'
import { emlOutput } from './eml.ts'
import { htmlOutput } from './html.ts'
import { IcsOutput } from './ics.ts'
import { maildirOutput } from './maildir.ts'
import { MboxOutput } from './mbox.ts'
import {
  type EntryOutput,
  entryFormats,
  mailFormats,
  type OutputFiles,
  type OutputOptions,
  type RescueFormat,
  type RescueOutput,
} from './output.ts'
import { pdfOutput } from './pdf.ts'
import { VcfOutput } from './vcf.ts'

type Makers<Format extends RescueFormat, Output> = Readonly<Record<Format, (options: OutputOptions) => Output>>

/** Each throws `RescueRefused` where it cannot be written here. */
const forMessages: Makers<(typeof mailFormats)[number], RescueOutput> = {
  eml: ({ target }) => emlOutput(target),
  mbox: (options) => new MboxOutput(options),
  maildir: ({ target }) => maildirOutput(target),
  html: htmlOutput,
  pdf: pdfOutput,
  csv: (options) => new CsvOutput(options),
}

const forEntries: Makers<(typeof entryFormats)[number], EntryOutput> = {
  ics: (options) => new IcsOutput(options),
  vcf: (options) => new VcfOutput(options),
}

/** What a rescue writes into. */
export interface Outputs {
  readonly messages: readonly (readonly [RescueFormat, RescueOutput])[]
  readonly entries: readonly (readonly [RescueFormat, EntryOutput])[]
  readonly all: readonly (readonly [RescueFormat, OutputFiles])[]
}

export function outputsFor(formats: readonly RescueFormat[], options: OutputOptions): Outputs {
  const messages = mailFormats
    .filter((format) => formats.includes(format))
    .map((format) => [format, forMessages[format](options)] as const)
  const entries = entryFormats
    .filter((format) => formats.includes(format))
    .map((format) => [format, forEntries[format](options)] as const)
  return { messages, entries, all: [...messages, ...entries] }
}
