import { useEffect, useState } from 'preact/hooks'
import { Disclosure } from '../now/fold.tsx'
import { words } from '../words/language.ts'

/** What others made, and under which words: the list that was written when the panel was built. */
export function ThirdPartyCard() {
  const { about: own } = words.value
  return (
    <section class="card" aria-label={own.thirdParty}>
      <Disclosure title={own.thirdParty}>
        <Notices />
      </Disclosure>
    </section>
  )
}

function Notices() {
  const { about: own, now } = words.value
  const [text, put] = useState<string>()
  useEffect(() => {
    const missing = () => put(own.thirdPartyMissing)
    fetch('./third-party.txt').then(
      async (answer) => (answer.ok ? put(await answer.text()) : missing()),
      // Nothing but a panel that was built halfway.
      missing,
    )
  }, [])
  if (text === undefined) return <p class="plain">{now.loading}</p>
  return <textarea class="report" readOnly rows={12} lang="en" aria-label={own.thirdParty} value={text} />
}
