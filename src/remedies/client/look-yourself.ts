import { cannotSee } from '../../causes/client/cannot-see.ts'
import { onlyUsBlocked } from '../../causes/lib/kept-out.ts'
import type { Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { appNameOf, checkAgain, openingApp } from '../lib/app-places.ts'
import { grantPermission } from '../network/grant-permission.ts'

/** Where no permission helps, the person sees what nobody else can. */
export const lookYourself: Guide = {
  id: 'look-yourself',
  kind: 'guide',
  label: say('Look into the outbox yourself'),
  risk: 0,
  byHand: () => say('This outbox shows itself to nobody but you.'),
  treats: () => [cannotSee],
  fits: (context) => !onlyUsBlocked(context.chart) && grantPermission.fits?.(context) === false,
  guide: (context) => ({
    steps: [
      say('Open {app}, and click its Outbox. Is something in it that should have left?', { app: appNameOf(context) }),
      say('If it is empty, all has left.'),
      say('If something waits there, come back here and check the way of the mail.'),
      checkAgain,
    ],
    values: [],
    ...openingApp(context),
  }),
}
