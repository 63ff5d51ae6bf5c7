import { absent, type Cause, present } from '../core/cause.ts'
import { appName, clientOf, health, ownWay } from './mail-app.ts'

/** The one part of Outlook about which codesign complains on healthy installations, too. */
const harmless = /\bOLE\.framework\b/

export const clientDamaged: Cause = {
  id: 'client-damaged',
  title: 'The mail app’s installation is damaged.',
  harm: 'stops',
  patience: 0,
  judge(chart) {
    const signature = health(chart)?.signature
    if (signature?.is !== 'broken' || harmless.test(signature.line)) return absent
    const clear = ownWay(chart) === 'works'
    return present(
      clear ? 0.6 : 0.3,
      [`macOS no longer recognises ${appName(chart)} as its maker made it`, `It says: ${signature.line}`],
      clear ? [] : ['The way to the mail server is not clear either'],
    )
  },
  explain: (chart) => ({
    plain: `Some files of ${appName(chart)} have been changed or are missing, so it may not work as it should. Installing it again repairs that; your mail stays.`,
    details: [
      clientOf(chart) === 'outlook'
        ? 'Download Outlook again from where you have it, the App Store or Microsoft, and put it in the place of the old one.'
        : 'Mail belongs to macOS: installing the latest macOS update repairs it.',
    ],
  }),
}
