import { serverWorks } from '../../causes/lib/chart-queries.ts'
import { providersBehind, usesPassword } from '../../causes/lib/signing-in.ts'
import type { Account, Role, Server } from '../../core/mail.ts'
import type { GuidedFile, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { configurationProfile, type ProfileServer } from './configuration-profile.ts'

/**
 * A profile with the settings that work, where one can carry them: no provider’s own sign-in window (the format knows
 * none), no Exchange, nothing unencrypted, and both servers known to work or to answer.
 */
export function profileFor(
  { account, chart }: Pick<RemedyContext, 'account' | 'chart'>,
  found: Partial<Record<Role, Server>>,
): GuidedFile | undefined {
  const incoming = found.incoming ?? (serverWorks(chart, 'incoming') ? account.incoming : undefined)
  const outgoing = found.outgoing ?? (serverWorks(chart, 'outgoing') ? account.outgoing : undefined)
  if (!carries(incoming) || !carries(outgoing) || incoming.protocol === 'smtp') return undefined
  if (account.incoming?.auth === 'oauth2' || account.outgoing?.auth === 'oauth2') return undefined
  const onlyByWindow = [incoming, outgoing].some((server) => {
    const behind = providersBehind(chart, server)
    return (
      behind.length > 0 &&
      behind.every(({ auth, appPassword }) => !auth.includes('password') || appPassword === 'not-accepted')
    )
  })
  if (onlyByWindow) return undefined
  const contents = configurationProfile({
    email: account.email,
    incoming: { ...incoming, protocol: incoming.protocol, ...userOf(account, 'incoming') },
    outgoing: { ...outgoing, ...userOf(account, 'outgoing') },
  })
  return { name: 'mail-account.mobileconfig', contents, words: limits }
}

const limits = say(
  'It holds no password; macOS asks for it. It adds a new account and repairs no old one, cannot be changed in Mail, and does not know the sign-in window of a provider. To remove it: System Settings > General > Device Management. With POP, mail already fetched stays in the old account.',
)

function carries(server: Server | undefined): server is ProfileServer {
  if (!server || server.protocol === 'exchange' || server.security === 'none') return false
  return usesPassword(server)
}

function userOf(account: Account, role: Role): { username?: string } {
  const username = account[role]?.username
  return username === undefined ? {} : { username }
}
