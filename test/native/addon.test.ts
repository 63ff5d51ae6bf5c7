import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { loadAddon, nativeAddon } from '../../src/world/real/macos/native.ts'

const root = resolve(import.meta.dirname, '../..')
const native = join(root, 'native')
const sources = readdirSync(native).filter((file) => file.endsWith('.mm'))

const target = z.object({
  target_name: z.literal('outbox_doctor'),
  sources: z.array(z.string()),
  defines: z.array(z.string()),
  xcode_settings: z.object({ OTHER_CFLAGS: z.array(z.string()), OTHER_LDFLAGS: z.array(z.string()) }).loose(),
  link_settings: z.object({ libraries: z.array(z.string()) }),
})

describe('how the addon is built', () => {
  const [built] = z
    .object({ targets: z.array(target) })
    .parse(JSON.parse(readFileSync(join(native, 'binding.gyp'), 'utf8'))).targets

  test('from every source, for both kinds of Mac, from macOS 12 on, with all warnings', () => {
    expect([...(built?.sources ?? [])].sort()).toEqual([...sources].sort())
    expect(built?.xcode_settings.OTHER_CFLAGS).toEqual(
      expect.arrayContaining(['-arch arm64', '-arch x86_64', '-Wall', '-Wextra', '-fobjc-arc']),
    )
    expect(built?.xcode_settings.OTHER_LDFLAGS).toEqual(['-arch arm64', '-arch x86_64'])
    expect(built?.xcode_settings).toMatchObject({ MACOSX_DEPLOYMENT_TARGET: '12.0' })
    expect(built?.link_settings.libraries).toEqual([
      '-framework Foundation',
      '-framework Network',
      '-framework Security',
    ])
  })

  test('exports what its types promise', () => {
    const types = readFileSync(join(native, 'index.d.ts'), 'utf8')
    const exported = [...readFileSync(join(native, 'addon.mm'), 'utf8').matchAll(/exports\.Set\("(\w+)"/g)].map(
      (match) => match[1],
    )
    expect(exported).toEqual(['watchPath', 'judgeChain'])
    for (const name of exported) expect(types).toContain(`${name}(`)
  })

  test.skipIf(process.platform === 'darwin')('elsewhere, building says so in a sentence', () => {
    expect(execFileSync(process.execPath, [join(native, 'build.js')], { encoding: 'utf8' })).toMatch(
      /^The addon is built on a Mac only.*\.\n$/,
    )
  })
})

const compiler = ['clang++', 'clang++-19', 'clang++-14'].find((name) => spawnSync(name, ['--version']).status === 0)
const nodeHeaders = ['/usr/include/node', '/usr/local/include/node'].find((folder) =>
  existsSync(join(folder, 'node_api.h')),
)

describe.skipIf(process.platform === 'darwin' || !compiler || !nodeHeaders)(
  'its sources, against declarations as in Apple’s headers',
  () => {
    test.each(sources)(
      '%s compiles without a warning',
      (source) => {
        const { status, stderr } = spawnSync(
          compiler ?? '',
          [
            ...['-fsyntax-only', '-x', 'objective-c++', '-std=c++17', '-Wall', '-Wextra', '-Werror'],
            ...['-fobjc-arc', '-fblocks', '-fobjc-runtime=macosx-12.0', '-fno-exceptions'],
            ...['-DNAPI_VERSION=8', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_ADDON_API_DISABLE_DEPRECATED'],
            ...['-I', join(import.meta.dirname, 'stubs')],
            ...['-isystem', join(root, 'node_modules/node-addon-api'), '-isystem', nodeHeaders ?? ''],
            join(native, source),
          ],
          { encoding: 'utf8' },
        )
        expect(stderr).toBe('')
        expect(status).toBe(0)
      },
      120_000,
    )
  },
)

describe('loading the addon', () => {
  const folder = mkdtempSync(join(tmpdir(), 'addon-'))
  const load = (source: string) => {
    const file = join(folder, `${Math.random()}.cjs`)
    writeFileSync(file, source)
    return loadAddon(file)
  }

  test('gives nothing where it is absent, fails to load, or is not ours', () => {
    expect(loadAddon(join(folder, 'absent.node'))).toBeUndefined()
    const garbage = join(folder, 'garbage.node')
    writeFileSync(garbage, 'not a library')
    expect(loadAddon(garbage)).toBeUndefined()
    expect(load('throw new Error()')).toBeUndefined()
    expect(load('module.exports = { watchPath() {} }')).toBeUndefined()
    expect(load('module.exports = 7')).toBeUndefined()
    rmSync(folder, { recursive: true })
  })

  test('gives what has all of its functions', () => {
    const own = mkdtempSync(join(tmpdir(), 'addon-'))
    const file = join(own, 'addon.cjs')
    writeFileSync(file, 'module.exports = { watchPath() {}, judgeChain() {} }')
    expect(loadAddon(file)).toHaveProperty('judgeChain')
    rmSync(own, { recursive: true })
  })

  test.skipIf(process.platform === 'darwin')('is not even tried where this is no Mac', () => {
    expect(nativeAddon()).toBeUndefined()
  })
})
