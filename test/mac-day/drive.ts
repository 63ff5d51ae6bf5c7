import { realpathSync } from 'node:fs'
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core'
import { productName } from '../../src/cli/start-app.ts'
import type { Day } from './day.ts'
import { ended, inTime, killGroup } from './ended.ts'
import { clickIcon, iconBounds, menusShown, overhear, threadComesUp } from './menu-bar.ts'
import type { Verdict } from './points.ts'

/** What was seen of the app while it ran. */
export interface Seen {
  settles: Readonly<Record<string, Verdict>>
  lines: readonly string[]
  files: readonly string[]
}

/** With these, Chromium makes no item in the keychain, nor asks for it. */
export const switches = ['--use-mock-keychain']
const settledMs = 2_000
const startMs = 60_000
const answerMs = 15_000
/** Beside the app's own `main.js`, in the archive. */
const threadEntry = 'src/world/real/reading/thread-entry.js'

/** Everything that can be looked at while it runs. Its home is its own, so that it finds no mail and leaves nothing. */
export async function drive(executablePath: string, home: string, day: Day): Promise<Seen> {
  const began = performance.now()
  const env = { ...(process.env as Record<string, string>), HOME: home, CFFIXED_USER_HOME: home }
  const app = await electron.launch({ executablePath, args: switches, env, timeout: startMs })
  const child = app.process()
  try {
    const first = await app.firstWindow({ timeout: startMs })
    const lines = [`The window of the first start came after ${Math.round(performance.now() - began)} ms.`]
    const asked = app.evaluate(({ app: own }) => ({
      name: own.name,
      data: own.getPath('userData'),
      session: own.getPath('sessionData'),
    }))
    const own = await inTime('The names of the app', answerMs, asked)
    if (!own.data.startsWith(realpathSync(home)) && !own.data.startsWith(home))
      throw new Error(`It keeps its things in ${own.data} and not in the home that it was given; it was ended.`)
    lines.push(`It calls itself ${own.name}, and keeps its things in ${own.data} and ${own.session}.`)
    const isNamed = own.name === productName && own.data.endsWith(`/Application Support/${productName}`)
    const comesUp = await inTime('The thread that reads stores', answerMs, app.evaluate(threadComesUp, threadEntry))
    lines.push(`The thread that reads stores ${comesUp ? 'comes up' : 'does not come up'} in it.`)
    const settles: Record<string, Verdict> = {
      'app-6': 'proved',
      'app-7': isNamed ? 'proved' : 'contradicted',
      'files-3': comesUp ? 'proved' : 'contradicted',
    }
    const files = [...(await pictures(app, first, 'permissions', day)), ...(await panelAndMenu(app, day, lines))]
    lines.push(...(await measured(app, day)))
    return { lines, files, settles }
  } finally {
    await inTime('The end of the app', answerMs, app.close()).catch(() => {})
    killGroup(child)
  }
}

/** Of the page and of nothing else: what stands on the screen is the person's. */
async function pictures(app: ElectronApplication, page: Page, name: string, day: Day): Promise<readonly string[]> {
  const files: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    const set = app.evaluate(({ nativeTheme }, theme) => {
      nativeTheme.themeSource = theme
    }, scheme)
    await inTime(`Turning ${scheme}`, answerMs, set)
    const query = `matchMedia('(prefers-color-scheme: dark)').matches === ${scheme === 'dark'}`
    await page.waitForFunction(query, undefined, { timeout: answerMs })
    files.push(day.keep(`pictures/${name}-${scheme}.png`, await page.screenshot({ timeout: answerMs })))
  }
  return files
}

async function panelAndMenu(app: ElectronApplication, day: Day, lines: string[]): Promise<readonly string[]> {
  const ask = <T>(asked: Promise<T>) => inTime('The icon of the app', answerMs, asked)
  await ask(app.evaluate(overhear))
  const [window] = app.windows()
  const examined = window?.evaluate(() =>
    (
      globalThis as unknown as { outboxDoctor: { ask(ask: string, request: object): Promise<unknown> } }
    ).outboxDoctor.ask('examineNow', {}),
  )
  if (examined) await inTime('An examination', startMs, examined)
  await window?.waitForTimeout(settledMs)
  const at = await ask(app.evaluate(iconBounds))
  if (!at) {
    lines.push('The icon was not found, so that neither panel nor menu was opened.')
    return []
  }
  lines.push(`The icon stands at ${at.x}, ${at.y}, ${at.width} wide.`)
  const opened = app.waitForEvent('window', { timeout: 20_000 })
  opened.catch(() => {})
  await ask(app.evaluate(clickIcon, { ctrlKey: false, at }))
  const panel = await opened
  lines.push('A click, made by the driver, opened the panel.')
  const files = [...(await pictures(app, panel, 'panel', day))]
  await ask(app.evaluate(clickIcon, { ctrlKey: true, at }))
  const [menu, ...more] = await ask(app.evaluate(menusShown))
  if (!menu || more.length > 0) throw new Error(`A click told with Control made ${more.length + (menu ? 1 : 0)} menus.`)
  lines.push('A click told with Control makes one menu: our side works. Whether macOS tells one so was not seen.')
  return [...files, day.keep('menu.txt', `${menu.join('\n')}\n`)]
}

async function measured(app: ElectronApplication, day: Day): Promise<readonly string[]> {
  const asked = app.evaluate(({ app: own }) =>
    own
      .getAppMetrics()
      .map(({ type, memory, cpu }) => ({ type, memory: memory.workingSetSize, wakeups: cpu.idleWakeupsPerSecond })),
  )
  const metrics = await inTime('The figures of the app', answerMs, asked)
  const whole = metrics.reduce((sum, { memory }) => sum + memory, 0)
  const pid = app.process().pid ?? 0
  const top = await ended(
    '/usr/bin/top',
    ['-l', '2', '-s', '10', '-pid', String(pid), '-stats', 'pid,mem,idlew,power'],
    day,
  )
  const last = top.stdout.trim().split('\n').at(-1) ?? ''
  return [
    `Resident memory: ${megabytes(whole)} in all; ${metrics.map(({ type, memory }) => `${type} ${megabytes(memory)}`).join(', ')}.`,
    `Wakeups a second: ${metrics.map(({ type, wakeups }) => `${type} ${wakeups}`).join(', ')}.`,
    `top says of its main process (number, memory, idle wakeups, power): ${last.trim()}.`,
  ]
}

const megabytes = (kilobytes: number) => `${Math.round(kilobytes / 1_024)} MB`
