import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { nativeAddon } from '../../src/world/real/mac/native.ts'
import { appDataStep } from './app-data-step.ts'
import { appStep } from './app-step.ts'
import { done, notSeen, type Step } from './day.ts'
import { ended, root } from './ended.ts'

const node = process.execPath

const addon: Step = {
  title: 'The addon',
  does: 'compiles the addon with the locked node-gyp, for both kinds of Mac, and loads it',
  async prove(day) {
    const built = await ended(node, ['native/build.js'], day, { within: 600_000 })
    const file = day.keep('addon.txt', built.stdout + built.stderr)
    if (built.code !== 0) return { is: 'failed', lines: ['It did not compile.'], files: [file] }
    const made = 'native/build/Release/outbox_doctor.node'
    const { stdout } = await ended('/usr/bin/lipo', ['-archs', made], day)
    const loaded = nativeAddon()
    if (!loaded) return { is: 'failed', lines: ['It was compiled, but does not load.'], files: [file] }
    const warnings = (built.stdout + built.stderr).match(/\bwarning:/g)?.length ?? 0
    return {
      ...done(`For ${stdout.trim()}; it has ${Object.keys(loaded).join(', ')}; ${warnings} warnings.`),
      files: [file],
    }
  },
}

/** As they are sent: the form first, then the script. */
const scripts: Step = {
  title: 'The scripts',
  does: 'compiles every script with osacompile, as it is sent; those for Outlook need Outlook’s dictionary',
  async prove(day) {
    const folder = mkdtempSync(join(tmpdir(), 'mac-day-'))
    try {
      const told: string[] = []
      let wrong = 0
      for (const path of scriptsBelow('native/scripts')) {
        const isJavaScript = path.endsWith('.js')
        const form = path.startsWith('acting/')
          ? ''
          : readFileSync(join(root, `native/scripts/form.${isJavaScript ? 'js' : 'applescript'}`), 'utf8')
        const source = join(folder, path.replaceAll('/', '-'))
        writeFileSync(source, `${form}\n${readFileSync(join(root, 'native/scripts', path), 'utf8')}`)
        const language = isJavaScript ? ['-l', 'JavaScript'] : []
        const { code, stderr } = await ended(
          '/usr/bin/osacompile',
          [...language, '-o', join(folder, 'out.scpt'), source],
          day,
        )
        if (code !== 0 && !path.includes('outlook')) wrong += 1
        told.push(`${path}: ${code === 0 ? 'compiles' : stderr.trim()}`)
      }
      return { is: wrong === 0 ? 'done' : 'failed', lines: told }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function scriptsBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(js|applescript)$/.test(path) && !/^form\./.test(path))
    .sort()
}

const suites: Step = {
  title: 'The suites',
  does: 'runs the tests of the seams, of the app and of the scripts, and looks at this Mac with the suite that only looks',
  async prove(day) {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const folders = ['test/suites', 'test/world/real', 'test/native', 'test/app', 'test/clients', 'test/self-check']
    const { code, stdout, stderr } = await ended(node, [vitest, 'run', ...folders], day, { within: 1_200_000 })
    const file = day.keep('suites.txt', stdout + stderr)
    const sum = /^.*Tests .*$/m.exec(stdout)?.[0] ?? 'No sum was told.'
    return { is: code === 0 ? 'done' : 'failed', lines: [stripVTControlCharacters(sum).trim()], files: [file] }
  },
}

const certificates: Step = {
  title: 'The certificates of the Mac',
  does: 'measures in a process of its own how long tls.getCACertificates takes; two minutes at most',
  async prove(day) {
    const program =
      'const t = performance.now(); const n = require("node:tls").getCACertificates("system").length; console.log(n, Math.round(performance.now() - t))'
    const { how, code, stdout } = await ended(node, ['-e', program], day)
    const [count, ms] = stdout.trim().split(' ')
    if (code === 0) return done(`${count} certificates in ${ms} ms, on the thread that asks.`)
    return how === 'overdue'
      ? done('It did not answer within two minutes, which is an answer, too.')
      : notSeen(`The program that asks came to nothing (${how}, ${code}).`)
  },
}

/** In the order in which they are made. */
export const steps: readonly Step[] = [addon, scripts, suites, certificates, appDataStep, appStep]
