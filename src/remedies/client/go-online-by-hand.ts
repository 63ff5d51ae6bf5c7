import { clientOffline } from '../../causes/client/client-offline.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import type { Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { appNameOf, checkAgain, openingApp } from '../lib/app-places.ts'
import { canSwitch } from './go-online.ts'

/** For an app that no other program can switch. */
export const goOnlineByHand: Guide = {
  id: 'go-online-by-hand',
  kind: 'guide',
  label: say('Take the mail app online by hand'),
  labelHere: (context) => say('Take {app} online', { app: appNameOf(context) }),
  risk: 1,
  byHand: () => say('This app lets no other program switch it.'),
  treats: () => [clientOffline],
  fits: (context) => !canSwitch(context),
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  guide: (context) => ({
    steps: [
      say('Open {app}, and look for “Offline” in its File menu or in the lower left corner of its window.', {
        app: appNameOf(context),
      }),
      say('Switch it off there, so that {app} is online. If it asks whether to send what waits, agree.', {
        app: appNameOf(context),
      }),
      checkAgain,
    ],
    values: [],
    ...openingApp(context),
  }),
}
