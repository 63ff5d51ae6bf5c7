import { z } from 'zod'
import type { Release } from '../core/release.ts'
import { harmless } from '../core/text.ts'

/** What kind of text is signed; part of what is signed. Another shape gets another number. */
export const releaseType = 'application/vnd.outbox-doctor.release.v1+json'

const longestNote = 600
const moment = z.iso.datetime().transform((text) => Date.parse(text))
const line = z.string().max(longestNote)
const versionShape = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)

/** Anything else in it, and it is not ours. */
const shape = z.strictObject({
  product: z.literal('app.outbox-doctor'),
  version: versionShape,
  sequence: z.int().min(1),
  released: moment,
  expires: moment,
  notes: z.array(line.transform((text) => harmless(text, longestNote))).max(100),
  files: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/),
        bytes: z.int().min(1),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(20),
}) satisfies z.ZodType<Release & { product: string }>

/** The release that a signed text tells; nothing where it is none. */
export function releaseIn(bytes: Uint8Array): Release | undefined {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // It is told like any other text that is none of ours.
    return undefined
  }
  const { product: _, ...release } = shape.safeParse(value).data ?? {}
  return 'version' in release ? (release as Release) : undefined
}

/** The same the other way round: the text that is signed. Throws where nobody would read it. */
export function releaseText(release: Release): string {
  const { released, expires, ...rest } = release
  const text = JSON.stringify(
    {
      product: 'app.outbox-doctor',
      ...rest,
      released: new Date(released).toISOString(),
      expires: new Date(expires).toISOString(),
    },
    null,
    1,
  )
  if (!releaseIn(Buffer.from(text))) throw new Error('This is no release that anybody would read.')
  return text
}

/** Below 0 where the first is the older one. What is no number counts as 0. */
export function compareVersions(one: string, other: string): number {
  const numbers = (version: string) => version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  const [first, second] = [numbers(one), numbers(other)]
  return [0, 1, 2].map((at) => (first[at] ?? 0) - (second[at] ?? 0)).find((difference) => difference !== 0) ?? 0
}
