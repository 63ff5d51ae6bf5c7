import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { rendered } from '../../../../src/core/rendered.ts'
import { systemClock } from '../../../../src/world/real/clock.ts'
import { FullDiskAccess, isInContainer } from '../../../../src/world/real/mac/containers.ts'
import { filesBelow } from '../../../../src/world/real/mac/files.ts'
import { AppleAccountsStore } from '../../../../src/world/simulated/apps/apple-mail/apple-accounts-store.ts'
import { AppleMailStore } from '../../../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { OutlookStore } from '../../../../src/world/simulated/apps/outlook/outlook-store.ts'

const run = promisify(execFile)
const here = (name: string) => join(import.meta.dirname, name)
const { signal } = new AbortController()

/** A home folder in which both mail apps have a message that waits. */
function homeWithMail(): string {
  const home = mkdtempSync(join(tmpdir(), 'untouched-'))
  const mail = new AppleMailStore(home)
  const accounts = new AppleAccountsStore(home)
  const outlook = new OutlookStore(home)
  mail.addMessage({ mailbox: mail.addMailbox(`local://${mail.local}/Outbox`), at: Date.now() })
  const uid = outlook.addAccount({ email: 'ada@example.org', kind: 'imap', server: 'imap.example.org' })
  outlook.addMessage({ folder: outlook.addFolders(uid).outbox, account: uid, at: Date.now() })
  const preferences = join(home, 'Library/Containers/com.microsoft.Outlook/Data/Library/Preferences')
  mkdirSync(preferences, { recursive: true })
  mkdirSync(join(home, 'Library/Safari'))
  writeFileSync(join(preferences, 'com.microsoft.Outlook.plist'), '<plist><dict/></plist>')
  for (const bundle of ['com.apple.mail', 'com.microsoft.Outlook']) install(join(home, 'Applications'), bundle)
  onTestFinished(() => {
    for (const one of [mail, accounts, outlook]) one.close()
    rmSync(home, { recursive: true, force: true })
  })
  return home
}

function install(folder: string, bundle: string): void {
  const contents = join(folder, `${bundle}.app/Contents`)
  mkdirSync(contents, { recursive: true })
  const info = `<plist><dict><key>CFBundleIdentifier</key><string>${bundle}</string></dict></plist>`
  writeFileSync(join(contents, 'Info.plist'), info)
}

/** What a watch of that home touched, and how it ended. */
async function watched(home: string, refused: boolean) {
  const touched = join(home, 'touched')
  writeFileSync(touched, '')
  const env = {
    ...process.env,
    TOUCHED: touched,
    REFUSED_BELOW: refused ? home : '',
    XDG_STATE_HOME: join(home, 'state'),
    NODE_OPTIONS: `--import ${here('touched-paths.ts')}`,
  }
  const { stdout, stderr } = await run(process.execPath, [here('watching-child.ts'), home], { env })
  const paths = readFileSync(touched, 'utf8').split('\n')
  return {
    state: JSON.parse(stdout) as { status: string; unseen: { client: string; why: string }[] },
    stderr,
    below: paths.filter((path) => path.startsWith(home)),
  }
}

const inContainers = (paths: readonly string[]) => paths.filter((path) => /\/(Group )?Containers(\/|$)/.test(path))

describe('without Full Disk Access', { timeout: 120_000 }, () => {
  test('a whole watch touches nothing of another app, and says why it sees nothing', async () => {
    const { state, below, stderr } = await watched(homeWithMail(), true)
    expect(inContainers(below)).toEqual([])
    // It did look where looking asks nobody.
    expect(below.some((path) => path.endsWith('/Library/Mail'))).toBe(true)
    expect(state.status).toBe('unsure')
    const told = state.unseen.map((one) => JSON.stringify(rendered(one))).join()
    expect(told).toMatch(/Mail’s index cannot be read without Full Disk Access/)
    expect(told).toMatch(/Outlook’s outbox cannot be read without Full Disk Access/)
    expect(stderr).toBe('')
  })

  test('with it, the same watch reads both', async () => {
    const { below } = await watched(homeWithMail(), false)
    expect(inContainers(below).some((path) => path.endsWith('Outlook.sqlite'))).toBe(true)
    expect(below.some((path) => path.endsWith('Envelope Index'))).toBe(true)
  })

  test('a link leads nowhere either, and what is not there is known not to be', async () => {
    const home = homeWithMail()
    rmSync(join(home, 'Library/Mail'), { recursive: true })
    for (const place of ['Accounts', 'Safari']) rmSync(join(home, 'Library', place), { recursive: true })
    const access = new FullDiskAccess(home, systemClock)
    const files = filesBelow(home, systemClock, { mayTouch: (path) => access.allows(path) })
    symlinkSync('Group Containers', join(home, 'Library/Others'))
    for (const path of ['~/Library/Others/UBF8T346G9.Office', '~/Library/Group Containers', '~/Library/Containers'])
      expect(await files.list(path, signal)).toMatchObject({ seen: false, why: 'forbidden' })
    expect(await files.list('~/Library/Group Containers/nobody', signal)).toMatchObject({ why: 'missing' })
  })
})

test.each([
  ['~/Library/Containers/com.apple.mail', true],
  ['~/Library/Group Containers', true],
  ['/Users/ada/library/group containers/a/b', true],
  ['~/Library/Mail/../Containers/x', true],
  ['~/Library/ContainersOfMine', false],
  ['~/Library/Mail/V10', false],
])('%s is in the folders of other apps: %s', (path, inside) => {
  expect(isInContainer('/Users/ada', path)).toBe(inside)
})
