import { noOutgoingServer } from '../causes/no-outgoing-server.ts'
import { outgoingIsIncoming } from '../causes/outgoing-is-incoming.ts'
import type { Guide } from '../core/remedy.ts'
import { type AppKind, appOf, openingApp, saveAndCheck, toAccounts } from './app-places.ts'
import { publishedFor, valuesOf } from './working-servers.ts'

export const chooseOutgoingServer: Guide = {
  id: 'choose-outgoing-server',
  kind: 'guide',
  label: 'Choose the server for sending',
  risk: 1,
  treats: () => [noOutgoingServer, outgoingIsIncoming],
  guide(consultation) {
    const [server] = publishedFor(consultation.chart, 'outgoing')
    return {
      steps: [
        toAccounts(consultation),
        ...choosing[appOf(consultation)],
        server
          ? 'If the right one is missing there, add it with the values below; your provider publishes them.'
          : 'If the right one is missing there, add it with the values that your provider gives on its help pages.',
        'Fill in the same user name and password as for receiving.',
        saveAndCheck,
      ],
      values: server ? valuesOf('outgoing', server) : [],
      ...openingApp(consultation),
    }
  },
}

const choosing: Record<AppKind, readonly string[]> = {
  mail: [
    'Click this account on the left, then click Server Settings.',
    'Open the Account menu of the outgoing server, and choose the server of this account’s own provider.',
  ],
  'legacy-outlook': ['Choose this account on the left, and look at “Outgoing server”.'],
  'new-outlook': ['Choose this account, open its server settings, and look at the outgoing server.'],
  outlook: ['Choose this account, and look at its outgoing server.'],
  other: ['Choose this account, and look at its outgoing server.'],
}
