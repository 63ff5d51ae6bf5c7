import { fromData } from '../core/sentence.ts'
import data from './last-dot.json' with { type: 'json' }

/** What such words mean, as `explain` tells it. */
export const unansweredLastDot = {
  meaning: fromData(data.meaning),
  advice: fromData(data.advice),
  confidence: 'medium',
  means: data.means,
} as const

const any = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'iu')
/** Postfix's own warning, and apps that say the same. */
const twice = any(data.twice)
/** "could not confirm that the message was sent": the app itself does not know. */
const unconfirmed = any(data.unconfirmed)
const unanswered = any(data.unanswered)
/** That all of it was said: the dot, the end of the data, or a message that was handed over. */
const over = any(data.over)

/**
 * Whether words tell that a connection ended between the last dot of a message and the server's answer to it: then
 * nobody knows whether it was taken (RFC 1047). Apps and servers word that each in their own way, so it is known by
 * its marks: that the text was over and no answer came, or plainly that it may be sent twice.
 */
export function isUnansweredLastDot(text: string): boolean {
  const words = text
    .slice(0, mostRead)
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
  return twice.test(words) || unconfirmed.test(words) || (unanswered.test(words) && over.test(words))
}

const mostRead = 500
