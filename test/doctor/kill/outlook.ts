import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildBinary } from 'plist'
import { writeDefaultProfile, writeOutlookPreferences } from '../../../src/world/simulated/apps/outlook/outlook-home.ts'
import { OutlookStore } from '../../../src/world/simulated/apps/outlook/outlook-store.ts'
import type { KilledApp } from './real-remedy.ts'

const preferences = 'Library/Containers/com.microsoft.Outlook/Data/Library/Preferences/com.microsoft.Outlook.plist'

/** Legacy Outlook with a message that waits, and preferences of long use. */
export const outlook: KilledApp = {
  client: 'outlook',
  copied: [preferences],
  make(home) {
    const profile = 'Main Profile'
    const store = new OutlookStore(home, profile)
    const uid = store.addAccount({ email: 'anna@example.net', kind: 'imap' })
    const { outbox } = store.addFolders(uid)
    const at = Date.parse('2026-11-20T09:30:00Z')
    const row = store.addMessage({ folder: outbox, account: uid, at })
    store.addSource(row, 'From: anna@example.net\nTo: you@example.org\nSubject: One\n\nHello\n')
    store.checkpoint()
    store.close()
    writeDefaultProfile(home, profile)
    writeOutlookPreferences(home, {
      IsRunningNewOutlook: false,
      Views: Array.from({ length: 200 }, (_, n) => `view ${n}`),
    })
  },
  change(home) {
    writeFileSync(join(home, preferences), buildBinary({ FirstRun: false, Signature: 'of my own' }))
    return preferences
  },
  anew: { path: preferences, contents: () => buildBinary({ FirstRun: true }) },
}
