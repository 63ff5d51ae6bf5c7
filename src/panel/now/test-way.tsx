import { useEffect, useRef, useState } from 'preact/hooks'
import type { WayTested } from '../../api/schema/unseen.ts'
import { domainOf } from '../../core/mail.ts'
import { ForeignText, Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { OfferedRemedies } from './remedies.tsx'

/** Where no outbox can be seen, the way to the server can be tried all the same. */
export function TestWay() {
  const { state, ask, attempt } = useStore()
  const { now } = words.value
  const [isOpen, open] = useState(false)
  const isKnown = state.value?.clients.some(({ accounts }) => accounts.some(({ enabled }) => enabled)) ?? false
  const isChecking = state.value?.examining !== undefined
  const check = () => void (isChecking || attempt(ask.examineNow({})))
  return (
    <div class="test-way">
      <button
        type="button"
        class="button"
        aria-expanded={isKnown ? undefined : isOpen}
        aria-disabled={isKnown && isChecking}
        onClick={isKnown ? check : () => open(!isOpen)}
      >
        {now.testAnyway}
      </button>
      {isOpen && !isKnown && <TestByAddress />}
    </div>
  )
}

/** No mail app tells of an account: the address is enough to look up where its mail is handed in. */
function TestByAddress() {
  const { ask, attempt } = useStore()
  const { now } = words.value
  const field = useRef<HTMLInputElement>(null)
  const [tested, tell] = useState<{ of: string; came: WayTested | 'testing' | undefined }>()
  useEffect(() => field.current?.focus(), [])
  const test = async (event: SubmitEvent) => {
    event.preventDefault()
    const email = field.current?.value.trim() ?? ''
    if (email === '' || tested?.came === 'testing') return
    tell({ of: email, came: 'testing' })
    tell({ of: email, came: await attempt(ask.testWay({ email })) })
  }
  return (
    <form onSubmit={(event) => void test(event)}>
      <label for="way-of">{now.yourAddress}</label>
      <input
        id="way-of"
        class="field"
        type="email"
        required
        maxLength={320}
        autoComplete="email"
        spellcheck={false}
        aria-describedby="way-of-more"
        ref={field}
      />
      <small id="way-of-more">{now.testAnywayMore}</small>
      <button type="submit" class="button" aria-disabled={tested?.came === 'testing'}>
        {tested?.came === 'testing' ? now.testing : now.test}
      </button>
      <div role="status">{tested?.came && tested.came !== 'testing' && <Came of={tested.of} came={tested.came} />}</div>
    </form>
  )
}

function Came({ of, came }: { of: string; came: WayTested }) {
  const { now } = words.value
  if (came.is === 'not published')
    return (
      <>
        <h3>
          {now.notPublished} <ForeignText>{domainOf(of)}</ForeignText>
        </h3>
        <p>{now.notPublishedMore}</p>
      </>
    )
  const { host, account, cause, isClear } = came
  if (!cause)
    return (
      <>
        <h3>
          {isClear ? now.wayClear : now.wayUncertain} <ForeignText>{host}</ForeignText>
        </h3>
        <p>{isClear ? now.wayClearMore : now.wayUncertainMore}</p>
      </>
    )
  return (
    <>
      <h3>
        <Translated>{cause.title}</Translated>
      </h3>
      <p>
        <Translated>{cause.plain}</Translated>
      </p>
      <Offered account={account} />
    </>
  )
}

/** Of an account that nobody watches. */
function Offered({ account }: { account: string }) {
  const { ask, isTreating } = useStore()
  const [asked] = useAnswer(() => ask.offers({ account }), `${account} ${isTreating.value}`)
  const offers = latestAnswer(asked)
  return offers ? <OfferedRemedies offers={offers} account={account} /> : null
}
