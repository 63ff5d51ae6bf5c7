import { cannotSee } from '../../causes/client/cannot-see.ts'
import { onlyUsBlocked } from '../../causes/lib/kept-out.ts'
import type { Guidance, Guide, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { appNameOf, capabilitiesOf, checkAgain } from '../lib/app-places.ts'
import { openPane, wayTo } from '../lib/pane.ts'

export const grantPermission: Guide = {
  id: 'grant-permission',
  kind: 'guide',
  byHand: () => say('Only you can give this permission: macOS lets no program take it.'),
  label: say('Let Outbox Doctor look'),
  risk: 0,
  treats: () => [cannotSee],
  // An app may show nobody anything, or everybody everything: no permission helps. Nor does one against a filter.
  fits: (context) => {
    const out = onlyUsBlocked(context.chart)
    if (out) return out.by === 'local-network'
    return context.observation?.mode !== 'new' && !capabilitiesOf(context).readFreely
  },
  guide: (context: RemedyContext) => (onlyUsBlocked(context.chart) ? intoLocalNetwork(context) : intoOutbox(context)),
}

function intoLocalNetwork(context: RemedyContext): Guidance {
  return {
    steps: [
      say('Open {pane}.', { pane: wayTo('local-network', context) }),
      say('Switch on Outbox Doctor in the list. In a terminal, it is the terminal that counts.'),
      say(
        'If it is not in the list, check once more: macOS asks when Outbox Doctor first calls a machine in this house.',
      ),
      checkAgain,
    ],
    values: [],
    ...openPane('local-network', context),
  }
}

function intoOutbox(context: RemedyContext): Guidance {
  const pane = openPane('full-disk-access', context).opens
  return {
    steps: [
      say('Open {pane}.', { pane: wayTo('full-disk-access', context) }),
      say(
        'Switch on Outbox Doctor in the list, or add it with the plus button. In a terminal, it is the terminal that counts.',
      ),
      say('Quit and reopen it if macOS asks for that.'),
      say('If you would rather not: on its page of permissions, let macOS ask you whether it may ask {app}.', {
        app: appNameOf(context),
      }),
      say('Where you once said no to that: open {pane} and allow it.', { pane: wayTo('automation', context) }),
      say('Outbox Doctor only reads there. It never writes to your mail, and sends nothing about it to anybody.'),
      checkAgain,
    ],
    values: [],
    ...(pane && { opens: { ...pane, button: say('Allow Full Disk Access') } }),
  }
}
