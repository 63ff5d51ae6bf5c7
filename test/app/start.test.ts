import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Doctor, startAgent } from '../../src/agent.ts'
import type { Command, MenuEntry } from '../../src/app/menu.ts'
import type { Bounds, Shell } from '../../src/app/shell.ts'
import { startApp } from '../../src/app/start.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import type { State } from '../../src/core/state.ts'
import { withSubjects } from '../../src/doctor/tell-state.ts'
import { outside } from '../../src/knowledge/outside.ts'
import { realWorld } from '../../src/world/real/world.ts'
import { calm, Ears, HandClock, PageDouble, settled, stuck } from './shell-double.ts'

let pages: string

beforeEach(() => {
  pages = mkdtempSync(join(tmpdir(), 'outbox-doctor-pages-'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html>')
})
afterEach(() => rmSync(pages, { recursive: true, force: true }))

/** Electron with nothing behind it: it keeps what it is told, and lets a test be the person. */
function shellDouble({ first = true, icon = { x: 900, y: 0, width: 32, height: 24 } as Bounds } = {}) {
  const app = new Ears()
  const tray = new Ears()
  const seen: string[] = []
  /** Every word in the menu bar and in notifications. */
  const said: unknown[] = []
  let handler: (request: Request) => Response | Promise<Response> = () => new Response()
  let menu: readonly MenuEntry[] = []
  let clicked: (command: Command) => void = () => {}
  const shell: Shell = {
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
      getVersion: () => '1.2.3',
      getPreferredSystemLanguages: () => ['en'],
      getLoginItemSettings: () => ({ openAtLogin: false }),
      setLoginItemSettings: () => {},
    }),
    ipc: { handle: () => {}, on: () => {} },
    power: new Ears(),
    protocol: {
      handle: (_scheme, answer) => {
        handler = answer
      },
    },
    cipher: {
      isEncryptionAvailable: () => false,
      encryptString: () => new Uint8Array(),
      decryptString: () => '',
    },
    session: () => ({ setPermissionRequestHandler: () => {}, setPermissionCheckHandler: () => {} }),
    displays: () => [{ x: 0, y: 0, width: 1512, height: 982 }],
    openExternal: async () => {},
    announce: (text) => {
      seen.push(`notification: ${text.title}`)
      said.push(text)
      return Object.assign(new Ears(), { show: () => {}, close: () => void seen.push('taken back') })
    },
    bar: async () =>
      Object.assign(new Ears(), {
        window: undefined,
        hideWindow: () => {},
        tray: Object.assign(tray, {
          setImage: (path: string) => void seen.push(`icon: ${path.split('/').at(-1)}`),
          setTitle: (title: string) => void said.push(title),
          setToolTip: (text: string) => void said.push(text),
          getBounds: () => icon,
        }),
      }),
    window: () =>
      Object.assign(new Ears(), {
        isDestroyed: () => false,
        show: () => {},
        focus: () => {},
        close: () => {},
        loadURL: async (url: string) => void seen.push(`window: ${url}`),
      }),
    setMenuBar: () => {},
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
  return { shell, app, seen, said, choose, fetch: (url: string) => handler(new Request(url)) }
}

/** A doctor that says what it is told to. */
function doctorDouble() {
  let state: State = calm
  const listeners = new Set<(state: State) => void>()
  const done: string[] = []
  const doctor: Doctor = {
    state: () => state,
    panelState: () => withSubjects(state, new Map([['m1', 'canary-subject']])),
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    examineNow: () => void done.push('examine'),
    pause: () => void done.push('pause'),
    resume: () => void done.push('resume'),
    stop: async () => void done.push('stop'),
  }
  const says = (next: State) => {
    state = next
    for (const listener of listeners) listener(next)
  }
  return { doctor, done, says }
}

async function started(options: Parameters<typeof shellDouble>[0] = {}) {
  const double = shellDouble(options)
  const told = doctorDouble()
  const world = { ...realWorld(), clock: new HandClock() }
  const agent = { ...startAgent(world, ':memory:'), watch: () => told.doctor }
  const house = async () => ({
    world,
    agent,
    request: { outside, settings: defaultSettings },
    speed: 1,
    close: async () => agent.close(),
  })
  await startApp(double.shell, { house, license: 'MIT', panel: pages })
  await settled()
  return { ...double, ...told }
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
    'notification: This network blocks outgoing mail',
    'icon: clearTemplate.png',
    'taken back',
  ])
})

test('says no subject, neither in the menu bar nor in a notification', async () => {
  const { says, said, choose, doctor } = await started()
  says(stuck)
  await settled()
  choose('Check now')
  expect(JSON.stringify(doctor.panelState())).toContain('canary-subject')
  expect(JSON.stringify(said)).toMatch(/This network blocks outgoing mail.*Check now/)
  expect(JSON.stringify(said)).not.toContain('canary')
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

test.each(['second-instance', 'activate'])('opens a normal window on %s', async (event) => {
  const { app, seen } = await started()
  app.emit(event)
  await settled()
  expect(seen).toContain('window: app://panel/index.html#/now')
})

test('opens a normal window where the icon is hidden', async () => {
  const { seen } = await started({ icon: { x: 0, y: 982, width: 32, height: 22 } })
  expect(seen).toContain('window: app://panel/index.html#/now')
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
  for (const url of ['app://panel/../../etc/passwd', 'app://panel/%2e%2e/x', 'app://other/index.html', 'app://panel/'])
    expect((await fetch(url)).status).toBe(404)
})
