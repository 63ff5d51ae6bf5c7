import { absent, type Cause, present, undecided, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Message } from '../../core/mail.ts'
import { byteCount, say, verbatim } from '../../core/sentence.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { joinedVerdicts } from '../lib/chart-queries.ts'
import { judgeReplies, matchedReplies } from '../lib/replies.ts'

export const messageTooLarge: Cause = {
  id: 'message-too-large',
  title: say('The message is larger than the server takes.'),
  harm: 'stops',
  layer: 'outbox',
  showAfterMs: 10_000,
  judge: (chart) => joinedVerdicts([judgeReplies(matchedReplies(chart, messageTooLarge.id)), judgeSizes(chart)]),
  explain: (chart) => ({
    plain: say('As it is, it can never leave. Make its attachments smaller, or send a link instead.'),
    details: matchedReplies(chart, messageTooLarge.id)?.advice ?? [],
  }),
}

function judgeSizes(chart: Chart): Verdict {
  const largest = chart.messages
    .filter(({ state }) => state === 'waiting')
    .map(travelling)
    .sort((one, other) => other.bytes - one.bytes)[0]
  if (!largest) return absent
  const offers = chart.fact(capabilities)?.outgoing
  if (!offers) return largest.bytes > suspicious ? undecided(capabilities) : absent
  if (!offers.size || largest.bytes <= offers.size) return absent
  const [size, limit] = [byteCount(largest.bytes), byteCount(offers.size)]
  return largest.exact
    ? present(0.95, [
        say('A waiting message is {size} on its way; {host} takes {limit}', {
          size,
          host: verbatim(offers.host),
          limit,
        }),
      ])
    : present(0.85, [
        say('A waiting message is about {size} on its way; {host} takes {limit}', {
          size,
          host: verbatim(offers.host),
          limit,
        }),
      ])
}

/** Nearly every provider takes this much. */
const suspicious = 20e6
const headers = 2_000

/** Base64 makes four bytes of three and breaks the line after 76 (RFC 2045 §6.8). */
function travelling({ size, rawSize = 0 }: Message): { bytes: number; exact: boolean } {
  return size === undefined
    ? { bytes: Math.ceil(rawSize * (4 / 3) * (78 / 76)) + headers, exact: false }
    : { bytes: size, exact: true }
}
