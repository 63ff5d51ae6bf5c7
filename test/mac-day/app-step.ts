import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core'
import { productName } from '../../src/cli/start-app.ts'
import { type Day, done, ended, root, type Step } from './day.ts'
import type { Verdict } from './points.ts'

const output = 'dist/mac-day'
const builder = join(root, 'node_modules/electron-builder/cli.js')
/** As `dist:local`, but that the driver may speak to it: what is shipped has that fuse off. */
const driven = ['-c.electronFuses.enableNodeCliInspectArguments=true', `-c.directories.output=${output}`]
const settled = 2_000

export const appStep: Step = {
  title: 'The app',
  does: 'packs the app for this Mac, looks at its signature, starts it in a home folder of its own, opens panel and menu, takes pictures in light and dark, and measures memory and wakeups',
  async prove(day) {
    const built = await ended('/bin/sh', ['-c', 'npm run build'], day, { within: 600_000 })
    if (built.code !== 0)
      return {
        is: 'failed',
        lines: ['It could not be built.'],
        files: [day.keep('build.txt', built.stdout + built.stderr)],
      }
    const local = ['--mac', '--config', 'electron-builder.local.yml', ...driven]
    const packed = await ended(process.execPath, [builder, ...local], day, { within: 900_000 })
    const file = day.keep('pack.txt', packed.stdout + packed.stderr)
    if (packed.code !== 0) return { is: 'failed', lines: ['It could not be packed.'], files: [file] }
    const app = join(root, output, folderOf(join(root, output)), 'Outbox Doctor.app')
    const verified = await ended('/usr/bin/codesign', ['--verify', '--deep', '--strict', '--verbose=2', app], day)
    const signature = `Its signature is ${verified.code === 0 ? 'whole' : `not: ${verified.stderr}`}.`
    const home = mkdtempSync(join(tmpdir(), 'mac-day-home-'))
    try {
      const { lines, files, settles } = await drive(join(app, 'Contents/MacOS/Outbox Doctor'), home, day)
      return { ...done(signature, ...lines), files: [file, ...files], settles }
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
}

const folderOf = (folder: string) => readdirSync(folder).find((name) => name.startsWith('mac')) ?? 'mac'

interface Seen {
  settles: Readonly<Record<string, Verdict>>
  lines: readonly string[]
  files: readonly string[]
}

/** Everything that can be looked at while it runs. Its home is its own, so that it finds no mail and leaves nothing. */
async function drive(executablePath: string, home: string, day: Day): Promise<Seen> {
  const began = performance.now()
  const env = { ...(process.env as Record<string, string>), HOME: home, CFFIXED_USER_HOME: home }
  const app = await electron.launch({ executablePath, env, timeout: 60_000 })
  try {
    const first = await app.firstWindow({ timeout: 60_000 })
    const lines = [`The window of the first start came after ${Math.round(performance.now() - began)} ms.`]
    const name = await app.evaluate(({ app: own }) => ({
      name: own.name,
      data: own.getPath('userData'),
      session: own.getPath('sessionData'),
    }))
    lines.push(`It calls itself ${name.name}, and keeps its things in ${name.data} and ${name.session}.`)
    const isNamed = name.name === productName && name.data.endsWith(`/Application Support/${productName}`)
    const settles: Record<string, Verdict> = { 'app-6': 'proved', 'app-7': isNamed ? 'proved' : 'contradicted' }
    const files = [
      ...(await pictures(app, first, 'permissions', day)),
      ...(await panelAndMenu(app, day, lines, settles)),
    ]
    lines.push(...(await measured(app, day)))
    return { lines, files, settles }
  } finally {
    await app.close()
  }
}

async function pictures(app: ElectronApplication, page: Page, name: string, day: Day): Promise<readonly string[]> {
  const files: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await app.evaluate(({ nativeTheme }, theme) => {
      nativeTheme.themeSource = theme
    }, scheme)
    await page.waitForFunction(`matchMedia('(prefers-color-scheme: dark)').matches === ${scheme === 'dark'}`)
    files.push(day.keep(`pictures/${name}-${scheme}.png`, await page.screenshot()))
  }
  return files
}

/** Electron gives nobody its icon, so that it is taken from the first call that the app makes of it. */
async function panelAndMenu(
  app: ElectronApplication,
  day: Day,
  lines: string[],
  settles: Record<string, Verdict>,
): Promise<readonly string[]> {
  await app.evaluate(({ Tray }) => {
    const held = globalThis as unknown as { tray?: Electron.Tray; menus: number }
    held.menus = 0
    const { setToolTip, popUpContextMenu } = Tray.prototype
    Tray.prototype.setToolTip = function (text) {
      held.tray = this
      return setToolTip.call(this, text)
    }
    // Opened for real, a menu holds everything up until a person closes it.
    Tray.prototype.popUpContextMenu = function (menu, position) {
      held.menus += 1
      setTimeout(() => menu?.closePopup(), 1_000)
      return popUpContextMenu.call(this, menu, position)
    }
  })
  const [window] = app.windows()
  await window?.evaluate(() =>
    (
      globalThis as unknown as { outboxDoctor: { ask(ask: string, request: object): Promise<unknown> } }
    ).outboxDoctor.ask('examineNow', {}),
  )
  await window?.waitForTimeout(settled)
  const at = await app.evaluate(() => (globalThis as unknown as { tray?: Electron.Tray }).tray?.getBounds())
  if (!at) {
    lines.push('The icon was not found, so that neither panel nor menu was opened.')
    return []
  }
  lines.push(`The icon stands at ${at.x}, ${at.y}, ${at.width} wide.`)
  const opened = app.waitForEvent('window', { timeout: 20_000 })
  await app.evaluate((_electron, bounds) => {
    const { tray } = globalThis as unknown as { tray: Electron.Tray }
    tray.emit('click', {}, bounds)
  }, at)
  const panel = await opened
  lines.push('A click on the icon opened the panel.')
  const files = [...(await pictures(app, panel, 'panel', day))]
  await app.evaluate((_electron, bounds) => {
    const { tray } = globalThis as unknown as { tray: Electron.Tray }
    setTimeout(() => tray.emit('click', { ctrlKey: true }, bounds), 100)
  }, at)
  await panel.waitForTimeout(600)
  const shot = join(day.folder, 'pictures/menu.png')
  const taken = await ended('/usr/sbin/screencapture', ['-x', shot], day, { within: 10_000 })
  await panel.waitForTimeout(settled)
  const menus = await app.evaluate(() => (globalThis as unknown as { menus: number }).menus)
  lines.push(`Control-click opened ${menus} menu.`)
  settles['app-5'] = menus === 1 ? 'proved' : 'contradicted'
  return taken.code === 0 ? [...files, 'pictures/menu.png'] : files
}

async function measured(app: ElectronApplication, day: Day): Promise<readonly string[]> {
  const metrics = await app.evaluate(({ app: own }) =>
    own
      .getAppMetrics()
      .map(({ type, memory, cpu }) => ({ type, memory: memory.workingSetSize, wakeups: cpu.idleWakeupsPerSecond })),
  )
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
