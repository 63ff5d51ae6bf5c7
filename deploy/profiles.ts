import { preferenceDomain } from '../src/storage/settings-places.ts'
import { profileFile } from './profile.ts'

/** What an administrator replaces with the team that signed the app: ten letters and digits. */
export const teamPlaceholder = 'TEAMID'

/** Signed with a Developer ID by this team, as `codesign -d -r-` says it (Technical Note TN3127). */
function developerId(identifier: string, team: string): string {
  return `identifier "${identifier}" and anchor apple generic and ${ofTeam(team)}`
}

function ofTeam(team: string): string {
  const authority = 'certificate 1[field.1.2.840.113635.100.6.2.6] /* exists */'
  const leaf = 'certificate leaf[field.1.2.840.113635.100.6.1.13] /* exists */'
  return `${authority} and ${leaf} and certificate leaf[subject.OU] = "${team}"`
}

const fromAppStore = 'certificate leaf[field.1.2.840.113635.100.6.1.9] /* exists */'
const microsoft = 'UBF8T346G9'

/** Whom Outbox Doctor asks by Apple events, and how each proves to be itself. */
const asked: Readonly<Record<string, string>> = {
  'com.apple.mail': 'identifier "com.apple.mail" and anchor apple',
  'com.apple.systemevents': 'identifier "com.apple.systemevents" and anchor apple',
  'com.microsoft.Outlook': `identifier "com.microsoft.Outlook" and anchor apple generic and (${fromAppStore} or ${ofTeam(microsoft)})`,
}

const ourselves = {
  Identifier: preferenceDomain,
  IdentifierType: 'bundleID',
  CodeRequirement: developerId(preferenceDomain, teamPlaceholder),
  StaticCode: false,
  // Or `Allowed`: with both, a profile is refused.
  Authorization: 'Allow',
}

/** Full Disk Access, and asking the mail apps. Taken from a management server only. */
export function privacyProfile(): string {
  return profileFile('privacy', 'Outbox Doctor: privacy', 'com.apple.TCC.configuration-profile-policy', {
    Services: {
      SystemPolicyAllFiles: [ourselves],
      AppleEvents: Object.entries(asked).map(([identifier, requirement]) => ({
        ...ourselves,
        AEReceiverIdentifier: identifier,
        AEReceiverIdentifierType: 'bundleID',
        AEReceiverCodeRequirement: requirement,
      })),
    },
  })
}

/** It is opened at login, without a notice, and nobody can switch that off. Taken from a management server only. */
export function loginItemProfile(): string {
  return profileFile('login-item', 'Outbox Doctor: opened at login', 'com.apple.servicemanagement', {
    Rules: [{ RuleType: 'BundleIdentifier', RuleValue: preferenceDomain, Comment: 'Outbox Doctor' }],
  })
}

/** Its notifications are allowed, without a question. */
export function notificationsProfile(): string {
  return profileFile('notifications', 'Outbox Doctor: notifications', 'com.apple.notificationsettings', {
    NotificationSettings: [
      {
        BundleIdentifier: preferenceDomain,
        NotificationsEnabled: true,
        AlertType: 1,
        BadgesEnabled: false,
        SoundsEnabled: false,
        ShowInLockScreen: false,
        ShowInNotificationCenter: true,
      },
    ],
  })
}

/** An example that locks two settings; others go beside them, by the names in settings.md. */
export function settingsProfile(): string {
  return profileFile('settings', 'Outbox Doctor: settings', preferenceDomain, { notifications: true, retention: '90d' })
}
