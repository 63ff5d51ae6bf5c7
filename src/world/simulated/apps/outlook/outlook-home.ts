import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Instant } from '../../../../core/time.ts'
import type { PlistValue } from '../../../../formats/plist-value.ts'
import { binaryPlist } from '../../../../formats/write-binary-plist.ts'
import { xmlPlist } from '../../../../formats/write-xml-plist.ts'

/** The places in a home folder where Outlook leaves its files, for made-up homes. */
const office = 'Library/Group Containers/UBF8T346G9.Office'
const container = 'Library/Containers/com.microsoft.Outlook/Data/Library'

export function outlookProfile(home: string, name: string): string {
  return join(home, office, 'Outlook/Outlook 15 Profiles', name)
}

export function outlookData(home: string, profile: string): string {
  return join(outlookProfile(home, profile), 'Data')
}

export function writeDefaultProfile(home: string, name: string): void {
  write(join(home, office, 'OutlookProfile.plist'), xmlPlist({ Default_Profile_Name: name }))
}

/** What the sandboxed app keeps as its preferences, in binary form as cfprefsd writes it. */
export function writeOutlookPreferences(home: string, preferences: Readonly<Record<string, PlistValue>>): void {
  write(join(home, container, 'Preferences/com.microsoft.Outlook.plist'), binaryPlist({ ...preferences }))
}

/** The store of New Outlook: nobody outside can read it, so only its beginning is like a real one. */
export function writeHxStore(home: string, profile: string, changed: Instant): void {
  const file = join(outlookProfile(home, profile), 'HxStore.hxd')
  write(file, Buffer.concat([Buffer.from('Nostromo', 'latin1'), Buffer.alloc(2 * 4_096 - 8)]))
  utimesSync(file, changed / 1000, changed / 1000)
}

export function writeOutlookLog(home: string, name: string, text: string | Uint8Array): void {
  write(join(home, container, 'Logs', name), text)
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
