/** Preloaded: writes down every path that is opened, listed or asked about, lstat left out; refuses some, as macOS does. */
import fs, { appendFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const { TOUCHED = '', REFUSED_BELOW = '' } = process.env
const write = appendFileSync
const names = ['open', 'readdir', 'opendir', 'readFile', 'stat', 'statfs', 'access', 'copyFile', 'realpath', 'watch']
const guarded = /\/Library\/(Mail|Accounts|Safari)(\/|$)/

for (const [of, wanted] of [
  [promises, names],
  [fs, [...names, ...names.map((name) => `${name}Sync`), 'existsSync', 'createReadStream']],
] as const)
  for (const name of wanted) {
    const real: unknown = Reflect.get(of, name)
    if (typeof real !== 'function') continue
    const touching = (...values: readonly unknown[]) => {
      const [path] = values
      if (typeof path === 'string') {
        write(TOUCHED, `${path}\n`)
        const refused = REFUSED_BELOW !== '' && path.startsWith(REFUSED_BELOW) && guarded.test(path)
        const error = () => Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' })
        if (refused && of === promises) return Promise.reject(error())
        if (refused && name.endsWith('Sync')) throw error()
      }
      return Reflect.apply(real, of, values)
    }
    Reflect.set(of, name, touching)
  }
syncBuiltinESMExports()
