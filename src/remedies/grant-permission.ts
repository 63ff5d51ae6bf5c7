import { cannotSee } from '../causes/cannot-see.ts'
import { keptOut } from '../causes/kept-out.ts'
import type { Consultation, Guidance, Guide } from '../core/remedy.ts'
import { appNameOf, can, checkAgain } from './app-places.ts'
import { openPane, wayTo } from './pane.ts'

export const grantPermission: Guide = {
  id: 'grant-permission',
  kind: 'guide',
  label: 'Let Outbox Doctor look',
  risk: 0,
  treats: () => [cannotSee],
  // An app may show nobody anything, or everybody everything: no permission helps. Nor does one against a filter.
  fits: (consultation) => {
    const out = keptOut(consultation.chart)
    if (out) return out.by === 'local-network'
    return consultation.observation?.mode !== 'new' && !can(consultation).readFreely
  },
  guide: (consultation: Consultation) =>
    keptOut(consultation.chart) ? intoLocalNetwork(consultation) : intoOutbox(consultation),
}

function intoLocalNetwork(consultation: Consultation): Guidance {
  return {
    steps: [
      `Open ${wayTo('local-network', consultation)}.`,
      'Switch on Outbox Doctor in the list. In a terminal, it is the terminal that counts.',
      'If it is not in the list, check once more: macOS asks when Outbox Doctor first calls a machine in this house.',
      checkAgain,
    ],
    values: [],
    ...openPane('local-network', consultation),
  }
}

function intoOutbox(consultation: Consultation): Guidance {
  return {
    steps: [
      `Open ${wayTo('full-disk-access', consultation)}.`,
      'Switch on Outbox Doctor in the list, or add it with the plus button. In a terminal, it is the terminal that counts.',
      'Quit and reopen it if macOS asks for that.',
      `If you would rather not: on its page of permissions, let macOS ask you whether it may ask ${appNameOf(consultation)}.`,
      `Where you once said no to that: open ${wayTo('automation', consultation)} and allow it.`,
      'Outbox Doctor only reads there. It never writes to your mail, and sends nothing about it to anybody.',
      checkAgain,
    ],
    values: [],
    ...openPane('full-disk-access', consultation),
  }
}
