import { useEffect, useState } from 'preact/hooks'
import { EmptyState, LoadingState } from '../frame/empty.tsx'
import { Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { ChooseMail } from './choose-mail.tsx'
import { beginWithOtherMail, chosenFilters, chosenPaths, chosenTarget, lastLook } from './order.ts'
import { RescueSummaryCard, StoppedCard } from './rescue-summary.tsx'
import { SavingForm } from './saving-form.tsx'
import { SavingProgress } from './saving-progress.tsx'
import { WhatIsInIt } from './what-is-in-it.tsx'
import { WhichOfIt } from './which-of-it.tsx'

/** A page on which mail is saved: chosen, looked into, saved, and told what came of it. */
export function RescuePage() {
  const { ask, attempt, rescue } = useStore()
  const { rescue: own, pages, now } = words.value
  const [places, again] = useAnswer(() => ask.rescuePlaces(), 'places')
  const [isLooking, setLooking] = useState(false)
  const paths = chosenPaths.value
  const filters = chosenFilters.value
  useEffect(() => {
    if (paths.length === 0) return
    let isLate = false
    setLooking(true)
    void attempt(ask.lookIntoRescue({ paths, filters })).then((look) => {
      if (isLate) return
      setLooking(false)
      if (look) lastLook.value = look
      // What cannot be looked into is told above; another choice may be made.
      else if (!lastLook.value) beginWithOtherMail()
    })
    return () => {
      isLate = true
    }
  }, [paths, filters, ask, attempt])
  const news = rescue.value
  const [wasRead, read] = useState<typeof news>()
  if (places.is === 'wrong')
    return (
      <EmptyState title={<Translated>{places.error.sentence}</Translated>}>
        <button type="button" class="button" onClick={again}>
          {now.tryAgain}
        </button>
      </EmptyState>
    )
  if (places.is === 'loading') return <LoadingState words={now.loading} lines={4} />
  chosenTarget.value ??= places.value.target
  return (
    <>
      <h1>{pages.rescue}</h1>
      {news.is === 'saving' ? (
        <SavingProgress news={news} />
      ) : news.is === 'ended' && news !== wasRead ? (
        <RescueSummaryCard
          news={news}
          again={() => {
            beginWithOtherMail()
            again()
            read(news)
          }}
        />
      ) : (
        <>
          {news.is === 'stopped' && news !== wasRead && <StoppedCard news={news} leave={() => read(news)} />}
          {paths.length === 0 && <p class="plain">{own.intro}</p>}
          {paths.length === 0 ? <ChooseMail places={places.value} /> : <WhatIsInIt isLooking={isLooking} />}
          {lastLook.value && paths.length > 0 && (
            <>
              <WhichOfIt />
              <SavingForm places={places.value} />
            </>
          )}
        </>
      )}
    </>
  )
}
