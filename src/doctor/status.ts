import type { Cause } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import type { NamedCause, Status } from '../core/diagnosis.ts'
import type { Probe } from '../core/probe.ts'
import { defaultSettings } from '../core/settings.ts'
import { slowUploadBytesPerMs, uploadMs } from '../core/upload.ts'

/**
 * What the icon shows after an examination. `clear` needs proof: at least one vital question was answered, every vital
 * one that was asked was answered well, and no cause was found.
 */
export function statusOf(
  chart: Chart,
  roots: readonly Cause[],
  named: readonly NamedCause[],
  probes: readonly Probe<unknown>[],
): Status {
  const [first] = named
  if (first) {
    const known = (id: string) => roots.find((cause) => cause.id === id)
    if (known(first.id)?.offline) return 'offline'
    const sure = named.filter(({ id }) => !known(id)?.unsure)
    if (sure.length === 0) return 'unsure'
    return sure.some((cause) => cause.harm === 'stops') ? 'stuck' : 'waiting'
  }
  const vital = probes.filter((probe) => probe.vital).flatMap((probe) => chart.finding(probe) ?? [])
  const proven =
    vital.length > 0 && vital.every((finding) => finding.state === 'known' && finding.telling.tone !== 'bad')
  return proven && !hasStuckMessage(chart) ? 'clear' : 'unsure'
}

/** A message that waits longer than any healthy sending of its size takes, and not by design. */
function hasStuckMessage({ messages, at, patience = defaultSettings.patience }: Chart): boolean {
  const allowed = (size: number) => patience + uploadMs(size, slowUploadBytesPerMs)
  return messages.some(
    ({ state, waitingSince, size, rawSize }) =>
      state === 'waiting' && at - waitingSince > allowed(size ?? rawSize ?? 0),
  )
}

/** What the icon's state is made of while the agent watches. */
export interface StatusInputs {
  paused: boolean
  /** Every mail app was looked at once. */
  looked: boolean
  online: boolean
  /** An outbox cannot be seen. */
  blind: boolean
  waiting: number
  examining: boolean
  /** Accounts with stuck mail, and what was found of them; `undefined`: not examined yet. */
  stuck: readonly (Status | undefined)[]
  /** The other accounts, likewise. */
  others: readonly (Status | undefined)[]
}

/** The icon's state while the agent watches. Never `clear` for what could not be seen or was not asked. */
export function overallStatus(now: StatusInputs): Status {
  if (now.paused) return 'paused'
  if (now.stuck.length > 0) return statusOfStuck(now)
  if (!now.looked) return 'checking'
  if (!now.online) return 'offline'
  if (now.blind) return 'unsure'
  if (now.waiting > 0) return 'waiting'
  return worstStatus(now.others.map((status) => status ?? 'checking')) ?? 'unsure'
}

/** Mail that waits too long is stuck, whatever was found; only a named cause may call it by a milder name. */
function statusOfStuck({ stuck, examining, online }: StatusInputs): Status {
  if (!online) return 'offline'
  const named = stuck.filter((status) => status === 'stuck' || status === 'offline' || status === 'waiting')
  if (named.length < stuck.length) return examining && stuck.includes(undefined) ? 'checking' : 'stuck'
  return worstStatus(named) ?? 'stuck'
}

// The first is the worst.
const order: readonly Status[] = ['stuck', 'offline', 'waiting', 'unsure', 'checking', 'clear']

export function worstStatus(statuses: readonly Status[]): Status | undefined {
  return order.find((status) => statuses.includes(status))
}
