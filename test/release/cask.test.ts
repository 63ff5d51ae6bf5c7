import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { caskOf, zapped } from '../../release/cask.ts'
import { faultsOf, releaseNotes, sumsText } from '../../release/release-texts.ts'
import { ownPlaces } from '../../src/storage/own-places.ts'
import { removeEverything } from '../../src/storage/remove-everything.ts'
import { ownFolder } from '../history/folder.ts'

const root = resolve(import.meta.dirname, '../..')
const sums = { arm64: 'a'.repeat(64), x64: 'b'.repeat(64) }
const cask = caskOf({ version: '0.2.0', repository: 'example/outbox-doctor', sums })

describe('the cask', () => {
  test('zaps what “Remove everything” removes, and nothing else', async () => {
    const home = ownFolder()
    const library = join(home, 'Library')
    const put = (path: string) => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, '')
    }
    for (const place of zapped()) put(join(home, place.replace('~/', '').replace('*', '-wal')))
    const data = join(library, 'Application Support/Outbox Doctor')
    for (const theirs of ['moved-aside/mail.emlx', 'letter.txt']) put(join(data, theirs))
    put(join(library, 'Mail/V10/mail.emlx'))
    const run = async () => ({ code: 44, stdout: '', stderr: '' })
    await removeEverything({ data, mac: { library, run } })
    const left = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(left.map(({ name }) => name).sort()).toEqual(['letter.txt', 'mail.emlx', 'mail.emlx'])
    // Each of its own places is a line of the cask.
    const lines = [...cask.matchAll(/^ {4}"(~\/Library\/[^"]+)",$/gm)].map(([, place]) => place)
    expect(lines).toEqual([...zapped()])
    expect(lines).toHaveLength(ownPlaces.data.length + ownPlaces.library.length)
    for (const place of lines) expect(place).toMatch(/outbox.doctor/i)
  })

  test('names the packages as they are packed, with their sums, and what stays in the keychain', () => {
    const { artifactName } = /^artifactName: (?<artifactName>.+)$/m.exec(
      readFileSync(join(root, 'electron-builder.yml'), 'utf8'),
    )?.groups ?? { artifactName: '' }
    const inRuby = (artifactName ?? '').replaceAll(/\$\{(version|arch)\}/g, '#{$1}').replace(`\${ext}`, 'dmg')
    expect(cask).toContain(`/releases/download/v#{version}/${inRuby}"`)
    expect(cask).toMatch(new RegExp(`sha256 arm: +"${sums.arm64}",\\s+intel: "${sums.x64}"`))
    for (const service of ownPlaces.keychain) expect(cask).toContain(`\n      ${service}\n`)
    expect(cask).not.toContain('auto_updates')
  })

  const ruby = spawnSync('ruby', ['--version']).status === 0
  test.skipIf(!ruby)('is Ruby', () => {
    const { status, stderr } = spawnSync('ruby', ['-c'], { input: cask, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })
})

describe('a version that is to be published', () => {
  const good = {
    tag: 'v0.2.0',
    version: '0.2.0',
    changelog: '## 0.2.0 — today\n\n- New.\n',
    publisher: { release: 'https://example.org/', keys: ['k'] },
    texts: { LICENSE: true, 'SECURITY.md': true },
  }
  test.each([
    [{}, []],
    [{ tag: 'v0.3.0' }, ['The tag v0.3.0 is not v0.2.0, the version in package.json.']],
    [{ changelog: '## 0.1.0\n' }, ['CHANGELOG.md says nothing of version 0.2.0.']],
    [{ changelog: '## 0.2.0 — unreleased\n' }, ['CHANGELOG.md calls version 0.2.0 unreleased.']],
    [{ publisher: { release: null, keys: [] } }, [expect.stringContaining('names nobody')]],
    [{ texts: { LICENSE: false } }, ['LICENSE is missing.']],
  ])('is looked at first: %j', (change, faults) => {
    expect(faultsOf({ ...good, ...change })).toEqual(faults)
  })

  test('has the texts that it is published with', () => {
    for (const name of ['LICENSE', 'SECURITY.md']) expect(existsSync(join(root, name))).toBe(true)
    const notes = releaseNotes({ ...good, asars: [`${sums.arm64}  app.asar (arm64)`], repository: 'example/x' })
    expect(notes).toMatch(/^- New\.\n[\s\S]*a{64} {2}app\.asar \(arm64\)/)
  })

  test('has sums that the usual tool proves', () => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'one'), '1')
    writeFileSync(join(folder, 'other'), '2')
    writeFileSync(join(folder, 'SHA256SUMS'), sumsText(folder, ['other', 'one']))
    const prove = () => spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder }).status
    expect(prove()).toBe(0)
    writeFileSync(join(folder, 'one'), '3')
    expect(prove()).toBe(1)
  })
})
