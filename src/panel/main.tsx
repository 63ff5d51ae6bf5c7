// First of all: the content security policy forbids what zod would try out.
import './no-eval.ts'
// And next: what opens the door must not stay in the address.
import './invitation.ts'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { panelOn } from '../api/panel.ts'
import type { Transport } from '../api/transport.ts'
import { AccessGate, transportToAgent } from './frame/access-gate.tsx'
import { PanelApp } from './frame/app.tsx'
import { openPanelStore, StoreContext } from './store.ts'
import { loadLanguage, words } from './words/language.ts'

declare global {
  interface Window {
    /** Put there by the preload of the app; in a plain browser there is none. */
    outboxDoctor?: Transport & {
      /** Where a file lies that was dropped onto the page. */
      pathOf?(file: File): string
    }
  }
}

const root = document.getElementById('panel')
if (root) {
  const [line] = await Promise.all([window.outboxDoctor ?? transportToAgent(), loadLanguage()])
  effect(() => {
    document.documentElement.lang = words.value.locale
    void loadLanguage()
  })
  root.replaceChildren()
  const store = openPanelStore(panelOn(line))
  render(
    <StoreContext.Provider value={store}>
      <AccessGate>
        <PanelApp />
      </AccessGate>
    </StoreContext.Provider>,
    root,
  )
}
