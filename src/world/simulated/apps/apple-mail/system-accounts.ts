import type { SceneAccount } from '../../schema/account.ts'
import type { AppleAccountsStore } from './apple-accounts-store.ts'

type SceneServer = NonNullable<SceneAccount['outgoing']>

/** Writes an account of a scene into the system's list; its Z_PK. */
export function addSystemAccount(
  system: AppleAccountsStore,
  account: SceneAccount,
  identifier: string,
  keeper?: 'profile' | 'internet-accounts',
): number {
  const { email, incoming, outgoing } = account
  const parent =
    keeper === 'internet-accounts'
      ? { parent: system.add({ type: 'Yahoo', identifier: parentOf(identifier), username: email }) }
      : {}
  const smtp = outgoing && smtpOf(identifier)
  if (outgoing && smtp)
    system.add({
      type: 'SMTP',
      identifier: smtp,
      username: outgoing.username ?? email,
      properties: addressed(outgoing),
      enabled: false,
    })
  const sending = smtp === undefined ? {} : { SendingAccountIdentifier: smtp }
  const whole = { identifier, username: incoming?.username ?? email, ...parent }
  const mark = keeper === 'profile' ? { MCAccountIsManaged: true } : {}
  const identity = { IdentityEmailAddress: email, ...sending, ...mark }
  if (incoming?.protocol === 'exchange') {
    const ews = { EWSExternalURL: `https://${incoming.host}/EWS/Exchange.asmx` }
    return system.add({ ...whole, type: 'Exchange', properties: { ...identity, ...ews } })
  }
  const type = incoming?.protocol === 'pop3' ? 'POP' : 'IMAP'
  return system.add({ ...whole, type, properties: { ...identity, ...(incoming && addressed(incoming)) } })
}

/** An outgoing server that no account names. */
export function addUnusedServer(system: AppleAccountsStore, server: SceneServer): void {
  const { username } = server
  system.add({ type: 'SMTP', ...(username && { username }), properties: addressed(server), enabled: false })
}

/** Takes an account out of the system's list, with its outgoing server. */
export function removeSystemAccount(system: AppleAccountsStore, identifier: string): void {
  for (const one of [identifier, smtpOf(identifier), parentOf(identifier)]) system.remove(one)
}

function smtpOf(identifier: string): string {
  return `${identifier.slice(0, -12)}${identifier.slice(-12).split('').reverse().join('')}`
}

function parentOf(identifier: string): string {
  return `${identifier.slice(0, -12)}000000000000`
}

/** SSLIsDirect: from the first byte; without it, by STARTTLS. */
function addressed({ host, port, security }: Pick<SceneServer, 'host' | 'port' | 'security'>) {
  return { Hostname: host, PortNumber: port, SSLEnabled: security !== 'none', SSLIsDirect: security === 'tls' }
}
