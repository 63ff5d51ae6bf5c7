// First of all: the content security policy forbids what zod would try out.
import './no-eval.ts'
// And next: what opens the door must not stay in the address.
import './invitation.ts'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { panelOn } from '../api/panel.ts'
import type { Transport } from '../api/transport.ts'
import { App } from './frame/app.tsx'
import { Entrance, lineToDoor } from './frame/entrance.tsx'
import { openStore, StoreContext } from './store.ts'
import { learn } from './words/told.ts'
import { words } from './words/words.ts'

declare global {
  interface Window {
    /** Put there by the preload of the app; in a plain browser there is none. */
    outboxDoctor?: Transport
  }
}

const root = document.getElementById('panel')
if (root) {
  const [line] = await Promise.all([window.outboxDoctor ?? lineToDoor(), learn()])
  effect(() => {
    document.documentElement.lang = words.value.locale
    void learn()
  })
  root.replaceChildren()
  const store = openStore(panelOn(line))
  render(
    <StoreContext.Provider value={store}>
      <Entrance>
        <App />
      </Entrance>
    </StoreContext.Provider>,
    root,
  )
}
