import { z } from 'zod'
import { instant, list, nothing, sentence, text } from './shapes.ts'

const count = z.int().min(0)
const bytes = z.number().min(0)
/** A path of this computer, or where an item lies in its source. */
const place = z.string().min(1).max(4_096)
const sources = list(place, 100)
const part = z.string().min(1).max(500)

export const savingFormats = ['eml', 'mbox', 'maildir', 'html', 'pdf', 'csv', 'ics', 'vcf'] as const
const format = z.enum(savingFormats)

/** Which messages are wanted; what is missing asks for nothing. */
const filters = z.strictObject({
  folders: list(part).exactOptional(),
  since: instant.exactOptional(),
  before: instant.exactOptional(),
  subject: part.exactOptional(),
  sender: part.exactOptional(),
  recipient: part.exactOptional(),
  anywhere: part.exactOptional(),
  hasAttachment: z.boolean().exactOptional(),
  minBytes: bytes.exactOptional(),
  maxBytes: bytes.exactOptional(),
  unread: z.boolean().exactOptional(),
  waiting: z.boolean().exactOptional(),
})

const listed = z.object({
  source: count,
  id: z.string().max(8_192),
  kind: z.enum(['message', 'event', 'contact', 'task', 'note', 'other']),
  at: instant.exactOptional(),
  folder: text,
  bytes,
  subject: text,
  from: text,
})

/** What is in the sources: every folder, and the newest items. */
const look = z.object({
  found: count,
  wanted: count,
  bytes,
  folders: list(z.object({ path: text, items: count, wanted: count, bytes })),
  newest: list(listed, 500),
})

/** One item, harmless: `html` has neither script nor style nor anything from elsewhere. */
const shown = z.object({
  subject: text,
  from: text,
  to: text,
  cc: text,
  bcc: text,
  date: text,
  html: z.string().max(2_000_000).exactOptional(),
  text: z.string().max(2_000_000),
  attachments: list(z.object({ name: text, bytes })),
  remarks: list(sentence),
})

/** What a rescue came to. */
export const rescueSummary = z.object({
  complete: z.boolean(),
  accounted: z.boolean(),
  found: count,
  leftOut: count,
  written: count,
  sealed: count,
  skipped: count,
  failed: count,
  partly: count,
  damaged: count,
  reasons: list(z.object({ why: text, count })),
  formats: z.record(z.string(), z.object({ messages: count, bytes })),
})

/** How far it has come; the same for every panel that is open. */
export const rescueNews = z.discriminatedUnion('is', [
  z.object({ is: z.literal('idle') }),
  z.object({ is: z.literal('looking'), items: count }),
  z.object({
    is: z.literal('saving'),
    stage: z.enum(['looking', 'writing', 'checking']),
    items: count,
    doneBytes: bytes,
    allBytes: bytes.exactOptional(),
  }),
  z.object({ is: z.literal('ended'), target: text, summary: rescueSummary }),
  z.object({ is: z.literal('stopped'), target: text, why: sentence }),
])

export const rescueRequests = {
  rescuePlaces: {
    request: nothing,
    response: z.object({
      /** Whether files can be chosen by a dialogue of the system. */
      chooses: z.boolean(),
      prints: z.boolean(),
      stores: list(z.object({ name: sentence, path: place })),
      target: place,
    }),
  },
  /** By a dialogue; nothing where nothing was chosen. */
  chooseForRescue: {
    request: z.strictObject({ what: z.enum(['sources', 'target']) }),
    response: z.object({ paths: sources }),
  },
  /** A piece of a file that a browser does not tell the place of. */
  handToRescue: {
    request: z.strictObject({ name: z.string().min(1).max(500), offset: count, base64: z.string().max(60_000) }),
    response: z.object({ path: place }),
  },
  lookIntoRescue: { request: z.strictObject({ paths: sources, filters }), response: look },
  showOfRescue: {
    request: z.strictObject({ paths: sources, source: count, id: z.string().max(8_192) }),
    response: shown,
  },
  /** Begins to save; what comes of it is told by the event `rescue`. */
  saveRescue: {
    request: z.strictObject({
      paths: sources,
      target: place,
      formats: z.array(format).min(1).max(savingFormats.length).readonly(),
      filters,
      splitBytes: z.int().min(1_000_000).exactOptional(),
      language: z.string().max(10),
    }),
    response: nothing,
  },
  callOffRescue: { request: nothing, response: nothing },
} as const

export type RescueNews = z.output<typeof rescueNews>
export type RescueLook = z.output<typeof look>
export type RescuedItem = z.output<typeof listed>
export type WantedFilters = z.output<typeof filters>
