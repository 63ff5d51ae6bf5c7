import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'plist'

/** As @electron/fuses finds them in Electron's framework: the sentinel, the version, the length, and one digit a fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const wire = Buffer.from([1, 8, ...Buffer.from('11111111')])

/** Electron for a Mac as electron-builder unpacks it, with nothing in it that runs: enough to be packed into. */
export function standInElectron(folder: string): void {
  const contents = join(folder, 'Electron.app/Contents')
  bundle(contents, 'Electron')
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)'])
    bundle(join(contents, `Frameworks/Electron Helper${kind}.app/Contents`), `Electron Helper${kind}`)
  const framework = join(contents, 'Frameworks/Electron Framework.framework')
  mkdirSync(join(framework, 'Resources'), { recursive: true })
  for (const language of ['de', 'en', 'en_GB', 'fr', 'pt_BR', 'zh_CN']) {
    const folder = join(framework, `Versions/A/Resources/${language}.lproj`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'locale.pak'), '')
  }
  writeFileSync(join(framework, 'Electron Framework'), Buffer.concat([Buffer.from(`code ${sentinel}`), wire]))
  mkdirSync(join(contents, 'Resources/en.lproj'), { recursive: true })
  writeFileSync(join(contents, 'Resources/electron.icns'), '')
}

function bundle(contents: string, name: string): void {
  mkdirSync(join(contents, 'MacOS'), { recursive: true })
  writeFileSync(join(contents, 'MacOS', name), '', { mode: 0o755 })
  const identity = `com.github.${name.replaceAll(/\W+/g, '')}`
  writeFileSync(
    join(contents, 'Info.plist'),
    build({ CFBundleExecutable: name, CFBundleName: name, CFBundleIdentifier: identity, CFBundlePackageType: 'APPL' }),
  )
}

/** The digits of the fuses in a framework: 0 off, 1 on. */
export function fusesIn(bytes: Buffer): string {
  const at = bytes.indexOf(sentinel)
  return at < 0 ? '' : bytes.subarray(at + sentinel.length + 2, at + sentinel.length + 2 + wire.length - 2).toString()
}
