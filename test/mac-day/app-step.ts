import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { done, type Step } from './day.ts'
import { drive } from './drive.ts'
import { ended, root } from './ended.ts'

const output = 'dist/mac-day'
const builder = join(root, 'node_modules/electron-builder/cli.js')
/** As `dist:local`, but that the driver may speak to it: what is shipped has that fuse off. */
const driven = ['-c.electronFuses.enableNodeCliInspectArguments=true', `-c.directories.output=${output}`]

export const appStep: Step = {
  title: 'The app',
  does: 'packs the app for this Mac, looks at its signature, starts it in a home folder of its own and without the keychain, takes pictures of its own windows in light and dark, lists its menu, and measures memory and wakeups',
  settles: ['app-6', 'app-7', 'files-3'],
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
    const isWhole = verified.code === 0
    const signature = `Its signature is ${isWhole ? 'whole' : `not: ${verified.stderr}`}.`
    const home = mkdtempSync(join(tmpdir(), 'mac-day-home-'))
    try {
      const { lines, files, settles } = await drive(join(app, 'Contents/MacOS/Outbox Doctor'), home, day)
      const { 'app-6': started, ...others } = settles
      // That one starts whose signature is broken says nothing of one that is signed.
      const proved = { ...others, ...(isWhole && started && { 'app-6': started }) }
      return { ...done(signature, ...lines), files: [file, ...files], settles: proved }
    } finally {
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}

const folderOf = (folder: string) => readdirSync(folder).find((name) => name.startsWith('mac')) ?? 'mac'
