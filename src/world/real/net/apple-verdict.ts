import type { NativeAddon, Verdict } from '../../../../native/index.d.ts'
import type { Certificate } from '../../../core/certificate.ts'
import { harmless } from '../../../core/text.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import { timedOut, withinTime } from '../time-limit.ts'

export type JudgeChain = NativeAddon['judgeChain']

/** A missing certificate is fetched, and revocation asked about; a mail app waits no longer for that. */
const verdictTimeoutMs: Millis = 12_000

/**
 * SecBase.h: expired, not valid yet, for another name. Those are judged by us, by the true time; of the authority they say
 * nothing.
 */
const besidesTrust: readonly number[] = [-67818, -67819, -67602]

/**
 * Whether this Mac trusts the authority of a chain, by its own word; `undefined` where it does not say so: in time, at
 * all, or because it stumbled over something else first.
 */
export async function verdictOf(
  judge: JudgeChain,
  clock: Clock,
  chain: readonly Certificate[],
  host: string,
  signal: AbortSignal,
): Promise<Verdict | undefined> {
  const ders = chain.map(({ der }) => new Uint8Array(Buffer.from(der, 'base64')))
  // Without Apple’s verdict our own roots judge.
  const asked = () => judge(ders, host.replace(/\.$/, '')).catch(() => undefined)
  const verdict = await withinTime(clock, verdictTimeoutMs, signal, asked)
  if (verdict === timedOut || verdict === undefined) return undefined
  if (verdict.trusted) return { trusted: true }
  // Without a reason it was not judged; with one of those, only in part.
  if (verdict.reason === undefined || besidesTrust.includes(verdict.code ?? 0)) return undefined
  return { ...verdict, reason: harmless(verdict.reason, 200) }
}
