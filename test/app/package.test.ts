import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, matchesGlob, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createPackageWithOptions, extractAll, listPackage } from '@electron/asar'
import { parse as parsePlist } from 'plist'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { leftOut } from '../../node-bundle.ts'
import { appParts } from '../../src/cli/start-app.ts'
import { automationReason } from '../../src/core/automation-reason.ts'
import { render } from '../../src/core/render.ts'
import { otherLanguages, spokenIn } from '../../src/words/language.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)
const bin = (name: string) => join(root, 'node_modules/.bin', name)

const fileSet = z.strictObject({ from: z.string(), to: z.string(), filter: z.array(z.string()) })
const fuses = z.strictObject({
  runAsNode: z.literal(false),
  enableNodeOptionsEnvironmentVariable: z.literal(false),
  enableNodeCliInspectArguments: z.literal(false),
  grantFileProtocolExtraPrivileges: z.literal(false),
  onlyLoadAppFromAsar: z.literal(true),
  enableEmbeddedAsarIntegrityValidation: z.literal(true),
  enableCookieEncryption: z.literal(true),
})
const configuration = z
  .strictObject({
    appId: z.literal('app.outbox-doctor'),
    asar: z.literal(true),
    electronLanguages: z.tuple([z.literal('en'), z.literal('de')]),
    productName: z.literal('Outbox Doctor'),
    copyright: z.string(),
    artifactName: z.string().regex(/^Outbox-Doctor-\$\{version\}-\$\{arch\}\.\$\{ext\}$/),
    directories: z.strictObject({ output: z.literal('dist/packages') }),
    asarUnpack: z.array(z.string()),
    npmRebuild: z.literal(false),
    publish: z.null(),
    files: z.array(z.union([z.string(), fileSet])),
    extraResources: z.array(z.strictObject({ from: z.string(), to: z.string() })),
    extraMetadata: z.strictObject({ main: z.string(), productName: z.literal('Outbox Doctor') }),
    electronFuses: fuses,
    protocols: z.tuple([
      z.strictObject({ name: z.literal('Outbox Doctor'), schemes: z.tuple([z.literal('outbox-doctor')]) }),
    ]),
    mac: z.strictObject({
      icon: z.literal('src/app/icons/app.icns'),
      category: z.literal('public.app-category.utilities'),
      minimumSystemVersion: z.literal('13.0'),
      gatekeeperAssess: z.literal(false),
      notarize: z.literal(true),
      target: z.array(z.strictObject({ target: z.string(), arch: z.array(z.string()) })),
      hardenedRuntime: z.literal(true),
      entitlements: z.string(),
      entitlementsInherit: z.string(),
      extendInfo: z.strictObject({
        LSUIElement: z.literal(true),
        NSAppleEventsUsageDescription: z.string().min(20),
        NSLocalNetworkUsageDescription: z.string().min(20),
      }),
    }),
  })
  .parse(parseYaml(readFileSync(join(root, 'electron-builder.yml'), 'utf8')))

describe('what the package asks of macOS', () => {
  test.each(otherLanguages)('is asked in %s, too', async (language) => {
    const [strings] = configuration.extraResources
    const plist = readFileSync(join(root, strings?.from ?? '', `${language}.lproj/InfoPlist.strings`), 'utf8')
    const told = new Map([...plist.matchAll(/^"(\w+)" = "([^"]{20,})";$/gm)].map(([, key, words]) => [key, words]))
    const asked = Object.keys(configuration.mac.extendInfo).filter((key) => key.endsWith('UsageDescription'))
    expect([...told.keys()].sort()).toEqual(asked.sort())
    expect(strings?.to).toBe('.')
    // What the panel says that macOS will show.
    const { key } = automationReason
    expect(configuration.mac.extendInfo.NSAppleEventsUsageDescription).toBe(key)
    expect(told.get('NSAppleEventsUsageDescription')).toBe(render(automationReason, await spokenIn(language)))
  })

  test('just-in-time code and Apple events, and nothing more', () => {
    const { entitlements, entitlementsInherit } = configuration.mac
    expect(entitlementsInherit).toBe(entitlements)
    expect(parsePlist(readFileSync(join(root, entitlements), 'utf8'))).toEqual({
      'com.apple.security.cs.allow-jit': true,
      'com.apple.security.automation.apple-events': true,
    })
  })

  test('is the same that `npm start` lays out', () => {
    const sets = configuration.files.flatMap((entry) => {
      if (typeof entry !== 'string') return [[entry.from, entry.to]]
      const folder = /^([^!*]+?)\/\*/.exec(entry)?.[1]
      return folder === undefined ? [] : [[folder, folder]]
    })
    expect(sets.sort()).toEqual([...appParts].map((part) => [...part]).sort())
  })

  test('is built for both kinds of Mac, to install and to update', () => {
    expect(configuration.mac.target).toEqual([
      { target: 'dmg', arch: ['arm64', 'x64'] },
      { target: 'zip', arch: ['arm64', 'x64'] },
    ])
  })
})

test('a build without a certificate asks for the same, and for leave to load parts of no team', () => {
  const local = z
    .strictObject({
      extends: z.literal('electron-builder.yml'),
      directories: z.strictObject({ output: z.literal('dist/local') }),
      electronFuses: z.strictObject({ resetAdHocDarwinSignature: z.literal(true) }),
      mac: z.strictObject({
        identity: z.literal('-'),
        notarize: z.literal(false),
        target: z.literal('dir'),
        entitlements: z.string(),
        entitlementsInherit: z.string(),
      }),
    })
    .parse(parseYaml(readFileSync(join(root, 'electron-builder.local.yml'), 'utf8')))
  const { entitlements, entitlementsInherit } = local.mac
  const rights = (file: string) =>
    z.record(z.string(), z.literal(true)).parse(parsePlist(readFileSync(join(root, file), 'utf8')))
  expect(entitlementsInherit).toBe(entitlements)
  expect(rights(entitlements)).toEqual({
    ...rights(configuration.mac.entitlements),
    'com.apple.security.cs.disable-library-validation': true,
  })
})

describe('the archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-app-'))
  const built = join(folder, 'main')
  const staged = join(folder, 'staged')
  const archive = join(folder, 'app.asar')

  beforeAll(async () => {
    const build = (part: string, outDir: string) =>
      run(
        bin('node'),
        [bin('vite'), ...['build', '--config', join(root, `${part}.vite.config.ts`), '--outDir', outDir]],
        {
          cwd: root,
        },
      )
    await build('app', built)
    await build('preload', join(built, 'app'))
    // What begins with an exclamation mark is about packages, which are not staged here.
    for (const entry of configuration.files) if (typeof entry !== 'string' || !entry.startsWith('!')) stage(entry)
    await createPackageWithOptions(staged, archive, { unpack: configuration.asarUnpack[0] ?? '' })
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** As electron-builder copies: a pattern keeps its path, a set moves what matches. */
  function stage(entry: (typeof configuration.files)[number]): void {
    const set = typeof entry === 'string' ? { from: '.', to: '.', filter: [entry] } : entry
    const from = set.from === 'dist/main' ? built : join(root, set.from)
    const base = set.from === '.' ? (set.filter[0] ?? '').replace(/\/?\*.*$/, '') : ''
    for (const file of filesBelow(from, base)) {
      if (!set.filter.some((pattern) => matchesGlob(file, pattern) || matchesGlob(file, `**/${pattern}`))) continue
      const target = join(staged, set.to, file)
      mkdirSync(dirname(target), { recursive: true })
      cpSync(join(from, file), target)
    }
  }

  test('holds everything that is imported, and everything that is read', () => {
    const held = new Set(listPackage(archive, { isPack: false }))
    const { main } = configuration.extraMetadata
    const seen = new Set<string>()
    const missing: string[] = []
    const visit = (file: string) => {
      if (seen.has(file)) return
      seen.add(file)
      if (!held.has(`/${file}`)) return void missing.push(file)
      if (!file.endsWith('.js')) return
      for (const target of importsOf(readFileSync(join(staged, file), 'utf8'))) {
        if (target.startsWith('.')) visit(join(dirname(file), target))
        else if (!isProvided(target)) missing.push(`${target}, for ${file}`)
      }
    }
    visit(main)
    visit('src/app/preload.cjs')
    for (const file of filesBelow(root, 'migrations').filter((name) => name.endsWith('.sql'))) visit(file)
    for (const file of filesBelow(root, 'native/scripts').filter((name) => /\.(js|applescript)$/.test(name))) {
      if (!held.has(`/${file}`)) missing.push(file)
    }
    for (const file of filesBelow(root, 'src/app/icons').filter((name) => name.endsWith('.png'))) visit(file)
    expect(missing).toEqual([])
    expect(seen.size).toBeGreaterThan(30)
  })

  test('has a preload that needs nothing but Electron', () => {
    const preload = readFileSync(join(staged, 'src/app/preload.cjs'), 'utf8')
    expect([...preload.matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1])).toEqual(['electron'])
  })

  test('carries no source, no drawing and no test', () => {
    const strangers = listPackage(archive, { isPack: false }).filter((file) => /\.(ts|tsx|svg)$|\/test\//.test(file))
    expect(strangers).toEqual([])
  })

  test('loads from where it was packed, and waits for Electron without holding it up', async () => {
    const unpacked = join(folder, 'unpacked')
    extractAll(archive, unpacked)
    symlinkSync(join(root, 'node_modules'), join(unpacked, 'node_modules'))
    const main = join(unpacked, configuration.extraMetadata.main)
    const { stdout } = await run(bin('node'), [join(import.meta.dirname, 'load-main.ts'), main], {
      env: { ...process.env, HOME: folder, XDG_STATE_HOME: folder },
    })
    expect(JSON.parse(stdout)).toEqual(['scheme app', 'path sessionData', 'lock', 'waits'])
  }, 30_000)
})

function filesBelow(base: string, folder: string): string[] {
  if (!readdirSync(base).includes(folder.split('/')[0] ?? '') && folder !== '') return []
  const path = join(base, folder)
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(base, join(entry.parentPath, entry.name)))
  } catch (error) {
    // A single file.
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [folder]
    // The optional native part is built on a Mac only.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** The targets of imports, exports and dynamic imports. */
function importsOf(text: string): Set<string> {
  const written = /^(?:import|export)\b[^'";]*?\bfrom "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm
  return new Set([...text.matchAll(written)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? ''))
}

/** All other packages are in the bundle. The terminal alone prints by a browser. */
function isProvided(target: string): boolean {
  return target.startsWith('node:') || builtinModules.includes(target) || leftOut.includes(target)
}
