import { appSettingIn } from '../../../core/app-settings.ts'
import type { Undo, UndoState } from '../../../core/remedy.ts'
import { joinSentences, say } from '../../../core/sentence.ts'
import { shortClientName } from '../app-control.ts'
import type { SettingChange, SettingsReceipt } from './change.ts'
import { named, shownIn } from './words.ts'
import { type AccountNow, accountNow, writeAll } from './write.ts'

/** The way back, from the receipt alone. What is neither ours nor what was before is somebody else's. */
export const settingsUndo: Undo<SettingsReceipt> = {
  async stands(world, receipt, signal) {
    return standing(await accountNow(world, receipt, signal), receipt)
  },
  async putBack(world, receipt, conduct) {
    const back = receipt.changes
      .toReversed()
      .map(({ from, to, ...place }) => ({ ...place, from: to, to: from }) as SettingChange)
    await writeAll(world, receipt, back, conduct)
  },
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
