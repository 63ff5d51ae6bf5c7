// `npm run pack -- arm64|x64`, on a Mac: the packages for one kind of processor, of what `npm run build` has built. With a
// certificate and a key of Apple's notary they are signed and notarised, without them they are neither. The number of the
// submission is written down before it is waited for: Apple goes on when nobody waits, and can be asked by it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const out = resolve('dist/packages')
const [arch = ''] = process.argv.slice(2)
const { CSC_LINK = '', APPLE_API_KEY_P8 = '', APPLE_API_KEY_ID = '', APPLE_API_ISSUER = '' } = process.env
const isSigned = CSC_LINK !== '' && APPLE_API_KEY_P8 !== ''
const app = join(out, arch === 'arm64' ? 'mac-arm64' : 'mac', 'Outbox Doctor.app')

/** Runs a program to its end; what it printed. Throws where it failed. Waiting for Apple is bounded by the tool itself. */
function run(program: string, args: readonly string[]): string {
  const env = {
    ...process.env,
    CSC_IDENTITY_AUTO_DISCOVERY: String(isSigned),
    ...(!isSigned && { CSC_LINK: undefined }),
  }
  const ran = spawnSync(program, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  process.stdout.write(ran.stdout ?? '')
  if (ran.status !== 0) throw new Error(`${program} ${args[0]} has failed.`)
  return ran.stdout
}

/** Through Apple's notary, and its ticket fastened to the app, so that it opens without a network, too. */
function notarise(): void {
  const key = join(process.env.RUNNER_TEMP ?? tmpdir(), 'notary-key.p8')
  writeFileSync(key, APPLE_API_KEY_P8, { mode: 0o600 })
  const who = ['--key', key, '--key-id', APPLE_API_KEY_ID, '--issuer', APPLE_API_ISSUER]
  const sent = join(out, `submission-${arch}.zip`)
  run('ditto', ['-c', '-k', '--keepParent', app, sent])
  const { id } = JSON.parse(run('xcrun', ['notarytool', 'submit', sent, ...who, '--output-format', 'json']))
  if (typeof id !== 'string') throw new Error('The notary has told no number.')
  writeFileSync(join(out, `submission-${arch}.json`), `${JSON.stringify({ id })}\n`)
  const waited = run('xcrun', ['notarytool', 'wait', id, ...who, '--timeout', '90m', '--output-format', 'json'])
  if (JSON.parse(waited).status !== 'Accepted') {
    run('xcrun', ['notarytool', 'log', id, ...who])
    throw new Error('The notary has not accepted it.')
  }
  run('xcrun', ['stapler', 'staple', app])
  run('xcrun', ['stapler', 'validate', app])
  run('codesign', ['--verify', '--deep', '--strict', '--verbose=2', app])
  run('spctl', ['-a', '-vv', '-t', 'exec', app])
}

/** What was unsigned before and is signed now differs everywhere but here: whoever builds it again gets this. */
function writeSumOfArchive(): void {
  const sum = createHash('sha256')
    .update(readFileSync(join(app, 'Contents/Resources/app.asar')))
    .digest('hex')
  writeFileSync(join(out, `app-${arch}.asar.sha256`), `${sum}  app.asar (${arch})\n`)
}

try {
  if (arch !== 'arm64' && arch !== 'x64') throw new Error('npm run pack -- arm64, or x64')
  mkdirSync(out, { recursive: true })
  const common = [`--${arch}`, '--publish', 'never', '-c.mac.notarize=false']
  run('electron-builder', ['--mac', 'dir', ...common, ...(isSigned ? [] : ['-c.mac.identity=null'])])
  // Its licences come with the Electron that was fetched.
  readFileSync(join(app, 'Contents/Resources/LICENSES.chromium.html'))
  writeSumOfArchive()
  if (isSigned) notarise()
  else console.log('Neither signed nor notarised: there is no certificate, or no key for the notary.')
  run('electron-builder', ['--mac', 'dmg', 'zip', ...common, '--prepackaged', app])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
