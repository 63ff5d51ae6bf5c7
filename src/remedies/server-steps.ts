import type { Role } from '../core/mail.ts'
import type { Consultation } from '../core/remedy.ts'
import { type AppKind, appOf, checkAgain, saveAndCheck, toAccounts } from './app-places.ts'

/** What is to be entered for one server. */
export type Entry = 'host' | 'port' | 'host-and-port' | 'encryption' | 'authentication'

/** The way to a server's settings in the app at hand, what to enter there, and back. */
export function serverSteps(consultation: Consultation, roles: readonly Role[], entry: Entry): string[] {
  const app = appOf(consultation)
  return [
    toAccounts(consultation),
    ...(app === 'mail' ? ['Click this account on the left, then click Server Settings.'] : [opening[app]]),
    ...roles.flatMap((role) => [...finding(app, role), entering(app, role, entry)]),
    app === 'legacy-outlook' ? `Close the window. ${checkAgain}` : saveAndCheck,
  ]
}

const opening: Record<Exclude<AppKind, 'mail'>, string> = {
  'legacy-outlook': 'Choose this account on the left.',
  'new-outlook': 'Choose this account and open its server settings.',
  outlook: 'Choose this account, so that you see its server settings.',
  other: 'Choose this account and open its server settings.',
}

/** In Mail the outgoing servers stand in a list of their own. */
function finding(app: AppKind, role: Role): string[] {
  if (app !== 'mail' || role === 'incoming') return []
  return [
    'For sending: open the Account menu of the outgoing server, choose “Edit SMTP Server List”, and click the server.',
  ]
}

function entering(app: AppKind, role: Role, entry: Entry): string {
  const purpose = role === 'outgoing' ? 'For sending' : 'For receiving'
  return `${purpose}: ${(app === 'mail' ? mail : app === 'legacy-outlook' ? legacy : others)[entry]}`
}

const untick = 'untick “Automatically manage connection settings”'

const mail: Record<Entry, string> = {
  host: 'put the server name below into “Host Name”.',
  port: `${untick}, put the port below into “Port”, and tick “Use TLS/SSL”.`,
  'host-and-port': `${untick}, enter the server name and the port below, and tick “Use TLS/SSL”.`,
  encryption: `${untick}, check that “Port” is the port below, and tick “Use TLS/SSL”.`,
  authentication: `${untick}, choose the way to sign in below under “Authentication”, and fill in user name and password.`,
}

const legacy: Record<Entry, string> = {
  host: 'put the server name below in the place of the old one.',
  port: 'tick “Override default port”, enter the port below, and tick “Use SSL to connect”.',
  'host-and-port':
    'enter the server name and the port below, and tick “Override default port” and “Use SSL to connect”.',
  encryption: 'check that the port is the port below, and tick “Use SSL to connect”.',
  authentication: 'click “More Options” and choose the way to sign in below, with user name and password.',
}

const others: Record<Entry, string> = {
  host: 'put the server name below in the place of the old one.',
  port: 'enter the port below and choose the encryption below.',
  'host-and-port': 'enter the server name and the port below, and choose the encryption below.',
  encryption: 'choose the encryption below, and check that the port is the port below.',
  authentication: 'choose the way to sign in below, and fill in user name and password.',
}
