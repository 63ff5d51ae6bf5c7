import { absent, type Cause, present } from '../../core/cause.ts'
import { byteCount, type Sentence, say } from '../../core/sentence.ts'
import type { ClientHealth } from '../../probes/lib/client-health-fact.ts'
import { atRest, ofTheMessage } from '../lib/app-at-rest.ts'
import {
  appName,
  clientHealthIn,
  neverOfferedMessages,
  noWayOutCauses,
  ownConnection,
  waitingLine,
} from '../lib/mail-app.ts'
import { filterBlocksClient } from '../path/filter-blocks-client.ts'
import { clientNapping } from './client-napping.ts'
import { clientSessionStale } from './client-session-stale.ts'
import { preferencesDamaged, profileDamaged } from './outlook-settings-damaged.ts'
import { storeDamaged } from './store-damaged.ts'

const many = 50_000
const large = 10e9

/** Advice that goes round, and is seldom the reason: named last, and only when nothing else is found. */
export const sentFolderHeavy: Cause = {
  id: 'sent-folder-heavy',
  title: say('The Sent folder is very large.'),
  harm: 'delays',
  layer: 'mail-app',
  showAfterMs: 600_000,
  shadowedBy: () => [
    ...noWayOutCauses(),
    ...atRest(),
    ...ofTheMessage(),
    filterBlocksClient,
    clientSessionStale,
    clientNapping,
    storeDamaged,
    preferencesDamaged,
    profileDamaged,
  ],
  judge(chart) {
    const sent = clientHealthIn(chart)?.sent
    if (!sent || (sent.messages < many && sent.bytes < large)) return absent
    if (neverOfferedMessages(chart).length === 0 || ownConnection(chart) !== 'works') return absent
    return present(0.15, [lineOf(sent), ...waitingLine(chart)], [say('Most mail apps cope with such a folder')])
  },
  explain: (chart) => ({
    plain: say(
      'After sending, {app} puts a copy into it, and that can take long. Moving old mail into another folder makes it quicker.',
      { app: appName(chart) },
    ),
    details: [],
  }),
}

function lineOf({ messages, bytes }: NonNullable<ClientHealth['sent']>): Sentence {
  return say('The Sent folder holds {messages} messages ({size})', { messages, size: byteCount(bytes) })
}
