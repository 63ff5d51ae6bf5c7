import type { Clock } from '../core/time.ts'
import type { MenuPage } from './menu.ts'
import { panelPage } from './origin.ts'
import type { Bounds, MenubarPanel, Shell, ShellDisplay, ShellWindow } from './shell.ts'

/** A hidden window costs its user a hundred megabytes: it goes when it was not wanted for so long. */
const keptHidden = 3 * 60_000
const menuBarHeight = 40
/** A menu bar beside the camera is 33 to 37 points high; others have 22 to 24. */
const besideCamera = 30
/** Of the width, from its middle to where the camera ends: 92 of 1728 points were measured, 5.3 %. */
const camera = 0.05
/** A new icon tells a wrong place for half a second (electron#35984), and displays change several times in a row. */
const settling = 2_000

/** Destroys the panel below the icon when it was hidden for three minutes; the next click makes a new one. */
export function tidyPanel(bar: MenubarPanel, clock: Clock): void {
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

/** The panel comes over whatever is in front, an app that fills the screen too; each new window has to be told. */
export function overEverything(bar: MenubarPanel): void {
  bar.on('after-create-window', () =>
    // Without skipping, Electron would turn the app into one of the Dock and back each time.
    bar.window?.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true }),
  )
}

/** The same panel in a normal window: for history and settings, and for whoever cannot see the icon. One at most. */
export interface PanelWindow {
  /** Opens it at this page, or turns it to it. */
  show(page: MenuPage, what?: string): Promise<void>
  /** Brings it to the front as it stands; opens it at this page where there is none. */
  enter(page: MenuPage): Promise<void>
}

export function panelWindowFor(make: () => ShellWindow): PanelWindow {
  let window: ShellWindow | undefined
  let loaded = Promise.resolve()
  const open = () => (window?.isDestroyed() === false ? window : undefined)
  const opened = () => {
    const made = make()
    window = made
    made.once('closed', () => {
      if (window === made) window = undefined
    })
    return made
  }
  const come = async (shown: ShellWindow) => {
    await loaded
    // Whoever closes it while it loads does not want it.
    if (shown.isDestroyed()) return
    // One that lies in the Dock is not brought out of it by being shown.
    if (shown.isMinimized()) shown.restore()
    shown.show()
    shown.focus()
  }
  const show = (page: MenuPage, what?: string) => {
    const shown = open() ?? opened()
    loaded = shown.loadURL(panelPage(page, what))
    return come(shown)
  }
  return {
    show,
    enter(page) {
      const shown = open()
      return shown ? come(shown) : show(page)
    },
  }
}

/**
 * Tells once that the icon cannot be seen: looks at first, and again when displays come, go or change. `isPutAway`: its
 * person wants that.
 */
export function whenHidden(
  icon: () => Bounds,
  { displays, onDisplays }: Pick<Shell, 'displays' | 'onDisplays'>,
  clock: Clock,
  tell: () => void,
  isPutAway: () => boolean = () => false,
): void {
  let isTold = false
  let waiting = new AbortController()
  const look = () => {
    if (isTold || isPutAway() || isIconVisible(icon(), displays())) return
    isTold = true
    tell()
  }
  const lookSoon = () => {
    if (isTold) return
    waiting.abort()
    waiting = new AbortController()
    clock.wait(settling, waiting.signal).then(look, () => {})
  }
  lookSoon()
  onDisplays(lookSoon)
}

/**
 * Whether the icon stands on the menu bar of any display. macOS parks one that was switched off in System Settings at
 * the bottom of the screen. One that found no room lies under the camera, at a place like any other (electron#31478):
 * icons that are seen stand to the right of it.
 */
export function isIconVisible(icon: Bounds, displays: readonly ShellDisplay[]): boolean {
  return displays.some((display) => isOnBar(icon, display.bounds) && !isBehindCamera(icon, display))
}

function isOnBar(icon: Bounds, { x, y, width }: Bounds): boolean {
  return icon.width > 0 && icon.x > x && icon.x < x + width && icon.y >= y && icon.y < y + menuBarHeight
}

function isBehindCamera(icon: Bounds, { bounds, workArea, internal }: ShellDisplay): boolean {
  if (!internal || workArea.y - bounds.y < besideCamera) return false
  return icon.x < bounds.x + bounds.width * (0.5 + camera)
}
