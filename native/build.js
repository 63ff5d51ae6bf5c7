// npm run build:native. The addon is of use on a Mac only, and only a Mac can compile it.
import { spawnSync } from 'node:child_process'

if (process.platform !== 'darwin') {
  console.log('The addon is built on a Mac only; without it, the commands of the system serve.')
} else {
  const { status } = spawnSync('npx', ['--yes', 'node-gyp', 'rebuild', '--directory', import.meta.dirname], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}
