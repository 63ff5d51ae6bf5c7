import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { extractFile, listPackage } from '@electron/asar'
import { parse } from 'plist'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layOutApp, productName } from '../../src/cli/start-app.ts'
import { fusesIn, standInElectron } from './stand-in-electron.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-packed-'))
const project = join(folder, 'project')
const asked = join(folder, 'codesign-was-asked')

/** What electron-builder packs, with a main module that does nothing: everything else is as it is. */
beforeAll(() => {
  const taken = ['package.json', 'package-lock.json', 'native', 'migrations', 'src/app/icons']
  const settings = ['electron-builder', 'electron-builder.local'].map((name) => `${name}.yml`)
  const rights = ['entitlements', 'entitlements.local'].map((name) => `${name}.plist`)
  for (const path of [...taken, ...settings, ...rights])
    cpSync(join(root, path), join(project, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  mkdirSync(join(project, 'dist/main/app'), { recursive: true })
  writeFileSync(join(project, 'dist/main/app/main.js'), 'export {}\n')
  standInElectron(join(folder, 'electron'))
  // Away from a Mac there is none; whether it is asked is what counts.
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/codesign'), `#!/bin/sh\necho "$@" >>${asked}\n`, { mode: 0o755 })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The contents of the packed app. */
async function packed(...options: string[]): Promise<string> {
  const output = mkdtempSync(join(folder, 'output-'))
  await run(
    join(root, 'node_modules/.bin/node'),
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      ...['--mac', 'dir', '--arm64', '--projectDir', project, ...options],
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
  test('calls itself by its name, brings no second Node, and cannot be made to run anything else', async () => {
    const contents = await packed()
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

  test('without a certificate, has the signature that the fuses broke made anew', async () => {
    const contents = await packed('--config', 'electron-builder.local.yml')
    expect(wordsOf(contents)).toMatchObject({ productName: 'Outbox Doctor' })
    expect(fusesOf(contents)).toBe('01001110')
    expect(readFileSync(asked, 'utf8')).toMatch(/--sign - --force .*Outbox Doctor\.app\n$/)
  }, 120_000)

  test('has the name that the app from its sources has', () => {
    const own = join(folder, 'laid-out')
    layOutApp(own)
    expect(JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'))).toMatchObject({ productName })
  })
})
