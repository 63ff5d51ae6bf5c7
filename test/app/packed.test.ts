import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, extractFile, listPackage } from '@electron/asar'
import { parse } from 'plist'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { shippedPackages } from '../../release/shipped-packages.ts'
import { layOutApp, productName } from '../../src/cli/start-app.ts'
import { fusesIn, standInElectron } from './stand-in-electron.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-packed-'))
const project = join(folder, 'project')
const asked = join(folder, 'codesign-was-asked')

/** What electron-builder packs, but for the panel and the addon. */
beforeAll(() => {
  layOut(project)
  standInElectron(join(folder, 'electron'))
  // Away from a Mac there is none; whether it is asked is what counts.
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/codesign'), `#!/bin/sh\necho "$@" >>${asked}\n`, { mode: 0o755 })
}, 60_000)

/** Built anew. `backwards`: a folder holds its files in another order, and each has another time. */
function layOut(project: string, { backwards = false } = {}): void {
  const inOrder = <T>(all: readonly T[]) => (backwards ? all.toReversed() : all)
  const taken = ['package.json', 'package-lock.json', 'native', 'migrations', 'src/app/icons']
  const settings = ['electron-builder', 'electron-builder.local'].map((name) => `${name}.yml`)
  const rights = ['entitlements', 'entitlements.local'].map((name) => `${name}.plist`)
  mkdirSync(project)
  if (backwards) installIn(project, inOrder)
  for (const path of inOrder([...taken, ...settings, ...rights]))
    cpSync(join(root, path), join(project, path), { recursive: true })
  if (!backwards) installIn(project, inOrder)
  const built = join(project, 'dist/main')
  for (const [part, outDir] of [
    ['app', built],
    ['preload', join(built, 'app')],
  ] as const)
    execFileSync(
      bin('vite'),
      ['build', '--config', `${part}.vite.config.ts`, '--logLevel', 'error', '--outDir', outDir],
      {
        cwd: root,
      },
    )
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
  if (backwards) for (const name of files) utimesSync(join(built, name), 1_000_000_000, 1_000_000_000)
}

afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

/**
 * In kilobytes, a tenth above what each weighs: whatever grows is looked at before it is shipped. What is not named here
 * weighs less than 250.
 */
const mostKilobytes = 12_000
const mostKilobytesOf: Readonly<Record<string, number>> = {
  'node_modules/better-sqlite3': 2_250,
  // Both threads of the app share the engine, and what cleans a page.
  'src/app/main.js': 650,
  'src/chunks/agent.js': 1_000,
  'src/chunks/clean-html.js': 430,
  'src/chunks/visible-text.js': 300,
  'src/chunks/target.js': 270,
  'src/rescue/desk/desk-thread.js': 380,
  // What servers reply, and whose they are.
  'src/chunks/smtp-in-log.js': 570,
  'src/chunks/system-accounts-reader.js': 480,
  'src/chunks/german.js': 480,
  // Of iconv-lite.
  'src/chunks/lib.js': 590,
  // Reads a printed PDF again.
  'src/chunks/pdfjs.js': 2_280,
  'src/chunks/imap-flow.js': 1_220,
}

function weightOf(path: string): number {
  if (statSync(path).isFile()) return statSync(path).size
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

/** As `npm ci --omit=dev` would, with links in place of copies; and Electron's name, of which the version is read. */
function installIn(project: string, inOrder: <T>(all: readonly T[]) => readonly T[]): void {
  const locked = z
    .object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) })
    .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).packages
  const installed = Object.entries(locked).filter(
    ([path, { dev }]) => path.lastIndexOf('node_modules/') === 0 && !dev && existsSync(join(root, path)),
  )
  const byFolder = Object.groupBy(
    installed.map(([path]) => path),
    (path) => dirname(path),
  )
  for (const [into, paths = []] of inOrder(Object.entries(byFolder))) {
    mkdirSync(join(project, into), { recursive: true })
    execFileSync('cp', ['-al', ...inOrder(paths).map((path) => join(root, path)), join(project, into)])
  }
  const electron = join(project, 'node_modules/electron')
  if (!existsSync(electron)) symlinkSync(join(root, 'node_modules/electron'), electron)
}

/** The contents of the packed app. */
async function packed(from: string, ...options: string[]): Promise<string> {
  const output = mkdtempSync(join(folder, 'output-'))
  await run(
    join(root, 'node_modules/.bin/node'),
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      ...['--mac', 'dir', '--arm64', '--projectDir', from, ...options],
      ...[`-c.electronDist=${join(folder, 'electron')}`, `-c.directories.output=${output}`],
    ],
    {
      env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    },
  )
  return join(output, 'mac-arm64/Outbox Doctor.app/Contents')
}

const wordsOf = (contents: string) =>
  JSON.parse(extractFile(join(contents, 'Resources/app.asar'), 'package.json').toString())
const fusesOf = (contents: string) =>
  fusesIn(readFileSync(join(contents, 'Frameworks/Electron Framework.framework/Electron Framework')))

describe.skipIf(process.platform === 'darwin')('the app as it is packed', () => {
  let contents = ''
  beforeAll(async () => {
    contents = await packed(project)
  }, 120_000)

  test('calls itself by its name, brings no second Node, and cannot be made to run anything else', async () => {
    expect(wordsOf(contents)).toMatchObject({ productName: 'Outbox Doctor', main: 'src/app/main.js' })
    expect(parse(readFileSync(join(contents, 'Info.plist'), 'utf8'))).toMatchObject({
      CFBundleName: 'Outbox Doctor',
      CFBundleIdentifier: 'app.outbox-doctor',
      LSUIElement: true,
      CFBundleURLTypes: [expect.objectContaining({ CFBundleURLSchemes: ['outbox-doctor'] })],
    })
    const held = listPackage(join(contents, 'Resources/app.asar'), { isPack: false })
    expect(held.some((path) => path.startsWith('/node_modules/better-sqlite3/'))).toBe(true)
    expect(held.filter((path) => /^\/node_modules\/node-(bin|darwin|linux)-[^/]+\/./.test(path))).toEqual([])
    expect(existsSync(join(contents, 'Resources/de.lproj/InfoPlist.strings'))).toBe(true)
    // Run as Node, cookies, NODE_OPTIONS, --inspect, sums, only the archive, Chromium's own snapshot, file protocol.
    expect(fusesOf(contents)).toBe('01001110')
    expect(existsSync(asked)).toBe(false)
  }, 120_000)

  test('holds of packages what is loaded, in the languages that are spoken, and weighs no more than this', async () => {
    const archive = join(contents, 'Resources/app.asar')
    const databases = readdirSync(join(`${archive}.unpacked`, 'node_modules/better-sqlite3/prebuilds'))
    expect(databases).toEqual(['darwin-arm64.node'])
    const unneeded = listPackage(archive, { isPack: false }).filter((path) => /\.([cm]?ts|map|md|tsx|h)$/.test(path))
    expect(unneeded).toEqual([])
    const framework = join(contents, 'Frameworks/Electron Framework.framework/Versions/A/Resources')
    expect(readdirSync(framework).filter((name) => name.endsWith('.lproj'))).toEqual([
      'de.lproj',
      'en.lproj',
      'en_GB.lproj',
    ])
    const unpacked = join(folder, 'unpacked')
    extractAll(archive, unpacked)
    const packages = readdirSync(join(unpacked, 'node_modules'))
    expect(packages.filter((name) => !['bindings', 'file-uri-to-path', 'node-mac-permissions'].includes(name))).toEqual(
      ['better-sqlite3'],
    )
    const files = readdirSync(join(unpacked, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('js'),
    )
    const parts = [...packages.map((name) => `node_modules/${name}`), ...files.map((name) => `src/${name}`)]
    const weights = parts.map((part) => [part, Math.ceil(weightOf(join(unpacked, part)) / 1_024)] as const)
    expect(weights.filter(([part, one]) => one > (mostKilobytesOf[part] ?? 250))).toEqual([])
    expect(weights.reduce((sum, [, one]) => sum + one, 0)).toBeLessThan(mostKilobytes)
    // Neither the simulated Mac nor a maker of certificates.
    const sources = files.map((name) => readFileSync(join(unpacked, 'src', name), 'utf8'))
    expect(
      sources.filter((text) => /simulatedClock|X509CertificateGenerator\.createSelfSigned|sceneNames/.test(text)),
    ).toEqual([])
  }, 120_000)

  test('holds no package that its list of others does not have', () => {
    const held = listPackage(join(contents, 'Resources/app.asar'), { isPack: false })
    const packages = held.flatMap((path) => /^\/(node_modules\/.*)\/package\.json$/.exec(path)?.[1] ?? [])
    const listed = shippedPackages(root).map(({ path }) => path)
    expect(packages).toContain('node_modules/better-sqlite3')
    expect(packages.filter((path) => !listed.includes(path))).toEqual([])
  })

  test('without a certificate, and from other folders at another time, is the same to the byte but for its signature', async () => {
    const elsewhere = join(folder, 'another-place')
    layOut(elsewhere, { backwards: true })
    const other = await packed(elsewhere, '--config', 'electron-builder.local.yml')
    const sumOf = (one: string) =>
      createHash('sha256')
        .update(readFileSync(join(one, 'Resources/app.asar')))
        .digest('hex')
    expect(sumOf(other)).toBe(sumOf(contents))
    // Without a certificate, the signature that the fuses broke is made anew.
    expect(wordsOf(other)).toMatchObject({ productName: 'Outbox Doctor' })
    expect(fusesOf(other)).toBe('01001110')
    expect(readFileSync(asked, 'utf8')).toMatch(/--sign - --force .*Outbox Doctor\.app\n$/)
  }, 120_000)

  test('has the name that the app from its sources has', () => {
    const own = join(folder, 'laid-out')
    layOutApp(own)
    expect(JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'))).toMatchObject({ productName })
  })
})
