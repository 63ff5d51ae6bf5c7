import { alertRules } from './alert-rules.ts'
import { dashboard } from './dashboard.ts'
import { fixesPage } from './fixes-page.ts'
import { jamfSchema, settingsSchema } from './json-forms.ts'
import { profileManifest } from './profile-manifest.ts'
import { loginItemProfile, notificationsProfile, privacyProfile, settingsProfile } from './profiles.ts'
import { settingsPage } from './settings-page.ts'

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`

/** Every file of this folder that is made, by its name. */
export const madeFiles: Readonly<Record<string, () => string>> = {
  'settings.schema.json': () => json(settingsSchema()),
  'jamf.schema.json': () => json(jamfSchema()),
  'app.outbox-doctor.manifest.plist': profileManifest,
  'settings.mobileconfig': settingsProfile,
  'privacy.mobileconfig': privacyProfile,
  'login-item.mobileconfig': loginItemProfile,
  'notifications.mobileconfig': notificationsProfile,
  'settings.md': settingsPage,
  'fixes.md': fixesPage,
  'grafana/outbox-doctor.json': () => json(dashboard()),
  'grafana/alerts.yml': alertRules,
}
