import { maskWords } from '../../core/disguise.ts'
import { serversOf } from '../../core/mail.ts'
import type { RemedyContext } from '../../core/remedy.ts'
import { withoutAddresses } from '../../core/text.ts'
import { wayOut } from '../../probes/network/way-out.ts'

/** Names that everybody has: of no person, and words of our own sentences. */
const everyday =
  /^(mail|e-?mail|info|post|office|contact|kontakt|admin|hello|support|sales|team|service|postmaster|webmaster|server|port|password|sending|receiving|account|connection|encryption|network|address)$/i

/** Takes out of a line whatever belongs to the person: addresses, user names, names of their VPNs, their own addresses. */
export function notePrivacyFilter(
  context: Pick<RemedyContext, 'account' | 'chart'>,
): (line: string, most?: number) => string {
  const { account, chart } = context
  const network = chart.fact(wayOut)?.network
  const names = [
    account.email,
    account.email.slice(0, Math.max(0, account.email.lastIndexOf('@'))),
    ...serversOf(account).map(({ server }) => server.username ?? ''),
    ...(network?.vpns ?? []).map(({ name }) => name),
    ...(network?.interfaces ?? []).flatMap(({ addresses }) => addresses),
    ...chart.messages.flatMap(({ recipients, sender }) => [...(recipients ?? []), sender ?? '']),
  ]
  const masked = maskWords(names.filter((name) => name.includes('@') && name.length <= 320).slice(0, 500), '…')
  const patterns = [...new Set(names)]
    .filter((name) => name.length >= 3 && name.length <= 320 && !everyday.test(name))
    .sort((one, other) => other.length - one.length)
    // Not inside a host name, which may be told.
    .map(
      (name) => new RegExp(`(?<![\\p{L}\\p{N}.-])${RegExp.escape(name)}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'giu'),
    )
  return (line, most = 200) => {
    let told = masked(line.slice(0, 4 * most))
    for (const pattern of patterns) told = told.replace(pattern, '…')
    return withoutAddresses(told, most)
  }
}
