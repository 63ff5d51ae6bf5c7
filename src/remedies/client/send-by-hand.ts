import { waitsToBeTold } from '../../causes/client/waits-to-be-told.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import type { Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { capabilitiesOf, checkAgain, openingApp } from '../lib/app-places.ts'

/** For an app that no other program can ask to send. */
export const sendByHand: Guide = {
  id: 'send-by-hand',
  kind: 'guide',
  byHand: () => say('Your mail app lets no other program tell it to send.'),
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
