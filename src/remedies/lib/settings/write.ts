import { settingsInApp } from '../../../clients/settings-in-app.ts'
import { type AppAccount, type AppSettings, appSettingIn } from '../../../core/app-settings.ts'
import { type ActOptions, Failed } from '../../../core/remedy.ts'
import { say } from '../../../core/sentence.ts'
import type { Millis } from '../../../core/time.ts'
import type { World } from '../../../core/world.ts'
import { orFail, shortClientName } from '../app-control.ts'
import { type SettingChange, type SettingsReceipt, settingOfChange } from './change.ts'
import { targetOf } from './place.ts'
import { named, shownIn } from './words.ts'

/** An app may take a moment before it shows what it was told. */
const looks = 3
const pause: Millis = 700

export interface AccountNow {
  all: AppSettings
  account: AppAccount
}

/** The account in its app as it is now. Throws `Failed` where it cannot be seen, or there is not exactly one. */
export async function accountNow(
  { mac }: World,
  { client, account: name }: Pick<SettingsReceipt, 'client' | 'account'>,
  signal: AbortSignal,
): Promise<AccountNow> {
  const sight = await settingsInApp(client, mac.programs, signal)
  if (!sight.seen) throw new Failed(sight.why)
  const [account, another] = sight.value.accounts.filter((one) => one.name === name)
  if (!account || another)
    throw new Failed(say('{app} does not have exactly one such account.', { app: shortClientName(client) }))
  return { all: sight.value, account }
}

/** One property after another, each read back. Throws `Failed` at the first that does not stay. */
export async function writeAll(
  world: World,
  receipt: SettingsReceipt,
  changes: readonly SettingChange[],
  { signal, report }: ActOptions,
): Promise<void> {
  for (const change of changes) {
    const app = shortClientName(receipt.client)
    const before = await accountNow(world, receipt, signal)
    if (appSettingIn(before.account, change) === change.to) continue
    const what = named(change)
    report(
      say('Setting {what} in {app}: {from} → {to}', {
        what,
        app,
        from: shownIn(before.all, change, change.from),
        to: shownIn(before.all, change, change.to),
      }),
    )
    const target = targetOf(before.all, before.account, change, change.to)
    const done = await world.hands.settings.write(receipt.client, target, settingOfChange(change), signal)
    orFail(done, say('In {app}, {what} could not be set.', { what, app }))
    await stays(world, receipt, change, signal)
  }
}

/** Where an app takes a value and has the old one again, it is the app that manages it. */
async function stays(
  world: World,
  receipt: SettingsReceipt,
  change: SettingChange,
  signal: AbortSignal,
): Promise<void> {
  for (let look = 1; ; look += 1) {
    const { all, account } = await accountNow(world, receipt, signal)
    const now = appSettingIn(account, change)
    if (now === change.to) return
    if (look < looks) {
      await world.clock.wait(pause, signal)
      continue
    }
    throw new Failed(
      say('{app} did not keep {what}: it has {now} again. It may be set to manage its connection settings by itself.', {
        app: shortClientName(receipt.client),
        what: named(change),
        now: shownIn(all, change, now),
      }),
    )
  }
}
