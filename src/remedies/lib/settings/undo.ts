import { appSettingIn } from '../../../core/app-settings.ts'
import { Refused, type Undo, type UndoState } from '../../../core/remedy.ts'
import { joinSentences, type Sentence, say } from '../../../core/sentence.ts'
import { shortClientName } from '../app-control.ts'
import type { SettingChange, SettingsReceipt } from './change.ts'
import { named, shownIn, shownValue } from './words.ts'
import { type AccountNow, accountNow, writeAll } from './write.ts'

/** The way back, from the receipt alone. What is neither ours nor what was before is somebody else's. */
export const settingsUndo: Undo<SettingsReceipt> = {
  async stands(world, receipt, signal) {
    return standing(await accountNow(world, receipt, signal), receipt)
  },
  async hinders(world, receipt, signal) {
    return elsewhere(await accountNow(world, receipt, signal), receipt)
  },
  async putBack(world, receipt, conduct) {
    const why = elsewhere(await accountNow(world, receipt, conduct.signal), receipt)
    if (why) throw new Refused(why)
    const back = receipt.changes
      .toReversed()
      .map(({ from, to, ...place }) => ({ ...place, from: to, to: from }) as SettingChange)
    await writeAll(world, receipt, back, conduct)
  },
}

/**
 * Why nothing is put back where the account sends by a server that never was ours to change: one of another name, or on
 * a port that is not the one that we found. A port that we have set ourselves may have been set anew since.
 */
function elsewhere({ account }: AccountNow, { client, changes, at }: SettingsReceipt): Sentence | undefined {
  if (!at) return undefined
  const { host, port } = account.outgoing ?? {}
  const own = changes.filter(({ of }) => of === 'outgoing')
  const hosts = [at.host, ...own.flatMap(({ what, to }) => (what === 'host' ? [String(to)] : []))]
  const isHost = hosts.some((one) => one.toLowerCase() === host?.toLowerCase())
  if (isHost && (port === at.port || own.some(({ what }) => what === 'port'))) return undefined
  return say('In {app}, this account sends by {now} now. Undoing is about {was}, so nothing was changed.', {
    app: shortClientName(client),
    was: shownValue(`${at.host}:${at.port}`),
    now: shownValue(host && `${host}:${port}`),
  })
}

/** `ours`: every value is the old one or the one that was written, also half-way. */
function standing({ all, account }: AccountNow, { client, changes }: SettingsReceipt): UndoState {
  const app = shortClientName(client)
  const strange = changes.filter((change) => {
    const now = appSettingIn(account, change)
    return now !== change.from && now !== change.to
  })
  if (strange.length === 0)
    return { fingerprint: 'ours', sentence: say('{app} has no other settings than ours.', { app }) }
  const lines = strange.map((change) =>
    say('In {app}, {what} is {now} now: somebody else has set that since.', {
      what: named(change),
      app,
      now: shownIn(all, change, appSettingIn(account, change)),
    }),
  )
  const values = strange.map((change) => `${change.of} ${change.what} ${appSettingIn(account, change) ?? ''}`)
  return { fingerprint: values.join(', '), sentence: joinSentences(lines) }
}
