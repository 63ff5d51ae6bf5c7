import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { loadAddon, nativeAddon } from '../../src/world/real/mac/native.ts'

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
      '-framework CoreServices',
      '-framework Foundation',
      '-framework Network',
      '-framework Security',
    ])
  })

  test('drains a pool wherever Apple’s objects are made beside the main loop', () => {
    for (const source of ['system-trust.mm', 'automation.mm']) {
      const text = readFileSync(join(native, source), 'utf8')
      const blocks = [...text.matchAll(/dispatch_async\([^^]*\^\{\s*(\S+)|\^\(SecTrustRef[^)]*\) \{\s*(\S+)/g)]
      expect(blocks.length).toBeGreaterThan(0)
      for (const [, asynchronous, answered] of blocks) expect(asynchronous ?? answered).toBe('@autoreleasepool')
    }
    const exported = readFileSync(join(native, 'system-trust.mm'), 'utf8')
    expect(exported).toMatch(/Napi::Value JudgeChain\([^)]*\) \{\s*@autoreleasepool/)
  })

  test('exports what its types promise', () => {
    const types = readFileSync(join(native, 'index.d.ts'), 'utf8')
    const exported = [...readFileSync(join(native, 'addon.mm'), 'utf8').matchAll(/exports\.Set\("(\w+)"/g)].map(
      (match) => match[1],
    )
    expect(exported).toEqual(['watchPath', 'judgeChain', 'automationStatus'])
    for (const name of exported) expect(types).toContain(`${name}(`)
  })

  test.skipIf(process.platform === 'darwin')('elsewhere, building says so in a sentence', () => {
    expect(execFileSync(process.execPath, [join(native, 'build.js')], { encoding: 'utf8' })).toMatch(
      /^The addon is built on a Mac only.*\.\n$/,
    )
  })
})

const compiler = ['clang++', 'clang++-19', 'clang++-14'].find((name) => spawnSync(name, ['--version']).status === 0)
/** Of the locked Node, which brings its own along; of whichever there is, elsewhere. */
const nodeHeaders = [
  ...['x64', 'arm64'].map((arch) => join(root, `node_modules/node-linux-${arch}/include/node`)),
  ...['/usr/include/node', '/usr/local/include/node'],
].find((folder) => existsSync(join(folder, 'node_api.h')))
/** The laboratory's machine has everything that this takes: there, what is missing is a failure. */
const isInsisted = process.env.OUTBOX_DOCTOR_LAB === '1'

describe.skipIf(process.platform === 'darwin' || (!isInsisted && (!compiler || !nodeHeaders)))(
  'its sources, against declarations as in Apple’s headers',
  () => {
    test('there is a compiler, and there are the headers of Node', () => {
      expect({ compiler, nodeHeaders }).toEqual({ compiler: expect.any(String), nodeHeaders: expect.any(String) })
    })

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

/** The root of a macOS SDK, for whoever has one: with it, the addon is really compiled and linked for both kinds of Mac. */
const sdk = process.env.OUTBOX_DOCTOR_MAC_SDK
const linker = ['ld64.lld', 'ld64.lld-14'].find((name) => spawnSync(name, ['--version']).status === 0)

describe.skipIf(!sdk || !compiler || !linker || !nodeHeaders)(
  'its sources, against a macOS SDK (OUTBOX_DOCTOR_MAC_SDK)',
  () => {
    const { targets } = z
      .object({ targets: z.array(target) })
      .parse(JSON.parse(readFileSync(join(native, 'binding.gyp'), 'utf8')))
    const [built] = targets
    const folder = mkdtempSync(join(tmpdir(), 'cross-'))
    const run = (program: string, args: readonly string[]) => {
      const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
      expect({ status, stderr, error }).toEqual({ status: 0, stderr: '', error: undefined })
      return stdout
    }

    test.each(['arm64', 'x86_64'])(
      'compile and link for %s without a warning, and name nothing that the SDK does not have',
      (arch) => {
        const settings = built?.xcode_settings as Record<string, string>
        const version = settings.MACOSX_DEPLOYMENT_TARGET
        const machine = ['-target', `${arch}-apple-macos${version}`, '-isysroot', sdk ?? '']
        const objects = (built?.sources ?? []).map((source) => {
          const object = join(folder, `${arch}-${source}.o`)
          run(compiler ?? '', [
            ...machine,
            ...['-c', '-x', 'objective-c++', `-std=${settings.CLANG_CXX_LANGUAGE_STANDARD}`, '-stdlib=libc++'],
            ...['-Wall', '-Wextra', '-Werror', '-fobjc-arc', '-fno-exceptions', '-fvisibility=hidden'],
            ...(built?.defines ?? []).map((define) => `-D${define}`),
            ...['-isystem', join(root, 'node_modules/node-addon-api'), '-isystem', nodeHeaders ?? ''],
            ...[join(native, source), '-o', object],
          ])
          return object
        })
        const library = join(folder, `${arch}.node`)
        run(linker ?? '', [
          ...['-arch', arch, '-platform_version', 'macos', version ?? '', version ?? '', '-syslibroot', sdk ?? ''],
          ...['-bundle', '-undefined', 'dynamic_lookup', '-lc++', '-lobjc', '-lSystem'],
          ...(built?.link_settings.libraries ?? []).flatMap((one) => one.split(' ')),
          ...[...objects, '-o', library],
        ])
        const names = run('llvm-nm', ['-m', library])
        const later = [...names.matchAll(/ _(\S+) \(dynamically looked up\)/g)].map(([, name = '']) => name)
        const nodes = later.filter((name) => /^(napi|node_api)_/.test(name))
        expect(nodes.length).toBeGreaterThan(10)
        // Not every linker follows a framework into the libraries it stands for: the SDK must still know the name.
        for (const name of later.filter((one) => !nodes.includes(one))) {
          const known = name.startsWith('OBJC_CLASS_$_') ? name.slice('OBJC_CLASS_$_'.length) : `_${name}`
          expect(run('grep', ['-rlsw', '--include=*.tbd', '-e', known, sdk ?? ''])).not.toBe('')
        }
      },
      300_000,
    )
  },
)

test('a new machine gets the compiler along with everything else', () => {
  const parts = /^parts=\(([^)]*)\)/m.exec(readFileSync(join(root, '.ci/run'), 'utf8'))?.[1]?.split(/\s+/)
  expect(parts).toContain('clang')
})

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
    // One of an older version: half of it would be missing without a word.
    expect(load('module.exports = { watchPath() {}, judgeChain() {} }')).toBeUndefined()
    expect(load('module.exports = 7')).toBeUndefined()
    rmSync(folder, { recursive: true })
  })

  test('gives what has all of its functions', () => {
    const own = mkdtempSync(join(tmpdir(), 'addon-'))
    const file = join(own, 'addon.cjs')
    writeFileSync(file, 'module.exports = { watchPath() {}, judgeChain() {}, automationStatus() {} }')
    expect(loadAddon(file)).toHaveProperty('judgeChain')
    rmSync(own, { recursive: true })
  })

  test.skipIf(process.platform === 'darwin')('is not even tried where this is no Mac', () => {
    expect(nativeAddon()).toBeUndefined()
  })
})
