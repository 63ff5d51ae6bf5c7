import type { JustBefore } from '../../core/diagnosis.ts'
import { wayWithBreaksOf } from '../../core/way.ts'
import { LoadingState } from '../frame/empty.tsx'
import { SupportLine } from '../frame/support-line.tsx'
import { Translated } from '../frame/text.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { dateAndTime, timeOfDay } from '../words/write.ts'
import { Chain, questionsOf } from './chain.tsx'
import { Remedies } from './remedies.tsx'
import { CauseEvidence } from './why.tsx'

/** What holds the mail, in plain words; where its way ends; and what may be done about it. */
export function CauseCard() {
  const { state, headline, causes, examinations } = useStore()
  const { now, breaks } = words.value
  const { diagnosis, status, examining, episodes = [] } = state.value ?? {}
  const [cause] = causes.value
  // It says itself that there is nothing to do but to wait.
  if (headline.value?.is === 'fixed') return null
  const account = cause || !examining ? diagnosis?.account : examining.account
  const found = diagnosis?.account === account ? diagnosis : undefined
  const asked =
    examining && examining.account === account
      ? questionsOf(examinations.value[examining.account]?.steps ?? [])
      : undefined
  // Where no cause is told, nothing breaks.
  const way = found?.way && wayWithBreaksOf(found.way, causes.value)
  const chain = (way || asked) && <Chain way={way} asked={asked} />
  if (cause && diagnosis) {
    const broken = cause.layer !== 'nowhere' && way?.[cause.layer] === 'bad' ? cause.layer : undefined
    return (
      <section class="card cause" aria-labelledby="cause" data-cause={cause.id}>
        {cause.heading !== undefined && (
          <p class="caption">
            <Translated>{cause.heading}</Translated>
          </p>
        )}
        <h2 id="cause">
          <Translated>{cause.title}</Translated>
        </h2>
        <p class="plain">
          <Translated>{cause.plain}</Translated>
        </p>
        {cause.justBefore && <ChangedBefore change={cause.justBefore} />}
        {chain}
        {broken && <p class="caption">{breaks[broken]}</p>}
        <Remedies account={diagnosis.account} />
        <SupportLine />
        <CauseEvidence cause={cause} />
      </section>
    )
  }
  // A verdict that stands is not taken off the screen by a look that is made again: somebody may be typing into it.
  const stands = status === 'stuck' && diagnosis !== undefined && diagnosis.account === examining?.account
  if (examining && !stands)
    return (
      <section class="card cause" aria-label={now.chain}>
        <LoadingState words={now.checking} lines={2} />
        {chain}
      </section>
    )
  if (status === 'stuck') {
    const isFreed = diagnosis && episodes.some((one) => one.cause && one.accounts.includes(diagnosis.account))
    return (
      <section class="card cause" aria-labelledby="cause">
        <h2 id="cause">{isFreed ? now.freed : now.unknownReason}</h2>
        <p class="plain">{isFreed ? now.freedMore : now.unknownReasonMore}</p>
        {chain}
        {!isFreed && diagnosis && <Remedies account={diagnosis.account} />}
        {!isFreed && <SupportLine />}
        {!isFreed && (
          <a class="more" href={hrefOf('accounts')}>
            {now.checkPassword}
          </a>
        )}
      </section>
    )
  }
  return null
}

/** From when on the time of day alone could be of another day. */
const dayAfterMs = 12 * 60 * 60_000

function ChangedBefore({ change: { at, line } }: { change: JustBefore }) {
  const { now } = useStore()
  const time = now.value - at < dayAfterMs ? timeOfDay(at) : dateAndTime(at)
  return (
    <p class="caption before">
      <Translated>{line}</Translated> (<time dateTime={new Date(at).toISOString()}>{time}</time>)
    </p>
  )
}
