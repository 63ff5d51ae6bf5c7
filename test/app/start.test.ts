import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Doctor, startAgent } from '../../src/agent.ts'
import { panelOn } from '../../src/api/panel.ts'
import type { IpcEvent } from '../../src/api/transports/electron.ts'
import type { MenuCommand, MenuEntry } from '../../src/app/menu.ts'
import { panelPage } from '../../src/app/origin.ts'
import type { Bounds, Shell } from '../../src/app/shell.ts'
import { startApp } from '../../src/app/start.ts'
import type { FleetReport } from '../../src/core/fleet-report.ts'
import { defaultSettings, type Settings } from '../../src/core/settings.ts'
import type { State } from '../../src/core/state.ts'
import { leftMs } from '../../src/core/told.ts'
import { panelStateFrom } from '../../src/doctor/build-state.ts'
import { outsideWorld } from '../../src/knowledge/outside.ts'
import { realWorld } from '../../src/world/real/world.ts'
import { HandClock, settled } from '../hand-clock.ts'
import { day, maker, memoryOf, signed } from '../updates/signed-release.ts'
import { calm, Ears, PageDouble, stuck } from './shell-double.ts'

let pages: string

beforeEach(() => {
  pages = mkdtempSync(join(tmpdir(), 'outbox-doctor-pages-'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html>')
})
afterEach(() => rmSync(pages, { recursive: true, force: true }))

/** Electron with nothing behind it: it keeps what it is told, and lets a test be the person. */
function shellDouble({
  first = true,
  icon = { x: 900, y: 0, width: 32, height: 24 } as Bounds,
  status = 'enabled',
  isPackaged = true,
  wasOpenedAtLogin = false,
  args = [] as string[],
  areTaken = false,
} = {}) {
  const app = new Ears()
  const tray = new Ears()
  const seen: string[] = []
  /** Every word in the menu bar and in notifications. */
  const said: unknown[] = []
  let handler: (request: Request) => Response | Promise<Response> = () => new Response()
  let menu: readonly MenuEntry[] = []
  let bar: readonly MenuEntry[] = []
  let clicked: (command: MenuCommand) => void = () => {}
  let ask: (event: IpcEvent, ...args: unknown[]) => unknown = () => {}
  let opensAtLogin = false
  let closeWindow: () => unknown = () => {}
  /** Whether the icon stands on the menu bar: at first, and after each change. */
  let shown: boolean[] = []
  const relaunched: string[][] = []
  /** The keys that are heard whatever is in front. */
  const held = new Map<string, () => void>()
  /** The notifications that were made, the newest last. */
  const notices: Ears[] = []
  const menubar = new Ears()
  const shell: Shell = {
    args,
    alert: ({ title }) => void seen.push(`box: ${title}`),
    app: Object.assign(app, {
      requestSingleInstanceLock: () => first,
      whenReady: async () => {},
      quit: () => {
        let isHeld = false
        const preventDefault = () => {
          isHeld = true
        }
        app.emit('will-quit', { preventDefault })
        if (!isHeld) seen.push('quit')
      },
      relaunch: ({ args }: { args: string[] }) => void relaunched.push(args),
      setPath: () => {},
      getVersion: () => '1.2.3',
      getPreferredSystemLanguages: () => ['en'],
      isPackaged,
      getLoginItemSettings: () => ({
        openAtLogin: opensAtLogin && status === 'enabled',
        wasOpenedAtLogin,
        status: opensAtLogin ? status : 'not-registered',
      }),
      setLoginItemSettings: ({ openAtLogin }: { openAtLogin: boolean }) => {
        opensAtLogin = openAtLogin
      },
    }),
    ipc: {
      handle: (_channel, listener) => {
        ask = listener
      },
      on: () => {},
    },
    power: new Ears(),
    protocol: {
      handle: (_scheme, answer) => {
        handler = answer
      },
    },
    isTrusted: () => false,
    choose: async () => [],
    print: async () => new Uint8Array(),
    cipher: {
      isAsyncEncryptionAvailable: async () => false,
      encryptStringAsync: async () => new Uint8Array(),
      decryptStringAsync: async () => ({ result: '', shouldReEncrypt: false }),
    },
    session: () => ({ setPermissionRequestHandler: () => {}, setPermissionCheckHandler: () => {} }),
    displays: () => {
      const bounds = { x: 0, y: 0, width: 1512, height: 982 }
      return [{ bounds, workArea: { ...bounds, y: 24 }, internal: true }]
    },
    onDisplays: () => {},
    openExternal: async () => {},
    shortcut: (keys, pressed) => {
      if (areTaken) return false
      held.set(keys, pressed)
      return true
    },
    freeShortcut: (keys) => void held.delete(keys),
    copy: () => {},
    announce: (text) => {
      seen.push(`notification: ${text.title}`)
      said.push(text)
      const notice = new Ears()
      notices.push(notice)
      return Object.assign(notice, { show: () => {}, close: () => void seen.push('taken back') })
    },
    bar: async ({ isShown }) => {
      shown = [isShown]
      return {
        panel: Object.assign(menubar, {
          window: {
            isDestroyed: () => false,
            close: () => {},
            setVisibleOnAllWorkspaces: (...told: unknown[]) => void seen.push(`over: ${JSON.stringify(told)}`),
          },
          hideWindow: () => {},
        }),
        tray: Object.assign(tray, {
          setImage: (path: string) => void seen.push(`icon: ${path.split('/').at(-1)}`),
          setTitle: (title: string) => void said.push(title),
          setToolTip: (text: string) => void said.push(text),
          getBounds: () => icon,
        }),
        setShown: (is) => {
          if (is !== shown.at(-1)) shown.push(is)
        },
      }
    },
    window: () => {
      const window = Object.assign(new Ears(), {
        isDestroyed: () => false,
        isMinimized: () => false,
        restore: () => {},
        show: () => {},
        focus: () => {},
        close: () => window.emit('closed'),
        setVisibleOnAllWorkspaces: () => {},
        loadURL: async (url: string) => void seen.push(`window: ${url}`),
      })
      closeWindow = window.close
      return window
    },
    setMenuBar: (entries) => {
      bar = entries
    },
    popUp: (entries, choose) => {
      menu = entries
      said.push(entries)
      clicked = choose
    },
  }
  const choose = (label: string) => {
    tray.emit('right-click')
    const command = menu.find((entry) => entry.label === label)?.command
    if (command) clicked(command)
  }
  /** The panel's own page, in a window of ours. */
  const panel = panelOn({
    ask: async (...asked) =>
      ask({ sender: new PageDouble(), senderFrame: { url: panelPage('now'), parent: null } }, ...asked),
    listen: () => () => {},
  })
  const labels = () => ({ menu: menu.map(({ label }) => label), bar: bar[0]?.submenu?.map(({ label }) => label) })
  const fetch = (url: string) => handler(new Request(url))
  return {
    ...{ shell, app, tray, menubar, seen, said, notices, relaunched, held },
    ...{ choose, panel, labels, fetch, closeWindow: () => closeWindow(), iconShown: () => shown },
  }
}

/** A doctor that says what it is told to. */
function doctorDouble() {
  let state: State = calm
  const listeners = new Set<(state: State) => void>()
  const done: string[] = []
  const doctor: Doctor = {
    state: () => state,
    panelState: () => panelStateFrom(state, new Map([['m1', 'canary-subject']])),
    ownAddress: () => undefined,
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    examineNow: () => void done.push('examine'),
    pause: () => void done.push('pause'),
    resume: () => void done.push('resume'),
    putAside: (message, how) => void done.push(`${how} ${message}`),
    muteEpisode: (episode, on) => void done.push(`mute ${episode} ${on}`),
    tellAnew: () => {},
    stop: async () => void done.push('stop'),
  }
  const says = (next: State) => {
    state = next
    for (const listener of listeners) listener(next)
  }
  return { doctor, done, says }
}

type Starting = Parameters<typeof shellDouble>[0] & {
  language?: Settings['language']
  isNew?: boolean
  hideIcon?: boolean
  wasTold?: boolean
  /** What the maker of newer versions says. */
  body?: string
}

async function started({
  language = 'system',
  isNew = false,
  wasTold = false,
  hideIcon = false,
  body,
  ...options
}: Starting = {}) {
  let kept: Settings = { ...defaultSettings, language, hideIcon }
  const settings = {
    load: async () => ({ settings: kept, warnings: [], locked: [] }),
    save: async (saved: Settings) => {
      kept = saved
    },
  }
  const double = shellDouble(options)
  const told = doctorDouble()
  // The quiet hours are local ones.
  const clock = new HandClock(new Date(2026, 10, 21, 9).getTime())
  const real = realWorld()
  const http = async () => ({ outcome: 'answered', status: 200, headers: {}, body: body ?? '', ms: 1 }) as const
  const world = { ...real, clock, ...(body !== undefined && { net: { ...real.net, http } }) }
  const publisher = { release: 'https://example.org/u', page: 'https://example.org/', keys: [maker.text] }
  const agent = { ...startAgent(world, ':memory:'), watch: () => told.doctor }
  const session = async () => ({
    world,
    agent,
    request: { outside: outsideWorld, settings: kept },
    settings,
    ...(body !== undefined && { updates: { publisher, memory: memoryOf() } }),
    warnings: [],
    database: ':memory:',
    speed: 1,
    close: async () => agent.close(),
  })
  const isFirstRun = () => isNew
  const removeEverything = async () => void double.seen.push('removed')
  const hiddenIcon = { wasTold: () => wasTold, note: () => void double.seen.push('noted') }
  const reports: (FleetReport | 'gone')[] = []
  const fleet = {
    put: async (report: FleetReport) => void reports.push(report),
    remove: async () => void reports.push('gone'),
  }
  const file = { read: async () => undefined, write: async () => {}, remove: async () => {} }
  const telemetry = { file, newId: () => 'nobody' }
  const appOptions = {
    fleet,
    telemetry,
    hiddenIcon,
    session,
    license: 'MIT',
    isFirstRun,
    panel: pages,
    removeEverything,
  }
  await startApp(double.shell, appOptions)
  await settled()
  return { ...double, ...told, clock, reports }
}

test('tells by icon and notification what the doctor says, and takes it back', async () => {
  const { says, seen } = await started()
  says(stuck)
  await settled()
  says(calm)
  await settled()
  expect(seen).toEqual([
    'icon: clearTemplate.png',
    'icon: stuckTemplate.png',
    'notification: This network blocks mail altogether.',
    'icon: clearTemplate.png',
    'taken back',
    'notification: Your mail has left',
  ])
})

test('tells of a newer version: once by a notification, and in its menu, which leads to its page', async () => {
  const clock = { now: new Date(2026, 10, 21, 9).getTime() }
  const body = signed({ released: clock.now - day, expires: clock.now + 9 * day, version: '1.3.0' })
  const { seen, choose, clock: hand } = await started({ body })
  await hand.pass(3 * 3_600_000)
  await vi.waitFor(() => expect(seen).toContain('notification: Outbox Doctor 1.3.0 is there'))
  choose('Version 1.3.0 is there…')
  await settled()
  expect(seen).toContain(`window: ${panelPage('about')}`)
})

test('passes on from its menu that a person knows of what is stuck', async () => {
  const { says, choose, done } = await started()
  says(stuck)
  await settled()
  choose('Be quiet until this changes')
  await settled()
  expect(done).toEqual(['mute e true'])
})

test('passes on from its menu which messages are to be left alone', async () => {
  const { says, choose, done } = await started()
  says(stuck)
  await settled()
  choose('Remind me in an hour')
  await settled()
  expect(done).toEqual(['remind m1', 'remind m2'])
})

test('hears its keys only while they are wanted, and comes to the front by them', async () => {
  const { panel, held, seen } = await started()
  expect([...held.keys()]).toEqual([])
  await panel.ask.setSettings({ ...defaultSettings, shortcut: true })
  await settled()
  expect([...held.keys()]).toEqual(['Control+Alt+Command+O'])
  expect(seen).not.toContain(`window: ${panelPage('now')}`)
  held.get('Control+Alt+Command+O')?.()
  await settled()
  expect(seen).toContain(`window: ${panelPage('now')}`)
  await panel.ask.setSettings({ ...defaultSettings, shortcut: true, notifications: false })
  await settled()
  expect([...held.keys()]).toEqual(['Control+Alt+Command+O'])
  await panel.ask.setSettings(defaultSettings)
  await settled()
  expect([...held.keys()]).toEqual([])
})

test('goes on without its keys where another program has them', async () => {
  const { panel, held, seen } = await started({ areTaken: true })
  expect(await panel.ask.setSettings({ ...defaultSettings, shortcut: true })).toMatchObject({ ok: true })
  await settled()
  expect([...held.keys()]).toEqual([])
  expect(seen.filter((one) => one.startsWith('box'))).toEqual([])
})

test('is led by addresses of ours: to a check, to an incident, and nowhere else', async () => {
  const { app, seen, done } = await started()
  let isHeld = 0
  const open = async (url: string) => {
    app.emit('open-url', { preventDefault: () => void isHeld++ }, url)
    await settled()
  }
  await open('outbox-doctor://check')
  await open('outbox-doctor://incident/42')
  await open('outbox-doctor://treat/switch-port')
  expect(done).toEqual(['examine'])
  expect(seen.filter((one) => one.startsWith('window'))).toEqual([
    `window: ${panelPage('now')}`,
    `window: ${panelPage('timeline')}/42`,
  ])
  expect(isHeld).toBe(3)
})

test('says no subject, neither in the menu bar nor in a notification', async () => {
  const { says, said, choose, doctor } = await started()
  says(stuck)
  await settled()
  choose('Check now')
  expect(JSON.stringify(doctor.panelState())).toContain('canary-subject')
  expect(JSON.stringify(said)).toMatch(/This network blocks mail altogether..*Check now/)
  expect(JSON.stringify(said)).not.toContain('canary')
})

test('speaks the language of the settings, and another at once', async () => {
  const { says, said, choose, panel, labels, done } = await started({ language: 'de' })
  says(stuck)
  await settled()
  choose('Jetzt prüfen')
  expect(labels().menu.slice(0, 2)).toEqual(['2 Nachrichten stecken fest', 'Dieses Netzwerk sperrt Mail ganz und gar.'])
  expect(labels().bar).toContain('Einstellungen …')
  expect(JSON.stringify(said)).toContain('"title":"Dieses Netzwerk sperrt Mail ganz und gar."')
  expect(await panel.ask.setSettings({ ...defaultSettings, language: 'system' })).toMatchObject({ ok: true })
  await settled()
  expect(said.at(-1)).toBe('Outbox Doctor: 2 messages are stuck')
  expect(labels().bar).toContain('Settings…')
  choose('Check now')
  await settled()
  expect(done).toEqual(['examine', 'examine'])
})

test('announces nothing while that is switched off, and what still holds when it is switched on', async () => {
  const { says, seen, panel } = await started()
  await panel.ask.setSettings({ ...defaultSettings, notifications: false })
  says(stuck)
  await settled()
  expect(seen.filter((line) => line.startsWith('notification'))).toEqual([])
  await panel.ask.setSettings(defaultSettings)
  await settled()
  expect(seen.filter((line) => line.startsWith('notification'))).toHaveLength(1)
})

test.each([
  ['enabled', 'on', []],
  ['requires-approval', 'awaits', ['window: app://panel/index.html#/settings']],
  ['not-found', 'off', ['window: app://panel/index.html#/settings']],
])('opening at login is what macOS makes of it: %s', async (status, is, windows) => {
  const { choose, seen, panel } = await started({ status })
  expect(await panel.ask.loginItem()).toEqual({ ok: true, value: { is: 'off' } })
  choose('Open at login')
  await settled()
  expect(await panel.ask.loginItem()).toEqual({ ok: true, value: { is } })
  expect(seen.filter((line) => line.startsWith('window'))).toEqual(windows)
  await panel.ask.setLoginItem({ on: false })
  expect(await panel.ask.loginItem()).toEqual({ ok: true, value: { is: 'off' } })
})

test('an administrator has it opened at login, or never', async () => {
  const { panel } = await started()
  await panel.ask.setSettings({ ...defaultSettings, launchAtLogin: 'always' })
  expect(await panel.ask.loginItem()).toEqual({ ok: true, value: { is: 'on', locked: true } })
  await panel.ask.setSettings({ ...defaultSettings, launchAtLogin: 'never' })
  expect(await panel.ask.loginItem()).toEqual({ ok: true, value: { is: 'off', locked: true } })
  await panel.ask.setSettings(defaultSettings)
  expect(await panel.ask.setLoginItem({ on: true })).toMatchObject({ ok: true, value: { is: 'on' } })
})

test('where an organisation wants it, how this Mac fares is kept in counts, with nothing private in it', async () => {
  const { says, panel, reports, clock } = await started()
  says(stuck)
  await clock.pass(120_000)
  // What an earlier run may have left.
  expect(reports).toEqual(['gone'])
  await panel.ask.setSettings({ ...defaultSettings, fleetReport: true })
  await vi.waitFor(() => expect(reports).toHaveLength(2))
  expect(reports[1]).toMatchObject({ version: '1.2.3', status: 'stuck', waiting: stuck.waiting.length })
  const accounts = stuck.clients.flatMap((one) => one.accounts.flatMap(({ id, name }) => [id, name]))
  const ofMessages = stuck.waiting.flatMap(({ id, account }) => [id, account])
  for (const word of ['canary-subject', ...accounts, ...ofMessages].filter(Boolean))
    expect(JSON.stringify(reports[1])).not.toContain(`"${word}"`)
  // Many changes are one.
  for (let round = 0; round < 5; round += 1) says({ ...calm })
  await clock.pass(60_000)
  await vi.waitFor(() => expect(reports).toHaveLength(3))
  expect(reports[2]).toMatchObject({ status: 'clear', waiting: 0, stuck: 0 })
  await panel.ask.setSettings(defaultSettings)
  await vi.waitFor(() => expect(reports[3]).toBe('gone'))
})

test('a bare Electron is never opened at login', async () => {
  const { panel } = await started({ isPackaged: false })
  expect(await panel.ask.setLoginItem({ on: true })).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
})

test('the menu commands the doctor and opens the pages', async () => {
  const { choose, done, seen } = await started()
  for (const label of ['Check now', 'Pause for 1 hour', 'History', 'Settings…']) choose(label)
  await settled()
  expect(done).toEqual(['examine', 'pause'])
  expect(seen.filter((line) => line.startsWith('window'))).toEqual([
    'window: app://panel/index.html#/timeline',
    'window: app://panel/index.html#/settings',
  ])
})

test('quits when what is under way has come to its end', async () => {
  const { choose, done, seen } = await started()
  choose('Quit Outbox Doctor')
  for (let turn = 0; turn < 5; turn++) await settled()
  expect(done).toEqual(['stop'])
  expect(seen.at(-1)).toBe('quit')
})

test('ends by itself once everything was removed, and the person has read so', async () => {
  const { panel, clock, done, seen } = await started()
  expect(await panel.ask.removeEverything({ sure: true })).toMatchObject({ ok: true })
  expect(seen.at(-1)).toBe('removed')
  await clock.pass(10_000)
  for (let turn = 0; turn < 5; turn++) await settled()
  expect(seen.at(-1)).toBe('quit')
  expect(done).toEqual(['stop'])
})

test.each(['second-instance', 'activate'])('opens a normal window on %s', async (event) => {
  const { app, seen } = await started()
  app.emit(event)
  await settled()
  expect(seen).toContain('window: app://panel/index.html#/now')
})

test('the first time, tells what is watched and what has to be allowed; afterwards, how things stand', async () => {
  const { app, seen, clock, closeWindow } = await started({
    isNew: true,
    icon: { x: 0, y: 982, width: 32, height: 22 },
  })
  const windows = () => seen.filter((line) => line.startsWith('window'))
  app.emit('activate')
  await clock.pass(2_000)
  await settled()
  expect(windows()).toEqual(['window: app://panel/index.html#/permissions'])
  closeWindow()
  app.emit('second-instance')
  await settled()
  expect(windows()[1]).toBe('window: app://panel/index.html#/now')
})

const parked = { x: 0, y: 982, width: 32, height: 22 }

test('opens a normal window where the icon is hidden, once ever, and not when the Mac opened it at login', async () => {
  const windows = async (options: Starting) => {
    const { clock, seen } = await started({ icon: parked, ...options })
    await clock.pass(2_000)
    await settled()
    return seen.filter((line) => line.startsWith('window') || line === 'noted')
  }
  expect(await windows({})).toEqual(['noted', 'window: app://panel/index.html#/now'])
  expect(await windows({ wasTold: true })).toEqual([])
  expect(await windows({ wasOpenedAtLogin: true })).toEqual([])
})

describe('an icon that is hidden when all is well', () => {
  const hidden = { hideIcon: true, wasOpenedAtLogin: true }

  test('is not there at login, comes with a trouble, and goes when the mail has left and been told of', async () => {
    const { says, iconShown, clock } = await started(hidden)
    expect(iconShown()).toEqual([false])
    says({
      ...calm,
      waiting: [{ ...(stuck.waiting[0] as (typeof stuck.waiting)[0]), since: clock.now(), stuck: false }],
    })
    await settled()
    expect(iconShown()).toEqual([false])
    says(stuck)
    await settled()
    expect(iconShown()).toEqual([false, true])
    says(calm)
    await settled()
    expect(iconShown()).toEqual([false, true])
    await clock.pass(leftMs)
    await settled()
    expect(iconShown()).toEqual([false, true, false])
  })

  test('comes and goes at once by the switch', async () => {
    const { panel, says, iconShown } = await started({ wasOpenedAtLogin: true })
    says({ ...calm, since: 1 })
    await panel.ask.setSettings({ ...defaultSettings, hideIcon: true })
    await settled()
    await panel.ask.setSettings(defaultSettings)
    await settled()
    expect(iconShown()).toEqual([true, false, true])
  })

  test('opens a window where a person starts the app, and does not tell that it cannot be seen', async () => {
    const windows = async (options: Starting) => {
      const { clock, seen } = await started({ icon: parked, ...hidden, ...options })
      await clock.pass(2_000)
      await settled()
      return seen.filter((line) => line.startsWith('window') || line === 'noted')
    }
    expect(await windows({ wasOpenedAtLogin: false })).toEqual(['window: app://panel/index.html#/now'])
    expect(await windows({})).toEqual([])
  })
})

test('a click with the Control key opens the menu, with Quit in it; another one does not', async () => {
  const { tray, labels } = await started()
  for (const event of [{}, { ctrlKey: false }, { shiftKey: true }]) tray.emit('click', event)
  expect(labels().menu).toEqual([])
  tray.emit('click', { ctrlKey: true })
  expect(labels().menu).toContain('Quit Outbox Doctor')
})

test('the panel comes over an app that fills the screen, each time that it is made', async () => {
  const { menubar, seen } = await started()
  const over = 'over: [true,{"visibleOnFullScreen":true,"skipTransformProcessType":true}]'
  menubar.emit('after-create-window')
  menubar.emit('after-create-window')
  expect(seen.filter((line) => line.startsWith('over'))).toEqual([over, over])
})

test('starts again where a permission needs that, and comes back to that page', async () => {
  const { panel, relaunched, seen } = await started({ args: ['dist/app'] })
  expect(await panel.ask.about()).toMatchObject({ ok: true, value: { app: true } })
  expect(await panel.ask.restart()).toMatchObject({ ok: true })
  for (let turn = 0; turn < 5; turn++) await settled()
  expect(relaunched).toEqual([['dist/app', '--page=permissions']])
  expect(seen.at(-1)).toBe('quit')
  const next = await started({ args: relaunched[0] ?? [] })
  expect(next.seen).toContain('window: app://panel/index.html#/permissions')
  expect(await next.panel.ask.restart()).toMatchObject({ ok: true })
  expect(next.relaunched).toEqual(relaunched)
})

describe('the first notification', () => {
  const granted = async ({ panel }: Awaited<ReturnType<typeof started>>) => {
    const answer = await panel.ask.permissions()
    return answer.ok && answer.value.notifications
  }

  test.each(['show', 'failed'] as const)('is made on a click, and what became of it is told: %s', async (event) => {
    const one = await started()
    expect(await granted(one)).toBe('unknown')
    const tried = one.panel.ask.tryNotification()
    await settled()
    expect(one.seen).toContain('notification: This is how it looks')
    one.notices[0]?.emit(event, {}, 'UNErrorDomain 1')
    const shown = event === 'show'
    expect(await tried).toEqual({ ok: true, value: { is: shown ? 'shown' : 'failed' } })
    expect(await granted(one)).toBe(shown ? 'granted' : 'refused')
    one.choose('')
    expect(one.labels().menu.includes('macOS shows no notifications of Outbox Doctor…')).toBe(!shown)
  })

  test('of which macOS says nothing is no failure', async () => {
    const one = await started()
    const tried = one.panel.ask.tryNotification()
    await settled()
    await one.clock.pass(30_000)
    expect(await tried).toEqual({ ok: true, value: { is: 'untold' } })
    expect(await granted(one)).toBe('unknown')
  })

  test('that failed for a cause is made again once macOS shows them, and not before', async () => {
    const one = await started()
    const alarms = () => one.seen.filter((line) => line === 'notification: This network blocks mail altogether.')
    one.says(stuck)
    await settled()
    one.notices[0]?.emit('failed', {}, 'refused')
    one.says({ ...stuck, since: 1 })
    await settled()
    expect(alarms()).toHaveLength(1)
    const tried = one.panel.ask.tryNotification()
    await settled()
    one.notices.at(-1)?.emit('show')
    await tried
    await settled()
    expect(alarms()).toHaveLength(2)
  })
})

test('a second one ends at once and touches nothing', async () => {
  const { seen } = await started({ first: false })
  expect(seen).toEqual(['quit'])
})

test('guards every page that is made', async () => {
  const { app } = await started()
  const page = new PageDouble()
  app.emit('web-contents-created', {}, page)
  expect(page.count).toBe(2)
})

test('serves the panel to itself, with a policy, and nothing else', async () => {
  const { fetch } = await started()
  const page = await fetch('app://panel/index.html')
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  for (const url of ['app://panel/../../etc/passwd', 'app://panel/%2e%2e/x', 'app://other/index.html'])
    expect((await fetch(url)).status).toBe(404)
})
