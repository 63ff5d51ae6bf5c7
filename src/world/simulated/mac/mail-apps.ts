import type { InstalledApp } from '../../../core/mac-powers.ts'
import type { ClientId } from '../../../core/mail.ts'
import { simulatedApps } from '../apps/index.ts'
import type { SimulatedApp } from '../apps/simulated-app.ts'
import type { Scene } from '../scene.ts'
import { sceneAccounts } from '../scene-hosts.ts'
import type { SceneAccount } from '../schema/account.ts'
import type { SceneApp } from '../schema/apps.ts'
import type { SimulatedMailApp } from './mail-app.ts'

/** The one that comes with every Mac. */
const usual = simulatedApps.find(({ comesWithMac }) => comesWithMac) as SimulatedApp

/** Throws for one that no scene could have. */
export function simulatedApp(id: ClientId): SimulatedApp {
  const app = simulatedApps.find(({ client }) => client.id === id)
  if (!app) throw new Error(`simulated-app: ${id}`)
  return app
}

/** What the system knows of it, whatever the scene. */
function makingOf({ client: { bundle, process, path }, version, build }: SimulatedApp) {
  return { bundle, process, path, version, build }
}

/** The app of an account: the one that it names, or the only one that the scene speaks of, or that of every Mac. */
export function appOfSceneAccount(account: SceneAccount, told: readonly SceneApp[]): ClientId {
  const [only, another] = told
  return account.client ?? (another === undefined && only ? only.app : usual.client.id)
}

/** The mail apps that accounts or the scene speak of; one of which nothing is said runs normally. */
export function simulatedMailApps(scene: Scene): SimulatedMailApp[] {
  const told = scene.mac?.apps ?? []
  const accounts = Map.groupBy(sceneAccounts(scene), (account) => appOfSceneAccount(account, told))
  const ids = new Set([...accounts.keys(), ...told.map(({ app }) => app)])
  return [...ids].map((id) => {
    const app: SceneApp = told.find((one) => one.app === id) ?? { app: id, running: true, answers: 'yes' }
    const own = accounts.get(id) ?? []
    const shows = app.shows ?? shownBy(scene, app, own)
    return { ...makingOf(simulatedApp(id)), ...app, ...(shows !== undefined && { shows }), accounts: own }
  })
}

/** What an app would say by itself, at least in its meaning. */
function shownBy(
  { outbox = [], account }: Scene,
  { mailbox }: SceneApp,
  own: readonly SceneAccount[],
): string | undefined {
  const isOwn = (email: string) => own.some((one) => one.email === email)
  const lost = outbox.some((message) => message.answer === 'lost' && isOwn(message.account ?? account.email))
  if (lost) return answerLost
  const full = mailbox ? mailbox.used / mailbox.limit : 0
  if (full >= 0.99) return 'Your mailbox is full. You can’t send messages.'
  return full >= 0.9 ? 'Your mailbox is almost full.' : undefined
}

/** The server's answer to the last dot never came. */
export const answerLost = 'The connection was lost after the message was handed over. The server did not confirm it.'

/** One comes with every Mac; the others are there where the scene speaks of them. */
export function installedApp(apps: readonly SimulatedMailApp[], bundle: string): InstalledApp | undefined {
  const always = makingOf(usual)
  const app = apps.find((each) => each.bundle === bundle) ?? (bundle === always.bundle ? always : undefined)
  return app && { path: app.path, version: app.version, build: app.build }
}
