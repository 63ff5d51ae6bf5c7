import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ShippedPackage, shippedPackages } from './shipped-packages.ts'

/** What others made of what people install, each with the words under which they may have it. Made when the panel is built. */
export function thirdPartyNotices(root: string): string {
  const electron = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  const packages = [
    ...shippedPackages(root),
    { name: 'electron', version: electron.version, license: electron.license, path: 'node_modules/electron' },
  ]
  const sections = Map.groupBy(packages, (one) => licenseText(root, one) ?? `License: ${one.license}`)
  const written = [...sections].map(([text, those]) => {
    const names = those.map(({ name, version, license }) => `${name} ${version} (${license})`)
    return `${[...new Set(names)].join('\n')}\n\n${text}`
  })
  const line = '-'.repeat(72)
  return [head, ...written.sort()].join(`\n\n${line}\n\n`).concat('\n')
}

const head = `Outbox Doctor is made with the work of many others. These are their names and the words under which they gave it.

Electron brings Chromium and Node.js along: what belongs to those stands in LICENSES.chromium.html, which lies in the
folder Contents/Resources of the app.`

/** As its makers wrote it; nothing where they wrote none, or where the package is not for this system. */
export function licenseText(root: string, { path }: Pick<ShippedPackage, 'path'>): string | undefined {
  const folder = join(root, path)
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    // One for a Mac alone is not installed elsewhere.
    return undefined
  }
  const texts = names
    .filter((name) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
  return texts.length === 0 ? undefined : texts.join('\n\n')
}
