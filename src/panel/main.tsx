// First of all: the content security policy forbids what zod would try out.
import './no-eval.ts'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { httpLine } from '../contract/http-line.ts'
import type { Line } from '../contract/line.ts'
import { panelOn } from '../contract/panel.ts'
import { App } from './frame/app.tsx'
import { openStore, StoreContext } from './store.ts'
import { learn } from './words/told.ts'
import { words } from './words/words.ts'

declare global {
  interface Window {
    /** Put there by the preload of the app; in a plain browser there is none. */
    outboxDoctor?: Line
  }
}

const root = document.getElementById('panel')
if (root) {
  await learn()
  effect(() => {
    void words.value
    void learn()
  })
  root.replaceChildren()
  const store = openStore(panelOn(window.outboxDoctor ?? httpLine(location.origin, (...request) => fetch(...request))))
  render(
    <StoreContext.Provider value={store}>
      <App />
    </StoreContext.Provider>,
    root,
  )
}
