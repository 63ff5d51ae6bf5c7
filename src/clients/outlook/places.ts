import type { ClientLog } from '../newest-log.ts'

export const outlookBundle = 'com.microsoft.Outlook'
export const outlookProcessName = 'Microsoft Outlook'

const office = '~/Library/Group Containers/UBF8T346G9.Office'
const container = '~/Library/Containers/com.microsoft.Outlook/Data/Library'

/** "15" has stayed through all versions 16. */
export const profilesFolder = `${office}/Outlook/Outlook 15 Profiles`
export const profileList = `${office}/OutlookProfile.plist`
export const preferencesFolder = `${container}/Preferences`
export const preferencesFile = `${preferencesFolder}/${outlookBundle}.plist`

/** Microsoft KB 2872257; the newest versions also use a folder below. */
const logFolders: readonly string[] = [
  `${container}/Logs`,
  `${container}/Logs/Diagnostics/OUTLOOK`,
  '~/Library/Containers/Microsoft Outlook/Data/Library/Logs',
  `${office}/OfficeLogging`,
]

/** By the published list of its labels, nothing in it is about SMTP; newer versions may differ. */
export const outlookLogFiles: ClientLog = { folders: logFolders, name: /^Microsoft outlook.*\.(log|csv)$/i }

/** Names that new profiles get by themselves. */
export const usualProfiles: readonly string[] = ['Main Profile', 'Main Identity']
