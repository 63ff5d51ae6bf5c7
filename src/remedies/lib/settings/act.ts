import { maybeDelivered } from '../../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../../causes/server/server-bans-you.ts'
import { knownClient } from '../../../clients/known-clients.ts'
import type { Cause } from '../../../core/cause.ts'
import type { Action, RemedyContext } from '../../../core/remedy.ts'
import { type Sentence, say } from '../../../core/sentence.ts'
import { shortClientName } from '../app-control.ts'
import { automationToAsk, questionOfMacos } from './automation.ts'
import { captured } from './capture.ts'
import type { SettingsReceipt, Wish } from './change.ts'
import { dangersOf, isTold } from './fitting.ts'
import { notByUs } from './keeper.ts'
import { accountAsLeft } from './left.ts'
import { knownSharers, promised } from './promise.ts'
import { recallSettings } from './recall.ts'
import { settingsUndo } from './undo.ts'
import { writeAll } from './write.ts'

/** What one act on an app's settings is about; all the rest is the same for every such act. */
export interface SettingsAct {
  id: string
  label: Sentence
  treats(): readonly Cause[]
  /** What is to become different, by what was found; nothing where there is nothing to propose. */
  wishes(context: RemedyContext): readonly Wish[]
  forbiddenWhile?(): readonly Cause[]
}

/**
 * An act that writes settings of the mail app and asks it to send. It fits where the app lets itself be told, the
 * account is the person's own and nothing becomes less safe; the steps for a person stay beside it as a guide.
 */
export function settingsAct({ id, label, treats, wishes, forbiddenWhile }: SettingsAct): Action<SettingsReceipt> {
  return {
    id,
    kind: 'act',
    label,
    touches: 'settings',
    risk: 1,
    cancellable: true,
    settles: 1_000,
    treats,
    fits: (context) => {
      const wanted = wishes(context)
      return (
        wanted.length > 0 &&
        notByUs(context) === undefined &&
        wanted.every((wish) => isTold(wish, context) && dangersOf(wish, context) === undefined)
      )
    },
    forbiddenWhile: () => [maybeDelivered, serverBansYou, ...(forbiddenWhile?.() ?? [])],
    needsNow: automationToAsk,
    promise: async (context, signal) => [
      ...(await promised(wishes(context), context)),
      ...(await questionOfMacos(context, signal)),
    ],
    readFirst: (context) => isMoreThanOwn(wishes(context), context),
    capture: (context, signal) => captured(wishes(context), context, signal),
    async apply({ world }, receipt, options) {
      await writeAll(world, receipt, receipt.changes, options)
      await askToSend(world, receipt, options)
    },
    leaves: accountAsLeft,
    undo: settingsUndo,
    recall: recallSettings,
  }
}

/** Mail is handed to a server of another name, or of other accounts, too. */
function isMoreThanOwn(wishes: readonly Wish[], context: RemedyContext): boolean {
  return wishes.some((wish) => {
    if (wish.of === 'account') return 'outgoing' in wish.to
    const isMoved = wish.to.host !== undefined && wish.to.host !== context.account[wish.of]?.host
    return isMoved || (wish.of === 'outgoing' && knownSharers(context).length > 0)
  })
}

/** The settings stay, whether or not the app can be asked now: it sends later by itself. */
export async function askToSend(
  { hands }: RemedyContext['world'],
  { client }: Pick<SettingsReceipt, 'client'>,
  { signal, report }: Parameters<Action<SettingsReceipt>['apply']>[2],
): Promise<void> {
  if (!knownClient(client)?.can.sendNow) return
  const app = shortClientName(client)
  report(say('Asking {app} to send.', { app }))
  const done = await hands.sendNow(client, signal)
  if (!done.done) report(say('{app} could not be asked to send.', { app }))
}
