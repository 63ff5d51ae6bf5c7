import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { artefactsIn, keysIn, notesOf, releaseOf, signedUpdate } from '../../release/update-file.ts'
import { openEnvelope, publicKeyText } from '../../src/formats/dsse.ts'
import { releaseIn, releaseType } from '../../src/updates/release-text.ts'
import { ownFolder } from '../history/folder.ts'
import { maker, newKey } from '../updates/signed-release.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)
const script = (name: string) => join(root, 'release', name)
const now = Date.UTC(2026, 10, 30)

function packages() {
  const folder = ownFolder()
  writeFileSync(join(folder, 'Outbox Doctor-0.1.0-arm64.dmg'.replace(' ', '-')), 'a disk image')
  writeFileSync(join(folder, 'Outbox-Doctor-0.1.0-arm64.zip'), 'an archive')
  writeFileSync(join(folder, 'builder-debug.yml'), 'x')
  return folder
}

const changelog =
  '# Changelog\n\n## 0.2.0 — today\n\n- It is new.\n- It is better.\n\n## 0.1.0 — before\n\n- It was there.\n'

describe('the file that tells of a version', () => {
  test('has what the changelog says, and the size and sum of every package', () => {
    const files = artefactsIn(packages())
    const release = releaseOf({ version: '0.2.0', changelog, files, now })
    expect(release).toMatchObject({
      notes: ['It is new.', 'It is better.'],
      sequence: now / 1_000,
      files: [
        { name: 'Outbox-Doctor-0.1.0-arm64.dmg', bytes: 12 },
        { name: 'Outbox-Doctor-0.1.0-arm64.zip', sha256: createHash('sha256').update('an archive').digest('hex') },
      ],
    })
    const opened = openEnvelope(signedUpdate(release, [maker.pem], { keys: [maker.text] }), releaseType, [maker.text])
    expect(opened.is === 'signed' && releaseIn(opened.bytes)).toEqual(release)
  })

  test('is signed by two keys while they are changed, and by none that no copy accepts', () => {
    const next = newKey()
    const release = releaseOf({ version: '0.2.0', changelog, files: artefactsIn(packages()), now })
    const both = signedUpdate(release, keysIn(`${maker.pem}\n${next.pem}`), { keys: [maker.text] })
    for (const key of [maker, next]) expect(openEnvelope(both, releaseType, [key.text]).is).toBe('signed')
    expect(() => signedUpdate(release, [newKey().pem], { keys: [maker.text] })).toThrow('none of those that the app')
    expect(() => signedUpdate(release, [], { keys: [maker.text] })).toThrow('no private key')
  })

  test('is not made of nothing', () => {
    expect(() => notesOf('0.3.0', changelog)).toThrow('CHANGELOG.md says nothing of version 0.3.0.')
    expect(() => releaseOf({ version: '0.2.0', changelog, files: [], now })).toThrow('no package')
  })
})

describe('the scripts', () => {
  test('make a key for its owner alone, and never put one over another', async () => {
    const folder = ownFolder()
    const list = join(folder, 'publisher.json')
    writeFileSync(list, '{ "release": null, "page": null, "keys": [] }')
    const file = join(folder, 'key.pem')
    await run(process.execPath, [script('new-update-key.ts'), file, list])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const pem = readFileSync(file, 'utf8')
    expect(JSON.parse(readFileSync(list, 'utf8'))).toEqual({ release: null, page: null, keys: [publicKeyText(pem)] })
    await expect(run(process.execPath, [script('new-update-key.ts'), file, list])).rejects.toThrow('EEXIST')
    expect(readFileSync(file, 'utf8')).toBe(pem)
  })

  test('sign with nothing but a key that the app accepts', async () => {
    const sign = (key: string) =>
      run(process.execPath, [script('sign-update.ts'), packages()], { env: { OUTBOX_DOCTOR_UPDATE_KEY: key } })
    await expect(sign('')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('no private key') })
    await expect(sign(newKey().pem)).rejects.toMatchObject({ stderr: expect.stringContaining('publisher.json') })
  })
})
