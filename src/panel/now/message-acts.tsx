import { useEffect, useRef } from 'preact/hooks'
import type { AsideChoice } from '../../core/episode.ts'
import type { ClientState } from '../../core/state.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** What can be done about one message that waits: look at it, or leave it alone; the way back stands open. */
export function MessageActs({
  message,
  subject,
  isAside,
  app,
}: {
  message: string
  subject: string | undefined
  isAside: boolean
  app: Pick<ClientState, 'name' | 'showsMessages'> | undefined
}) {
  const { ask, attempt } = useStore()
  const { now } = words.value
  const first = useRef<HTMLElement | null>(null)
  const isTurned = useRef(false)
  const keep = (element: HTMLElement | null) => {
    first.current = element
  }
  // What was clicked is gone then: whoever goes by keyboard stays with the message.
  useEffect(() => {
    if (isTurned.current) first.current?.focus()
    isTurned.current = false
  }, [isAside])
  const put = async (how: AsideChoice) => {
    isTurned.current = true
    if (!(await attempt(ask.putAside({ message, how })))) isTurned.current = false
  }
  const show = app?.showsMessages && (
    <button type="button" class="button" onClick={() => void attempt(ask.showMessage({ message }))}>
      {now.openIn(app.name)}
    </button>
  )
  // Heard with the message it is for, and written once.
  const named = (act: string) => (subject ? `${act} ${subject}` : act)
  if (isAside)
    return (
      <div class="acts">
        <button
          type="button"
          class="button"
          ref={keep}
          aria-label={named(now.heedIt)}
          onClick={() => void put('watch')}
        >
          {now.heedIt}
        </button>
        {show}
      </div>
    )
  return (
    <details class="acts">
      <summary ref={keep} aria-label={named(now.actOn)}>
        {now.actOn}
      </summary>
      <div>
        {show}
        <button type="button" class="button" onClick={() => void put('ignore')}>
          {now.ignoreIt}
        </button>
        <button type="button" class="button" onClick={() => void put('remind')}>
          {now.remindIt}
        </button>
      </div>
    </details>
  )
}
