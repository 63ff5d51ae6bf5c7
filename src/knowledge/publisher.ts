import { z } from 'zod'
import type { Publisher } from '../core/release.ts'
import data from './publisher.json' with { type: 'json' }

const address = z.url({ protocol: /^https$/ }).max(500)
/** 32 bytes, an Ed25519 key. */
const key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)

/** The shape of a file that stands in for `publisher.json`. */
export const publisherSchema = z.strictObject({
  release: address,
  page: address,
  keys: z.array(key).min(1).max(4),
}) satisfies z.ZodType<Publisher>

/** Of a copy that nobody publishes: it asks nobody. */
const unpublished = z.strictObject({ release: z.null(), page: z.null(), keys: z.array(key).max(4) })

const read = z.union([publisherSchema, unpublished]).parse(data)

/** Who publishes this product; nothing while nobody does. Written by `npm run update-key` and by hand. */
export const ownPublisher: Publisher | undefined = read.release === null ? undefined : read
