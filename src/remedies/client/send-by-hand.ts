import { waitsToBeTold } from '../../causes/client/waits-to-be-told.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import type { Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { capabilitiesOf, checkAgain, openingApp } from '../lib/app-places.ts'

/** For an app that sends what was put off only when its menu is used. */
export const sendByHand: Guide = {
  id: 'send-by-hand',
  kind: 'guide',
  byHand: () => say('A click takes Accessibility, and a menu in English. By hand it always works.'),
  label: say('Send what waits'),
  risk: 0,
  treats: () => [waitsToBeTold],
  fits: (context) => capabilitiesOf(context).sendsWhenTold !== undefined,
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  guide: (context) => ({
    steps: [...(capabilitiesOf(context).sendsWhenTold?.steps ?? []), checkAgain],
    values: [],
    ...openingApp(context),
  }),
}
