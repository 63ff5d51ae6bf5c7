import { z } from 'zod'
import type { Guidance, Note } from '../../core/remedy.ts'
import { step } from './examination.ts'
import { headline } from './headline.ts'
import { client, id, instant, list, nothing, offered, outcome, sentence, tellings, text, titled } from './shapes.ts'

const need = z.object({
  permission: z.enum(['full-disk-access', 'automation', 'accessibility']),
  client: client.exactOptional(),
  why: sentence,
})

const opening = z.discriminatedUnion('what', [
  z.object({ what: z.literal('app'), target: client, words: sentence, button: sentence.exactOptional() }),
  z.object({
    what: z.enum(['panel', 'page', 'tool', 'program']),
    target: text,
    words: sentence,
    button: sentence.exactOptional(),
  }),
])

/** What may be done about a cause. `promise`: what it will do, step by step; only where we do it. */
export const offer = z.object({
  remedy: id,
  kind: z.enum(['act', 'admin', 'guide', 'note']),
  label: sentence,
  /** Missing where nobody knows why mail waits. */
  cause: titled.exactOptional(),
  risk: z.number(),
  touches: z.enum(['nothing', 'mail', 'network', 'settings']).exactOptional(),
  cancellable: z.boolean().exactOptional(),
  undoable: z.boolean().exactOptional(),
  /** It saves something as files, and what is saved stays even where it does not come to its end. */
  saves: z.boolean().exactOptional(),
  promise: tellings.exactOptional(),
  /** No button stands where the promise cannot be read, as in a notification. */
  readFirst: z.literal(true).exactOptional(),
  needs: list(need).exactOptional(),
  blocked: sentence.exactOptional(),
  /** It may not be done here at all, whatever is found; `blocked` says why. */
  forbidden: z.literal(true).exactOptional(),
  /** It signs in, and no password is kept or a new one is wanted: one is to be given with it. */
  wantsPassword: z.boolean().exactOptional(),
  /** The password that is kept is the one that this is to replace. */
  replacesKept: z.boolean().exactOptional(),
  /** Where the person gets what it needs of them, to be opened first by `openGuide`. */
  opens: opening.exactOptional(),
})

/** `undo`: whether it can be put back, or why not, in a sentence. */
export const treatment = z.object({
  id,
  remedy: id,
  label: sentence,
  account: id,
  causes: list(titled),
  startedAt: instant,
  endedAt: instant.exactOptional(),
  restoredAt: instant.exactOptional(),
  outcome,
  /** Cut off by the end of its process: it is to be undone, or left as it is. */
  interrupted: z.boolean().exactOptional(),
  /** The treatment that was undone, where this keeps what was newer. */
  newerOf: id.exactOptional(),
  words: sentence.exactOptional(),
  undo: z.discriminatedUnion('can', [
    z.object({ can: z.literal(true) }),
    z.object({ can: z.literal(false), why: sentence }),
  ]),
})

const refused = z.object({ is: z.literal('refused'), why: sentence, needs: need.exactOptional() })

/** `unrecorded`: its end could not be written down. */
export const treated = z.discriminatedUnion('is', [
  refused,
  z.object({ is: z.literal('treated'), treatment, unrecorded: z.boolean().exactOptional() }),
])

/** `changed`: the world is not as it was left, and nothing was done; to be asked again by whoever is sure. */
export const undone = z.discriminatedUnion('is', [
  refused,
  z.object({ is: z.literal('failed'), why: sentence }),
  z.object({ is: z.literal('changed'), id, since: sentence, keepsNewer: z.boolean() }),
  z.object({ is: z.literal('undone'), treatment, unrecorded: z.boolean().exactOptional() }),
])

/** A treatment or an undoing, whole, as far as it has come: every push replaces the one before. */
export const treating = z.object({
  doing: z.enum(['treating', 'undoing']),
  account: id,
  remedy: id,
  label: sentence,
  cancellable: z.boolean(),
  startedAt: instant,
  /** `settling`: nothing is done until `settlesAt`, so that what was done can work. */
  phase: z.enum(['looking', 'acting', 'settling', 'checking', 'undoing', 'ended']),
  settlesAt: instant.exactOptional(),
  /** What it has told so far. */
  told: tellings,
  /** The questions asked again to see whether it helped. */
  steps: list(step),
  treated: treated.exactOptional(),
  undone: undone.exactOptional(),
  /** What the state says from now on: the page changes as a whole. */
  headline: headline.exactOptional(),
})

const guidance = z.object({
  steps: tellings,
  values: list(z.object({ name: sentence, value: sentence })),
  opens: opening.exactOptional(),
  commands: tellings.exactOptional(),
  files: list(z.object({ name: text, contents: z.string(), words: sentence })).exactOptional(),
}) satisfies z.ZodType<Guidance>

/** `byHand`: why a person does it and no click. */
const guideShown = guidance.extend({ byHand: sentence })

export const note = z.object({
  to: z.enum(['provider', 'isp', 'admin']),
  subject: sentence,
  text: sentence,
}) satisfies z.ZodType<Note>

export const treatmentRequests = {
  /** What may be done for this account, the best first. */
  offers: { request: z.strictObject({ account: id }), response: list(offer) },
  /** What helps where the mail app and its server differ. */
  offersOutOfStep: { request: z.strictObject({ account: id }), response: list(offer) },
  /** Answered when it has ended, which takes minutes; how it goes is an event. */
  treat: {
    /** `password`: for this once, where the remedy wants one; `keep`: also for checks to come. */
    request: offered.extend({
      password: z.string().min(1).max(1_000).exactOptional(),
      keep: z.boolean().exactOptional(),
    }),
    response: treated,
  },
  cancelTreatment: { request: nothing, response: nothing },
  /** Newest first. */
  treatments: { request: nothing, response: list(treatment) },
  /** `sure`: also where something has changed since. */
  undo: { request: z.strictObject({ id, sure: z.boolean().exactOptional() }), response: undone },
  /** What was cut off is left as it is; it may still be undone later. */
  leaveTreatment: { request: z.strictObject({ id }), response: nothing },
  guide: { request: offered, response: guideShown },
  /** Opens the pane or the page that a guide is about. */
  openGuide: { request: offered, response: nothing },
  notes: { request: offered, response: list(note) },
} as const

export type OfferShown = z.output<typeof offer>
export type TreatmentShown = z.output<typeof treatment>
export type TreatedShown = z.output<typeof treated>
export type UndoneShown = z.output<typeof undone>
export type TreatingShown = z.output<typeof treating>
