import { isSettingName, type SettingChange, type SettingsReceipt } from './change.ts'

/** What a receipt of ours says, or `undefined` where it is none. */
export function recallSettings(before: unknown): SettingsReceipt | undefined {
  if (typeof before !== 'object' || before === null) return undefined
  const { client, account, changes } = before as Partial<Record<keyof SettingsReceipt, unknown>>
  const isWhole = typeof client === 'string' && typeof account === 'string' && Array.isArray(changes)
  return isWhole && changes.every(isChange) ? { client, account, changes } : undefined
}

function isChange(one: unknown): one is SettingChange {
  if (typeof one !== 'object' || one === null) return false
  const { of, what, from, to } = one as Record<string, unknown>
  const isValue = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)
  return (
    ['outgoing', 'incoming', 'account'].includes(String(of)) &&
    typeof what === 'string' &&
    isSettingName(what) &&
    isValue(from) &&
    isValue(to)
  )
}
