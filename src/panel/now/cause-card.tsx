import type { JustBefore } from '../../core/diagnosis.ts'
import { afterFirstSentence } from '../../core/first-sentence.ts'
import type { Sentence } from '../../core/sentence.ts'
import { LoadingState } from '../frame/empty.tsx'
import { SupportLine } from '../frame/support-line.tsx'
import { Translated } from '../frame/text.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'
import { nearMoment, timeOfDay } from '../words/write.ts'
import { causeShown } from './cause-shown.ts'
import { Chain, questionsOf } from './chain.tsx'
import { Disclosure } from './fold.tsx'
import { Remedies } from './remedies.tsx'
import { CauseEvidence } from './why.tsx'

/** What holds the mail, in plain words; where its way ends; and what may be done about it. */
export function CauseCard() {
  const { state, headline, causes, examinations } = useStore()
  const { now, breaks } = words.value
  const { diagnosis, examining } = state.value ?? {}
  const [cause] = causes.value
  const shown = state.value && causeShown(state.value, headline.value, causes.value)
  if (!shown) return null
  const { is, way, isAskedAnew, broken } = shown
  const asked = isAskedAnew && examining ? questionsOf(examinations.value[examining.account]?.steps ?? []) : undefined
  const chain = (way || asked) && <Chain way={way} asked={asked} />
  if (cause && diagnosis)
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
        <PlainWords>{cause.plain}</PlainWords>
        {cause.justBefore && <ChangedBefore change={cause.justBefore} />}
        {chain}
        {broken && <p class="caption">{breaks[broken]}</p>}
        <Remedies account={diagnosis.account} />
        <SupportLine />
        <CauseEvidence cause={cause} />
      </section>
    )
  if (is === 'looking')
    return (
      <section class="card cause" aria-label={now.chain}>
        <LoadingState words={now.checking} lines={2} />
        {chain}
      </section>
    )
  const isFreed = is === 'freed'
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

/** The first sentence is what must be read; what goes on from there opens. */
function PlainWords({ children }: { children: Sentence }) {
  const [first, rest] = afterFirstSentence(translatedOrEnglish(children))
  return (
    <>
      <p class="plain" dir="auto">
        {first}
      </p>
      {rest !== '' && (
        <Disclosure title={words.value.now.moreOfIt}>
          <p class="plain" dir="auto">
            {rest}
          </p>
        </Disclosure>
      )}
    </>
  )
}

/** From when on the time of day alone could be of another day. */
const dayAfterMs = 12 * 60 * 60_000

function ChangedBefore({ change: { at, line } }: { change: JustBefore }) {
  const { now } = useStore()
  const time = now.value - at < dayAfterMs ? timeOfDay(at) : nearMoment(at, now.value)
  return (
    <p class="caption before">
      <Translated>{line}</Translated> (<time dateTime={new Date(at).toISOString()}>{time}</time>)
    </p>
  )
}
