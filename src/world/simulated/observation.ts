import type { ClientAccount, Observation } from '../../core/client.ts'
import type { Message, Server } from '../../core/mail.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import { keeperIn, type SimulatedMailApp } from './mac/mail-app.ts'
import { simulatedApp } from './mac/mail-apps.ts'
import { isGranted } from './mac/permissions.ts'
import type { Scene } from './scene.ts'
import { accountAsApp } from './scene-accounts.ts'
import type { SceneAccount } from './schema/account.ts'

/** What a look at a mail app of the scene shows, for those who do not look into its store themselves. */
export function observationOf(
  scene: Scene,
  app: SimulatedMailApp,
  messages: readonly Message[],
  at: Instant,
): Observation {
  const why = whyUnseen(scene, app)
  return {
    client: app.app,
    at,
    version: app.version,
    ...simulatedApp(app.app).observed?.(app),
    running: app.running,
    ...(app.offline !== undefined && { offline: app.offline }),
    accounts: why === undefined ? app.accounts.map((account) => clientAccount(app, scene, account)) : [],
    ...(why === undefined && simulatedApp(app.app).listsServers && { servers: listedServers(app) }),
    outbox: why === undefined ? { seen: true, messages } : { seen: false, why },
    ...(app.sentMessages !== undefined && { sent: { messages: app.sentMessages, bytes: app.sentMessages * 80_000 } }),
    changed: at - (app.quietFor ?? 0),
    ...onlyVisibleToPerson(app, at),
    unseen: why === undefined ? [] : [why],
  }
}

/** What no store tells and only a person at this Mac would see. */
export function onlyVisibleToPerson(app: SimulatedMailApp, at: Instant): Partial<Observation> {
  return {
    ...(app.answers === 'dialog' && { dialog: true }),
    ...(app.hiddenFor !== undefined && { hiddenFor: app.hiddenFor }),
    ...(app.damaged?.includes('store') && { storeDamaged: true }),
    ...(app.addIns && { addIns: app.addIns.map((addIn) => addInOf(addIn, at)) }),
    ...(app.protectMailActivity !== undefined && { protectMailActivity: app.protectMailActivity }),
    ...(app.abilities && { abilities: app.abilities }),
    ...(app.shows !== undefined && { shownError: app.shows }),
  }
}

function addInOf({ name, host, age }: NonNullable<SimulatedMailApp['addIns']>[number], at: Instant) {
  return { name, host, ...(age !== undefined && { since: at - age }) }
}

function whyUnseen(scene: Scene, app: SimulatedMailApp): Sentence | undefined {
  const closed = simulatedApp(app.app).unseen?.(app)
  if (closed !== undefined) return closed
  if (simulatedApp(app.app).client.can.readFreely || isGranted(scene, 'full-disk-access')) return undefined
  if (!isGranted(scene, 'automation'))
    return say('The mail app cannot be looked into without Full Disk Access or Automation.')
  if (!app.running) return say('The mail app is closed, and its files cannot be read without Full Disk Access.')
  return app.answers === 'yes' ? undefined : say('The mail app does not answer, and its files cannot be read.')
}

/** The app's list of outgoing servers: those that accounts send by, with their users, and the others. */
function listedServers({ accounts, servers = [] }: SimulatedMailApp): Server[] {
  const used = accounts.flatMap(({ email, outgoing }) => (outgoing ? [{ username: email, ...outgoing }] : []))
  return [...used, ...servers].map((server) => ({ ...server, protocol: 'smtp' }))
}

function clientAccount(app: SimulatedMailApp, scene: Scene, account: SceneAccount): ClientAccount {
  const offline = app.offlineAccounts?.includes(account.email)
  const { outgoing, ...seen } = accountAsApp(account, scene)
  const told = app.running && app.answers === 'yes' && isGranted(scene, 'automation')
  const hidden = simulatedApp(app.app).hides?.(account, told) ?? []
  const keptBy = keeperIn(app, account)
  return {
    ...seen,
    client: app.app,
    enabled: !app.disabledAccounts?.includes(account.email),
    ...(hidden.length > 0 && { hidden }),
    ...(!hidden.includes('outgoing') && outgoing && { outgoing }),
    ...(offline !== undefined && { offline }),
    ...(keptBy && { keptBy }),
  }
}
