import type { RoundTrip, RoundTripPlace } from '../core/round-trip.ts'
import { duration, type Sentence, say } from '../core/sentence.ts'
import type { Millis } from '../core/time.ts'

/** What became of a message to oneself, as its owner reads it, the whole first. */
export function tellRoundTrip(trip: RoundTrip): readonly Sentence[] {
  if (trip.outcome === 'not-sent' || trip.outcome === 'not-looked-for') return [trip.why]
  if (trip.outcome === 'not-arrived')
    return [say('It was sent, but had not arrived after five minutes. It may still come.'), late]
  const { place, sendingMs, deliveryMs, wholeMs, tidied } = trip
  return [
    say('It arrived {where}, {took} after it was sent.', { where: places[place], took: rounded(wholeMs) }),
    say('The outgoing server took it within {took}.', { took: rounded(sendingMs) }),
    ...(deliveryMs === undefined
      ? []
      : [say('From there to the mailbox it went within {took}.', { took: rounded(deliveryMs) })]),
    tidied ? say('It lies in the trash now.') : say('It could not be moved to the trash; you may delete it.'),
  ]
}

const late = say('When it comes later, it is moved to the trash the next time.')

const places: Readonly<Record<RoundTripPlace, Sentence>> = {
  inbox: say('in the inbox'),
  junk: say('among junk'),
  archive: say('in the archive'),
  'all-mail': say('among all mail, but not in the inbox'),
}

const rounded = (ms: Millis) => duration(1_000 * Math.max(1, Math.round(ms / 1_000)))
