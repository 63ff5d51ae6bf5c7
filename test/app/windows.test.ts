import { describe, expect, test } from 'vitest'
import { guardContents, guardSession } from '../../src/app/guard.ts'
import { powerEventsOf } from '../../src/app/power.ts'
import type { Bounds, BrowserSession, ShellDisplay } from '../../src/app/shell.ts'
import { isIconVisible, panelWindowFor, tidyPanel, whenHidden } from '../../src/app/windows.ts'
import type { MacEvent } from '../../src/core/mac-powers.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { realMac } from '../../src/world/real/mac/this-mac.ts'
import { HandClock, settled } from '../hand-clock.ts'
import { Ears, PageDouble } from './shell-double.ts'

const minute = 60_000

class WindowDouble extends Ears {
  addresses: string[] = []
  shown = false
  gone = false
  inDock = false
  isDestroyed = () => this.gone
  isMinimized = () => this.inDock
  restore() {
    this.inDock = false
  }
  focus() {}
  setVisibleOnAllWorkspaces() {}
  show() {
    this.shown = true
  }
  async loadURL(url: string) {
    this.addresses.push(url)
  }
  close() {
    this.gone = true
    this.emit('closed')
  }
}

/** As `menubar` does it: a window is made for a click, and forgotten only when it closes. */
class BarDouble extends Ears {
  window: WindowDouble | undefined
  click() {
    if (this.window?.shown) return this.hideWindow()
    if (!this.window) {
      const made = new WindowDouble()
      this.window = made.on('closed', () => {
        this.window = undefined
      })
    }
    this.emit('show')
    this.window.show()
  }
  hideWindow() {
    if (this.window) this.window.shown = false
    this.emit('after-hide')
  }
}

describe('the panel below the icon', () => {
  test('goes when it was hidden for three minutes, and comes again on a click', async () => {
    const bar = new BarDouble()
    const clock = new HandClock()
    tidyPanel(bar, clock)
    bar.click()
    const first = bar.window
    bar.click()
    await clock.pass(3 * minute - 1)
    expect(bar.window).toBe(first)
    await clock.pass(1)
    expect([first?.gone, bar.window]).toEqual([true, undefined])
    bar.click()
    expect(bar.window?.shown).toBe(true)
  })

  test('stays while it is shown, however often it was hidden before', async () => {
    const bar = new BarDouble()
    const clock = new HandClock()
    tidyPanel(bar, clock)
    for (const _ of [1, 2]) {
      bar.click()
      bar.click()
      await clock.pass(2 * minute)
    }
    bar.click()
    await clock.pass(10 * minute)
    expect(bar.window?.shown).toBe(true)
  })
})

/** The normal window, and all that were made for it. */
function room() {
  const made: WindowDouble[] = []
  const make = () => {
    const window = new WindowDouble()
    made.push(window)
    return window
  }
  return { made, ...panelWindowFor(make) }
}

test('there is one normal window; it is made anew when it was closed', async () => {
  const { made, show } = room()
  await show('timeline')
  await show('settings')
  expect(made).toHaveLength(1)
  expect(made[0]?.addresses).toEqual(['app://panel/index.html#/timeline', 'app://panel/index.html#/settings'])
  made[0]?.close()
  await show('now')
  expect(made).toHaveLength(2)
})

test('whoever comes back finds the normal window as it was, and a new one only where there is none', async () => {
  const { made, show, enter } = room()
  await show('settings')
  Object.assign(made[0] ?? {}, { shown: false, inDock: true })
  await enter('now')
  expect(made).toMatchObject([{ shown: true, inDock: false, addresses: ['app://panel/index.html#/settings'] }])
  made[0]?.close()
  await enter('now')
  expect(made[1]).toMatchObject({ shown: true, addresses: ['app://panel/index.html#/now'] })
})

/** With a menu bar of this height. */
function display(bounds: Bounds, bar = 24, internal = false): ShellDisplay {
  const { x, y, width, height } = bounds
  return { bounds, workArea: { x, y: y + bar, width, height: height - bar }, internal }
}

test('an icon is seen on the menu bar of a display, and not where macOS parks it', () => {
  const displays = [
    display({ x: 0, y: 0, width: 1512, height: 982 }),
    display({ x: 1512, y: -200, width: 1920, height: 1080 }),
  ]
  const at = (x: number, y: number, width = 32) => isIconVisible({ x, y, width, height: 24 }, displays)
  expect(at(1281, 0)).toBe(true)
  expect(at(2800, -200)).toBe(true)
  expect(at(0, 982)).toBe(false)
  expect(at(-1, 981)).toBe(false)
  expect(at(1281, 0, 0)).toBe(false)
})

test('an icon behind the camera is not seen; on a bar without a camera it may stand in the middle', () => {
  const bounds = { x: 0, y: 0, width: 1512, height: 982 }
  const at = (x: number, shown: ShellDisplay) => isIconVisible({ x, y: 0, width: 32, height: 33 }, [shown])
  const portable = display(bounds, 33, true)
  expect([at(660, portable), at(740, portable), at(820, portable)]).toEqual([false, false, false])
  expect([at(860, portable), at(1281, portable)]).toEqual([true, true])
  expect(at(740, display(bounds, 24, true))).toBe(true)
  expect(at(740, display(bounds, 33, false))).toBe(true)
})

describe('a hidden icon', () => {
  const seen = { x: 1281, y: 0, width: 32, height: 24 }
  const parked = { x: 0, y: 982, width: 32, height: 22 }

  function hiding(at: Bounds) {
    const clock = new HandClock()
    const ears = new Ears()
    const displays = () => [display({ x: 0, y: 0, width: 1512, height: 982 })]
    let told = 0
    let icon = at
    const onDisplays = (changed: () => void) => void ears.on('changed', changed)
    whenHidden(
      () => icon,
      { displays, onDisplays },
      clock,
      () => told++,
    )
    const moves = async (to: Bounds) => {
      icon = to
      ears.emit('changed')
      ears.emit('changed')
      await clock.pass(2_000)
    }
    return { ears, clock, moves, told: () => told }
  }

  test('is told at the start, or when it goes, and never again', async () => {
    const hidden = hiding(parked)
    await hidden.clock.pass(2_000)
    expect(hidden.told()).toBe(1)
    const { clock, moves, told } = hiding(seen)
    await clock.pass(2_000)
    expect(told()).toBe(0)
    for (const place of [parked, parked, seen, parked]) await moves(place)
    expect(told()).toBe(1)
  })

  test('is given time to find its place, at the start and on another display', async () => {
    const { ears, clock, moves, told } = hiding(parked)
    await clock.pass(1_999)
    await moves(seen)
    expect(told()).toBe(0)
    ears.emit('changed')
    await clock.pass(1_999)
    await moves(seen)
    expect(told()).toBe(0)
  })
})

describe('what a page may not', () => {
  test('open windows; a link to a known host opens in the browser', () => {
    const page = new PageDouble()
    const opened: string[] = []
    guardContents(page, async (url) => void opened.push(url))
    for (const url of [
      'https://support.apple.com/102525',
      'https://example.org/',
      'https://user@support.apple.com/',
      'http://support.apple.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'nonsense',
    ])
      expect(page.opener({ url })).toEqual({ action: 'deny' })
    expect(opened).toEqual(['https://support.apple.com/102525'])
  })

  test.each(['will-navigate', 'will-attach-webview'])('%s', (event) => {
    const page = new PageDouble()
    guardContents(page, async () => {})
    let prevented = false
    const preventDefault = () => {
      prevented = true
    }
    page.emit(event, { preventDefault })
    expect(prevented).toBe(true)
  })

  test('use camera, position or anything else but what copying needs', () => {
    const granted: string[] = []
    const checked: string[] = []
    const asked = [
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'clipboard-read',
      'clipboard-sanitized-write',
    ]
    const session: BrowserSession = {
      setPermissionRequestHandler: (handler) =>
        asked.forEach((one) => {
          handler({}, one, (yes) => yes && granted.push(one))
        }),
      setPermissionCheckHandler: (handler) =>
        asked.forEach((one) => {
          if (handler({}, one, 'app://panel/')) checked.push(one)
          if (handler({}, one, 'https://example.org')) checked.push('stranger')
        }),
    }
    guardSession(session)
    expect([granted, checked]).toEqual([['clipboard-sanitized-write'], ['clipboard-sanitized-write']])
  })
})

test('sleep and the charger reach the doctor as they happen, until it leaves', async () => {
  const monitor = new Ears()
  const heard: MacEvent[] = []
  const stop = realMac(systemClock, powerEventsOf(monitor)).watch((event) => heard.push(event))
  for (const event of ['suspend', 'resume', 'on-battery', 'on-ac']) monitor.emit(event)
  stop()
  monitor.emit('suspend')
  await settled()
  expect(heard.map(({ is }) => is)).toEqual(['slept', 'woke', 'power', 'power'])
  expect(monitor.count).toBe(0)
})
