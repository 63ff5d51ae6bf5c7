import { knownClient } from '../../../clients/known-clients.ts'
import { clientOf } from '../../../core/client.ts'
import { roles } from '../../../core/mail.ts'
import type { RemedyContext } from '../../../core/remedy.ts'
import { type Sentence, say, verbatim } from '../../../core/sentence.ts'
import { appNameOf } from '../app-places.ts'

type Seen = Pick<RemedyContext, 'account' | 'observation'>

/** Why the settings of this account are not written to by us, in a sentence; nothing where they may be. */
export function notByUs(context: Seen): Sentence | undefined {
  const app = appNameOf(context)
  const { observation } = context
  if (!knownClient(clientOf(context))?.settings || observation?.mode === 'new')
    return say('{app} lets no other program change its settings.', { app })
  return (
    keptElsewhere(context) ??
    (observation?.running === false ? say('{app} is closed. Open it first.', { app }) : undefined)
  )
}

/** The same, where it is the account's own reason: worth telling whoever changes it by hand. */
export function keptElsewhere(context: Seen): Sentence | undefined {
  const { account } = context
  if (isOfProfile(context))
    return say('A profile of your organisation keeps this account: only its administrator can change it.')
  if (keeperOf(context) === 'internet-accounts')
    return say('macOS keeps this account: it is changed in System Settings, under Internet Accounts.')
  const [windowed] = roles.filter((role) => account[role]?.auth === 'oauth2')
  return (
    windowed &&
    say('This account signs in by a window of {host}, and gets its settings there.', {
      host: verbatim(account[windowed]?.host ?? ''),
    })
  )
}

/** Only an administrator can change it. */
export function isOfProfile(context: Seen): boolean {
  return keeperOf(context) === 'profile'
}

function keeperOf({ account, observation }: Seen) {
  return observation?.accounts.find(({ id }) => id === account.id)?.keptBy
}

/** The line that stands before the steps of a guide. */
export function whyByHand(context: Seen): readonly Sentence[] {
  const why = keptElsewhere(context)
  return why ? [why] : []
}

/** Why a setting is put in by a person, whatever keeps the account: the answer of every guide beside an act on settings. */
export function settingsByHand(context: Seen): Sentence {
  if (keptElsewhere(context))
    return say('Outbox Doctor writes nothing into an account that somebody else keeps: it would be changed back.')
  if (notByUs(context)) return say('This mail app takes no changes from another program, or is closed.')
  return say(
    'A click does the same where each value is sure. This is for whoever would rather do it, or was not helped by it.',
  )
}
