import { emlOutput } from './eml.ts'
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

type Makers<Format extends RescueFormat, Output> = Readonly<
  Record<Format, (options: OutputOptions) => Output | Promise<Output>>
>

/** Each throws `RescueRefused` where it cannot be written here. Readers of pages and the like are loaded where they are asked for. */
const forMessages: Makers<(typeof mailFormats)[number], RescueOutput> = {
  eml: ({ target }) => emlOutput(target),
  mbox: (options) => new MboxOutput(options),
  maildir: ({ target }) => maildirOutput(target),
  html: async (options) => (await import('./html.ts')).htmlOutput(options),
  pdf: async (options) => (await import('./pdf.ts')).pdfOutput(options),
  csv: async (options) => new (await import('./csv.ts')).CsvOutput(options),
}

const forEntries: Makers<(typeof entryFormats)[number], EntryOutput> = {
  ics: async (options) => new (await import('./ics.ts')).IcsOutput(options),
  vcf: async (options) => new (await import('./vcf.ts')).VcfOutput(options),
}

/** What a rescue writes into. */
export interface Outputs {
  readonly messages: readonly (readonly [RescueFormat, RescueOutput])[]
  readonly entries: readonly (readonly [RescueFormat, EntryOutput])[]
  readonly all: readonly (readonly [RescueFormat, OutputFiles])[]
}

export async function outputsFor(formats: readonly RescueFormat[], options: OutputOptions): Promise<Outputs> {
  const messages = await made(mailFormats, forMessages, formats, options)
  const entries = await made(entryFormats, forEntries, formats, options)
  return { messages, entries, all: [...messages, ...entries] }
}

async function made<Format extends RescueFormat, Output>(
  all: readonly Format[],
  makers: Makers<Format, Output>,
  formats: readonly RescueFormat[],
  options: OutputOptions,
): Promise<(readonly [RescueFormat, Output])[]> {
  const found: (readonly [RescueFormat, Output])[] = []
  for (const format of all) if (formats.includes(format)) found.push([format, await makers[format](options)])
  return found
}
