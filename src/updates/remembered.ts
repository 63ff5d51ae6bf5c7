import { z } from 'zod'
import type { RememberedUpdate } from '../core/release.ts'
import { releaseIn, releaseText } from './release-text.ts'

const kept = z.object({
  askedAt: z.number().exactOptional(),
  seen: z.object({ sequence: z.int().min(1), sum: z.string().max(64) }).exactOptional(),
  /** As it is signed. */
  release: z.string().max(100_000).exactOptional(),
  told: z.string().max(40).exactOptional(),
})

/** What was kept of looks for newer versions; nothing of what is not understood. */
export function rememberedIn(value: unknown): RememberedUpdate {
  const { release, ...rest } = kept.safeParse(value).data ?? {}
  const read = release === undefined ? undefined : releaseIn(Buffer.from(release))
  return { ...rest, ...(read && { release: read }) }
}

/** The same as it is kept: it reads back as it is. */
export function toBeKept({ release, ...rest }: RememberedUpdate): object {
  return { ...rest, ...(release && { release: releaseText(release) }) }
}
