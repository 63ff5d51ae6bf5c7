import { noOutgoingServer } from '../../causes/server/no-outgoing-server.ts'
import { outgoingIsIncoming } from '../../causes/server/outgoing-is-incoming.ts'
import type { Account, Server } from '../../core/mail.ts'
import type { Action, Guide, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { guideWordsFor, openingApp, saveAndCheck, toAccounts } from '../lib/app-places.ts'
import { settingsAct } from '../lib/settings/act.ts'
import { type SettingsReceipt, signsInByItself, type Wish } from '../lib/settings/change.ts'
import { dangersOf, isTold } from '../lib/settings/fitting.ts'
import { settingsByHand, whyByHand } from '../lib/settings/keeper.ts'
import { publishedFor, valuesOf } from '../lib/working-servers.ts'

const treats = () => [noOutgoingServer, outgoingIsIncoming]

/** Of those that the app has already, the one that this account's own user signs in to: nobody else's is lent. */
export const chooseOutgoingServer: Action<SettingsReceipt> = settingsAct({
  id: 'choose-outgoing-server',
  label: say('Choose the server for sending'),
  treats,
  wishes,
})

export const chooseOutgoingServerByHand: Guide = {
  id: 'choose-outgoing-server-by-hand',
  kind: 'guide',
  byHand: settingsByHand,
  label: say('Choose the server for sending by hand'),
  risk: 1,
  treats,
  guide(context) {
    const [server] = publishedFor(context.chart, 'outgoing')
    return {
      steps: [
        ...whyByHand(context),
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

/** The published ones first. */
function wishes(context: RemedyContext): Wish[] {
  const { account, observation, chart } = context
  const published = publishedFor(chart, 'outgoing').map(placeOf)
  const own = (observation?.servers ?? []).filter(
    (one) =>
      isOfUser(one, account) &&
      signsInByItself(one.auth) &&
      (!account.outgoing || placeOf(one) !== placeOf(account.outgoing)),
  )
  const ranked = [
    ...own.filter((one) => published.includes(placeOf(one))),
    ...own.filter((one) => !published.includes(placeOf(one))),
  ]
  const found = ranked.map(choosing).find((wish) => isTold(wish, context) && dangersOf(wish, context) === undefined)
  return found ? [found] : []
}

function choosing({ host, port, security, username }: Server): Wish {
  return { of: 'account', to: { outgoing: { host, port, security, ...(username !== undefined && { username }) } } }
}

function placeOf({ host, port }: Server): string {
  return `${host.toLowerCase()} ${port}`
}

function isOfUser({ username }: Server, { email, incoming }: Account): boolean {
  const users = [email, incoming?.username].flatMap((one) => (one === undefined ? [] : [one.toLowerCase()]))
  return username !== undefined && users.includes(username.toLowerCase())
}
