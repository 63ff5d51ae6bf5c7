import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '../history/folder.ts'

const script = resolve(import.meta.dirname, '../../release/pack.ts')

/** A Mac's tools that note what they are asked to do. The notary answers in the form of `notarytool --output-format json`. */
function packed(env: Record<string, string>, status = 'Accepted') {
  const folder = ownFolder()
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const tool = (name: string, body = '') =>
    writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >>"${folder}/asked"\n${body}`, { mode: 0o755 })
  const contents = 'dist/packages/mac-arm64/Outbox Doctor.app/Contents/Resources'
  tool('electron-builder', `mkdir -p "${contents}"; touch "${contents}/app.asar" "${contents}/LICENSES.chromium.html"`)
  for (const name of ['ditto', 'codesign', 'spctl']) tool(name)
  tool(
    'xcrun',
    `case "$2" in
      submit) echo '{"id":"2efe2717-52ef-43a5-96dc-0797e4ca1041","message":"Successfully uploaded file"}';;
      wait) test -f dist/packages/submission-arm64.json && echo '{"status":"${status}"}' || exit 9;;
    esac`,
  )
  const ran = spawnSync(process.execPath, [script, 'arm64'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${bin}:/usr/bin:/bin`, RUNNER_TEMP: folder, ...env },
  })
  const asked = readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')
  return { ...ran, folder, asked: asked.map((line) => line.replaceAll(folder, '')) }
}

const secrets = { CSC_LINK: 'c', APPLE_API_KEY_P8: 'k', APPLE_API_KEY_ID: 'ID', APPLE_API_ISSUER: 'ISSUER' }

test('without secrets: neither signed nor notarised, and packed all the same', () => {
  const { status, stdout, asked, folder } = packed({})
  expect([status, stdout]).toEqual([0, expect.stringContaining('Neither signed nor notarised')])
  expect(asked).toEqual([
    'electron-builder --mac dir --arm64 --publish never -c.mac.notarize=false -c.mac.identity=null',
    expect.stringMatching(
      /^electron-builder --mac dmg zip --arm64 .* --prepackaged \/dist\/packages\/mac-arm64\/Outbox Doctor.app$/,
    ),
  ])
  expect(readFileSync(join(folder, 'dist/packages/app-arm64.asar.sha256'), 'utf8')).toMatch(
    /^[0-9a-f]{64} {2}app\.asar/,
  )
})

test('with them: signed, notarised, its ticket fastened before anything is packed, and the number kept before the wait', () => {
  const { status, asked, folder } = packed(secrets)
  expect(status).toBe(0)
  expect(asked.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    'electron-builder --mac dir',
    'ditto -c -k',
    'xcrun notarytool submit',
    'xcrun notarytool wait',
    'xcrun stapler staple',
    'xcrun stapler validate',
    'codesign --verify --deep',
    'spctl -a -vv',
    'electron-builder --mac dmg',
  ])
  expect(asked[0]).not.toContain('identity')
  const kept = JSON.parse(readFileSync(join(folder, 'dist/packages/submission-arm64.json'), 'utf8'))
  expect(kept).toEqual({ id: '2efe2717-52ef-43a5-96dc-0797e4ca1041' })
})

test('what the notary refuses is not packed, and its reasons are asked for', () => {
  const { status, stderr, asked, folder } = packed(secrets, 'Invalid')
  expect([status, stderr]).toEqual([1, expect.stringContaining('The notary has not accepted it.')])
  expect(asked.at(-1)).toMatch(/^xcrun notarytool log 2efe2717/)
  expect(existsSync(join(folder, 'dist/packages/submission-arm64.json'))).toBe(true)
})
