import { readFileSync } from 'node:fs'
import type { ReplyStage } from '../../src/core/reply.ts'

/** A reply as it was seen in the world. */
export interface WorldReply {
  /** The row that knows it. */
  row: string
  phase: ReplyStage
  /** The line as it came over the wire. */
  text: string
  /** A server of the provider whose wording it is. */
  host?: string
  means: string | null
  whose: string
  /** What the same words mean where nothing shows that provider; of a provider's own wording only. */
  others?: string | null
  seen: string
}

export const worldReplies = (
  JSON.parse(readFileSync(new URL('../recordings/world-replies.json', import.meta.url), 'utf8')) as {
    replies: WorldReply[]
  }
).replies
