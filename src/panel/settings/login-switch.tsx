import { useState } from 'preact/hooks'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { Switch } from './switch.tsx'

/** Open at login: only where there is an app to be opened. macOS has the last word. */
export function LoginSwitch() {
  const { ask, attempt, settings } = useStore()
  const { settings: own, permissions } = words.value
  const [awaited, again] = useAnswer(() => ask.loginItem(), settings.value)
  const [isRefused, say] = useState(false)
  const item = latestAnswer(awaited)
  if (!item) return null
  const turn = async (on: boolean) => {
    const become = await attempt(ask.setLoginItem({ on }))
    say(on && become?.is === 'off')
    again()
  }
  const more = item.is === 'awaits' ? own.loginAwaits : isRefused ? own.loginRefused : undefined
  return (
    <>
      <Switch
        label={own.loginItem}
        locked={item.locked === true}
        more={more}
        isOn={item.is !== 'off'}
        turn={(on) => void turn(on)}
      />
      {more && (
        <button type="button" class="button small" onClick={() => void attempt(ask.openPane({ pane: 'login-items' }))}>
          {permissions.open}
        </button>
      )}
    </>
  )
}
