import { clientDamaged } from '../../causes/client/client-damaged.ts'
import { messageMalformed } from '../../causes/message/message-words.ts'
import { tlsTooOld } from '../../causes/tls/tls-too-old.ts'
import type { GuideWords } from '../../clients/guide-words.ts'
import type { Guidance, Guide, RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { capabilitiesOf, checkAgain, guideWordsFor } from '../lib/app-places.ts'
import { openPane, wayTo } from '../lib/pane.ts'
import { pageTarget } from '../lib/provider-page.ts'

export const updateGuide: Guide = {
  id: 'update-guide',
  kind: 'guide',
  byHand: () => say('An update closes programs and may restart this Mac, so you choose the moment.'),
  label: say('Update the mail app'),
  risk: 2,
  treats: () => [tlsTooOld, messageMalformed],
  guide: (context) => ({
    steps: [
      ...updating(guideWordsFor(context)),
      say('Open {pane}, and install what it finds.', { pane: wayTo('software-update', context) }),
      say(
        'If everything is up to date already, it is the server that is too old: send its operator the note from this list.',
      ),
      checkAgain,
    ],
    values: [],
    ...openPane('software-update', context),
  }),
}

export const repairInstall: Guide = {
  id: 'repair-install',
  kind: 'guide',
  byHand: () =>
    say('Outbox Doctor installs no programs: what runs on this Mac comes from its maker, by your own choice.'),
  label: say('Install the mail app again'),
  risk: 3,
  treats: () => [clientDamaged],
  guide(context) {
    const { reinstall } = capabilitiesOf(context)
    if (!reinstall) return partOfMacOs(context)
    const help = reinstall.page && pageTarget(reinstall.page.address, reinstall.page.words)
    return { steps: [...reinstall.steps, checkAgain], values: [], ...help }
  },
}

/** An app that comes with macOS is updated with it. */
function updating({ update }: GuideWords): Sentence[] {
  return update === undefined ? [] : [update]
}

function partOfMacOs(context: RemedyContext): Guidance {
  return {
    steps: [
      say('Mail is a part of macOS. Open {pane}, and install what it finds.', {
        pane: wayTo('software-update', context),
      }),
      say('Restart this Mac, open Mail, and send again.'),
      say(
        'If that does not help, installing macOS again over itself repairs Mail. Your files and mail stay; make a backup first.',
      ),
      checkAgain,
    ],
    values: [],
    ...openPane('software-update', context),
  }
}
