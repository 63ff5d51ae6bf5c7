import type {
  AppAccount,
  AppServer,
  AppSettings,
  AppSettingValue,
  SettingPlace,
  SettingTarget,
} from '../../../core/app-settings.ts'
import type { SettingChange } from './change.ts'

/** Where a property is written, by this look at the app. */
export function targetOf(
  all: AppSettings,
  account: AppAccount,
  { of, what }: SettingPlace,
  value: AppSettingValue,
): SettingTarget {
  if (of === 'account' && what === 'delivery') {
    const server = all.servers.find(({ name }) => name === value)
    return { account, ...(server && { server }) }
  }
  return of === 'outgoing' && account.outgoing ? { account, server: account.outgoing } : { account }
}

/** Accounts, by address, that send by the same entry of the app's list. */
export function sharing(all: AppSettings, account: AppAccount): string[] {
  if (!account.delivery) return []
  return all.accounts
    .filter((one) => one.name !== account.name && one.delivery === account.delivery)
    .map(({ email }) => email)
}

/** Whether the app's list has another entry that nobody could tell from this one, now or with these changes. */
export function isMixedUp(all: AppSettings, account: AppAccount, changes: readonly SettingChange[]): boolean {
  if (!account.delivery || !account.outgoing) return false
  const own = account.outgoing
  const then: AppServer = {
    ...own,
    ...Object.fromEntries(changes.filter(({ of }) => of === 'outgoing').map(({ what, to }) => [what, to])),
  }
  const like = (wanted: AppServer) =>
    all.servers.filter(
      ({ host, port, user }) =>
        host?.toLowerCase() === wanted.host?.toLowerCase() &&
        port === wanted.port &&
        (user ?? '') === (wanted.user ?? ''),
    )
  const others = like(then).filter(({ name }) => name !== account.delivery)
  return like(own).length !== 1 || others.length > 0
}
