import { say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import type { PagePrinter } from '../pages/printer.ts'
import { RescueRefused } from '../refused.ts'
import type { OutputOptions } from './output.ts'
import { PagesOutput } from './pages.ts'

/** `PDF/Inbox/2026-04-02 0915 Subject [1a2b3c4d].pdf`, with the attachments in a folder beside it. */
export function pdfOutput(options: OutputOptions): PagesOutput {
  const { printer } = options
  if (!printer)
    throw new RescueRefused(
      say(
        'PDF takes the app of Outbox Doctor, or a browser such as Chrome or Edge on this computer. HTML takes nothing.',
      ),
    )
  return new PagesOutput(options, {
    top: 'PDF',
    ending: '.pdf',
    savesPictures: true,
    links: false,
    bytesOf: async ({ html }, { at = 0 }) => datedPdf(await printed(printer, html), at),
  })
}

async function printed(printer: PagePrinter, html: string): Promise<Uint8Array> {
  try {
    return await printer.print(html)
  } catch (cause) {
    throw new RescueRefused(
      say('A message could not be printed as PDF. What was saved so far is kept; the same call goes on from there.'),
      { cause },
    )
  }
}

const dates = /\/(?:Creation|Mod)Date \(D:(\d{14})[+\-Z][\d']{0,6}\)/g

/**
 * The same PDF, with the day of the message in the place of the one on which it was printed: the same message makes the
 * same bytes in every run. Both dates have 14 digits, so that nothing in the file moves (ISO 32000-1, 7.9.4).
 */
function datedPdf(pdf: Uint8Array, at: Instant): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const day = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)
  return Buffer.from(
    text.replace(dates, (whole, digits: string) => whole.replace(digits, day)),
    'latin1',
  )
}
