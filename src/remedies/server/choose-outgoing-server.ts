import { noOutgoingServer } from '../../causes/server/no-outgoing-server.ts'
import { outgoingIsIncoming } from '../../causes/server/outgoing-is-incoming.ts'
import type { Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { guideWordsFor, openingApp, saveAndCheck, toAccounts } from '../lib/app-places.ts'
import { publishedFor, valuesOf } from '../lib/working-servers.ts'

export const chooseOutgoingServer: Guide = {
  id: 'choose-outgoing-server',
  kind: 'guide',
  label: say('Choose the server for sending'),
  risk: 1,
  treats: () => [noOutgoingServer, outgoingIsIncoming],
  guide(context) {
    const [server] = publishedFor(context.chart, 'outgoing')
    return {
      steps: [
        toAccounts(context),
        ...guideWordsFor(context).chooseOutgoing,
        server
          ? say('If the right one is missing there, add it with the values below; your provider publishes them.')
          : say(
              'If the right one is missing there, add it with the values that your provider gives on its help pages.',
            ),
        say('Fill in the same user name and password as for receiving.'),
        saveAndCheck,
      ],
      values: server ? valuesOf('outgoing', server) : [],
      ...openingApp(context),
    }
  },
}
