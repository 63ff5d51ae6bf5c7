import { type Headline, pictureFor } from '../../core/headline.ts'
import type { Instant } from '../../core/time.ts'
import { StatusGlyph } from '../frame/glyph.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'
import { durationText, numberText, timeOfDay } from '../words/write.ts'

/** How things stand, in one sentence, and one more for the calm of whoever reads it. */
export function StatusHead() {
  const { now, headline } = useStore()
  if (!headline.value) return null
  const status = pictureFor(headline.value)
  const { lead, more } = sentencesOf(headline.value, now.value)
  return (
    <header
      class={`status is-${status}`}
      data-headline={headline.value.is}
      data-cause={'cause' in headline.value ? headline.value.cause?.id : undefined}
    >
      <StatusGlyph status={status} />
      <div role="status">
        <h1>{lead}</h1>
        <p>{more}</p>
        {headline.value.is === 'out-of-step' && (
          <p>
            <a class="button main" href={hrefOf('accounts')}>
              {words.value.now.toAccounts}
            </a>
          </p>
        )}
      </div>
    </header>
  )
}

interface Lines {
  lead: string
  more: string
}

function sentencesOf(headline: Headline, at: Instant): Lines {
  const { now, statuses, under } = words.value
  switch (headline.is) {
    case 'opening':
      return { lead: now.beginning, more: under.checking }
    case 'clear':
      return { lead: statuses.clear, more: under.clear }
    case 'out-of-step':
      return headline.lacksRoom
        ? { lead: now.nearlyFull, more: now.nearlyFullUnder }
        : { lead: now.outOfStep(headline.app), more: now.outOfStepUnder }
    case 'left':
      return { lead: now.left(headline.count, numberText(headline.count), timeOfDay(headline.at)), more: under.clear }
    case 'sending':
      return { lead: now.onTheWay(headline.count, numberText(headline.count)), more: now.onTheWayUnder }
    case 'waiting':
      return waiting(headline, at)
    case 'delayed':
      return headline.count > 0
        ? { lead: statuses.waiting, more: under.waiting }
        : { lead: now.slow, more: under.waiting }
    case 'stuck': {
      const { count, since, checking, cause } = headline
      const more = checking && !cause ? statuses.checking : now.waitingFor(durationText(at - since))
      return { lead: now.stuck(count, numberText(count)), more }
    }
    case 'blocked':
      return { lead: statuses.stuck, more: under.stuck }
    case 'mending':
      return { lead: underWay(translatedOrEnglish(headline.line)), more: now.mendingUnder }
    case 'fixed':
      return { lead: now.fixed(headline.app ?? now.mailApp), more: now.freedMore }
    case 'still':
      return still(headline, at)
    case 'offline':
      return headline.cause
        ? { lead: statuses.stuck, more: under.stuck }
        : { lead: statuses.offline, more: under.offline }
    case 'aside': {
      const { count, until } = headline
      const more = until === undefined ? now.asideUnder : now.asideUntil(timeOfDay(until))
      return { lead: now.aside(count, numberText(count)), more }
    }
    case 'unseen':
      return { lead: statuses.unsure, more: under.unsure }
    case 'unsure':
      return { lead: now.nothingWaits, more: now.unsureUnder }
    case 'paused':
      return headline.until === undefined
        ? { lead: statuses.paused, more: under.paused }
        : { lead: now.pausedUntil(timeOfDay(headline.until)), more: under.paused }
  }
}

function waiting({ count, since, found }: Extract<Headline, { is: 'waiting' }>, at: Instant): Lines {
  const { now } = words.value
  const more = {
    something: now.heldUnder,
    'not yet': now.lookedInto,
    nothing: now.waitingFor(durationText(at - since)),
  }
  return { lead: now.held(count, numberText(count)), more: more[found] }
}

function still({ count, since, cause }: Extract<Headline, { is: 'still' }>, at: Instant): Lines {
  const { now } = words.value
  const more = now.waitingFor(durationText(at - since))
  return { lead: cause ? now.stillBy(translatedOrEnglish(cause.title)) : now.still(count, numberText(count)), more }
}

/** Something that goes on, whether its own line ends with a full stop or not. */
const underWay = (line: string) => `${line.replace(/[.…]$/, '')}…`
