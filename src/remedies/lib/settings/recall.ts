import { isSettingName, type SettingChange, type SettingsReceipt } from './change.ts'

/** What a receipt of ours says, or `undefined` where it is none. */
export function recallSettings(before: unknown): SettingsReceipt | undefined {
  if (typeof before !== 'object' || before === null) return undefined
  const { client, account, changes, at, sends } = before as Partial<Record<keyof SettingsReceipt, unknown>>
  const isWhole = typeof client === 'string' && typeof account === 'string' && Array.isArray(changes)
  if (!isWhole || !changes.every(isChange)) return undefined
  if ((at !== undefined && !isPlace(at)) || (sends !== undefined && !isChosen(sends))) return undefined
  return { client, account, changes, ...(isPlace(at) && { at }), ...(isChosen(sends) && { sends }) }
}

function isPlace(one: unknown): one is NonNullable<SettingsReceipt['at']> {
  if (typeof one !== 'object' || one === null) return false
  const { host, port } = one as Record<string, unknown>
  return typeof host === 'string' && typeof port === 'number'
}

function isChosen(one: unknown): one is NonNullable<SettingsReceipt['sends']> {
  return isPlace(one) && 'security' in one && (one.security === 'tls' || one.security === 'starttls')
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
