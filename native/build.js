// npm run build:native. The addon is of use on a Mac only, and only a Mac can compile it.
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'

const bin = resolve(import.meta.dirname, '../node_modules/.bin')

if (process.platform !== 'darwin') {
  console.log('The addon is built on a Mac only; without it, the commands of the system serve.')
} else {
  process.exitCode = build()
}

/** Compiles it by the locked node-gyp against the headers of the locked Node, so that nothing is fetched. */
function build() {
  const nodeGyp = join(bin, 'node-gyp')
  if (!existsSync(nodeGyp)) {
    console.error('The addon needs node-gyp; please run: npm ci')
    return 1
  }
  const args = [realpathSync(nodeGyp), 'rebuild', '--directory', import.meta.dirname, ...headers()]
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1
}

/** Of the Node that came along with its headers; another one's are fetched by node-gyp itself. */
function headers() {
  const node = join(bin, 'node')
  if (!existsSync(node)) return []
  const folder = resolve(realpathSync(node), '../..')
  return existsSync(join(folder, 'include/node/node_api.h')) ? ['--nodedir', folder] : []
}
