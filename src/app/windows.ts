import type { Clock } from '../core/time.ts'
import type { Page } from './menu.ts'
import { panelPage } from './origin.ts'
import type { Bar, Bounds, Window } from './shell.ts'

/** A hidden window costs its user a hundred megabytes: it goes when it was not wanted for so long. */
const keptHidden = 3 * 60_000
const menuBarHeight = 40

/** Destroys the panel below the icon when it was hidden for three minutes; the next click makes a new one. */
export function tidyPanel(bar: Bar, clock: Clock): void {
  let hidden = new AbortController()
  bar.on('show', () => hidden.abort())
  bar.on('after-hide', () => {
    hidden.abort()
    hidden = new AbortController()
    // Closed, not destroyed: `menubar` forgets a window only when it closes, and would show a destroyed one.
    const close = () => {
      if (bar.window?.isDestroyed() === false) bar.window.close()
    }
    clock.wait(keptHidden, hidden.signal).then(close, () => {})
  })
}

/** The same panel in a normal window: for history and settings, and for whoever cannot see the icon. One at most. */
export function roomFor(make: () => Window): (page: Page) => Promise<void> {
  let window: Window | undefined
  return async (page) => {
    if (!window || window.isDestroyed()) {
      const made = make()
      window = made
      made.once('closed', () => {
        if (window === made) window = undefined
      })
    }
    const shown = window
    await shown.loadURL(panelPage(page))
    // Whoever closes it while it loads does not want it.
    if (shown.isDestroyed()) return
    shown.show()
    shown.focus()
  }
}

/**
 * Whether the icon stands on the menu bar of any display. macOS parks an icon that it hides at the bottom of the
 * screen; of one behind the notch it says nothing.
 */
export function isSeen(icon: Bounds, displays: readonly Bounds[]): boolean {
  return displays.some(
    ({ x, y, width }) =>
      icon.width > 0 && icon.x > x && icon.x < x + width && icon.y >= y && icon.y < y + menuBarHeight,
  )
}
