import { describe, expect, test } from 'vitest'
import { rendered } from '../../../src/core/rendered.ts'
import { writeHxStore, writeOutlookPreferences } from '../../../src/world/simulated/apps/outlook/outlook-home.ts'
import { touchStore } from '../../../src/world/simulated/apps/outlook/outlook-store.ts'
import { day, MadeUpMac, messagesOf, minute, now, scriptText } from './made-up-mac.ts'

/** The store that New Outlook leaves: no mail, placeholders for folders. */
function newOutlook() {
  const mac = new MadeUpMac()
  const store = mac.store()
  for (let type = 1; type <= 14; type++) store.addFolder(type, 0, `Placeholder_${type}_Placeholder`)
  touchStore(store, now - minute)
  writeHxStore(mac.home, 'Main Profile', now)
  return { mac, store }
}

/** Legacy Outlook with one waiting message. */
function legacyOutlook() {
  const mac = new MadeUpMac()
  const store = mac.store()
  store.addMessage({ folder: store.addFolders().outbox, at: now - minute })
  touchStore(store, now)
  return { mac, store }
}

describe('New Outlook', () => {
  test('is known by what it leaves, and says that its outbox cannot be seen', async () => {
    const { mac } = newOutlook()
    mac.running = true
    const seen = await mac.look()
    expect(seen).toMatchObject({ mode: 'new', running: true, version: '16.103.2', changed: now })
    expect(rendered(seen.outbox)).toEqual({
      seen: false,
      why: expect.stringMatching(/^New Outlook shows its outbox to no other/),
    })
    expect(seen).not.toHaveProperty('offline')
    expect(seen).not.toHaveProperty('sent')
    expect(mac.asked).toEqual(['outlook-accounts'])
  })

  test('is known by its preferences, whatever messages an abandoned store still holds', async () => {
    const { mac } = legacyOutlook()
    mac.preferences.IsRunningNewOutlook = '1'
    writeHxStore(mac.home, 'Main Profile', now)
    expect(await mac.look()).toMatchObject({ mode: 'new', outbox: { seen: false } })
  })

  test('is known by its store alone where legacy Outlook never was', async () => {
    const mac = new MadeUpMac()
    writeHxStore(mac.home, 'Main Profile', now)
    expect((await mac.look()).mode).toBe('new')
  })

  test('does not have its silence taken for an empty outbox', async () => {
    const { mac } = newOutlook()
    mac.running = true
    mac.answers['outlook-outbox'] = scriptText('outlook-outbox', ['folder', 'kind=local', 'id=1', 'count=0'])
    expect((await mac.look()).outbox.seen).toBe(false)
  })
})

describe('legacy Outlook', () => {
  test('is known by its store alone', async () => {
    const { mac } = legacyOutlook()
    expect((await mac.look()).mode).toBe('legacy')
    expect(messagesOf(await mac.look())).toHaveLength(1)
  })

  test('is known by its store where that of New Outlook is stale', async () => {
    const { mac } = legacyOutlook()
    writeHxStore(mac.home, 'Main Profile', now - 30 * day)
    expect((await mac.look()).mode).toBe('legacy')
  })

  test('is known by the file of its container where nobody else tells', async () => {
    const { mac, store } = legacyOutlook()
    writeHxStore(mac.home, 'Main Profile', now)
    writeOutlookPreferences(mac.home, { IsRunningNewOutlook: false, Other: new Date(0) })
    touchStore(store, now - minute)
    expect((await mac.look()).mode).toBe('legacy')
  })
})

describe('where it cannot be told which', () => {
  function torn() {
    const { mac, store } = legacyOutlook()
    touchStore(store, now - minute)
    writeHxStore(mac.home, 'Main Profile', now)
    return { mac, store }
  }

  test('waiting messages count, and an empty outbox does not', async () => {
    const { mac, store } = torn()
    expect(await mac.look()).toMatchObject({ mode: 'unknown', outbox: { seen: true } })
    store.db.exec('UPDATE Mail SET Record_FolderID = 1')
    // SQLite stamps the file with today's date, whatever day this test is on.
    touchStore(store, now - minute)
    const seen = await mac.look(now + minute)
    expect(rendered(seen.outbox)).toMatchObject({ seen: false, why: expect.stringMatching(/cannot tell/) })
  })

  test('every piece of evidence can be told', async () => {
    const { mac } = torn()
    mac.preferences.EnableNewOutlook = '3'
    mac.preferences.RunningNewOutlook = '0'
    const { hints, mode } = await mac.survey()
    expect(mode).toBe('unknown')
    expect(hints.map(({ line }) => line)).toEqual([
      'RunningNewOutlook is 0 by the system’s preferences',
      'EnableNewOutlook is 3 by the system’s preferences',
    ])
  })

  test('a default for new users is no evidence', async () => {
    const { mac } = torn()
    mac.preferences.EnableNewOutlook = '2'
    expect((await mac.survey()).hints).toEqual([])
  })
})

test.each([
  ['garbage', 'bplist00 and then nothing'],
  ['XML that never ends', `<?xml version="1.0"?><plist><dict>${'<dict>'.repeat(20_000)}`],
  ['an empty file', ''],
])('preferences that are %s say nothing', async (_, text) => {
  const { mac } = legacyOutlook()
  const { files } = mac
  mac.files = {
    ...files,
    read: async (name, most, signal) =>
      name.endsWith('com.microsoft.Outlook.plist')
        ? { seen: true, value: new TextEncoder().encode(text) }
        : files.read(name, most, signal),
  }
  expect((await mac.look()).mode).toBe('legacy')
})
