import type { OutputOptions } from './output.ts'
import { PagesOutput } from './pages.ts'

/** `HTML/Inbox/2026-04-02 0915 Subject [1a2b3c4d].html`, for any browser, with the attachments in a folder beside it. */
export function htmlOutput(options: OutputOptions): PagesOutput {
  return new PagesOutput(options, {
    top: 'HTML',
    ending: '.html',
    savesPictures: false,
    links: true,
    bytesOf: async ({ html }) => Buffer.from(html),
  })
}
