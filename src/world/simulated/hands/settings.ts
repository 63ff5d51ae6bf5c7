import type { ClientSettings } from '../../../clients/client-settings.ts'
import { knownClient } from '../../../clients/known-clients.ts'
import type { AppServer, AppSetting, SettingTarget } from '../../../core/app-settings.ts'
import type { ActionResult, Hands } from '../../../core/hands.ts'
import type { ClientId, Role } from '../../../core/mail.ts'
import { say } from '../../../core/sentence.ts'
import type { SimulatedMailApp } from '../mac/mail-app.ts'
import { simulatedApp, simulatedMailApps } from '../mac/mail-apps.ts'
import type { ScriptedStores } from '../mac/script-rows.ts'
import type { Scene } from '../scene.ts'
import { sceneAccounts } from '../scene-hosts.ts'
import type { SceneTimeline } from '../scene-timeline.ts'
import type { SceneAccount } from '../schema/account.ts'
import type { SceneApp } from '../schema/apps.ts'
import type { ActionLimits } from './action-limits.ts'

type SceneServer = NonNullable<SceneAccount['outgoing']>

/** The settings of the scene's accounts, written to as each app lets itself be: by its types, and as it keeps them. */
export function simulatedSettings(
  timeline: SceneTimeline,
  stores: ScriptedStores,
  limits: ActionLimits,
  took: (app: SimulatedMailApp, account: SceneAccount, role: Role, password: string) => void,
): Hands['settings'] {
  let written = 0
  const appOf = (client: ClientId) =>
    simulatedMailApps(timeline.now().scene).find(({ app, running }) => app === client && running)
  const asked = async (
    client: ClientId,
    act: (app: SimulatedMailApp, settings: ClientSettings) => ActionResult,
  ): Promise<ActionResult> => {
    const app = appOf(client)
    const settings = knownClient(client)?.settings
    if (!app) return { done: false, why: 'missing', detail: say('The app is not running.') }
    if (!settings || app.mode === 'new') return errors[-1728]
    let answer: ActionResult = errors[-1728]
    const allowed = await limits.does(undefined, 'automation', () => {
      const { settings: trouble } = timeline.now().scene.hands ?? {}
      const fails = trouble && written >= trouble.after
      written += 1
      answer = fails ? errors[trouble.error] : act(app, settings)
    })
    return allowed.done ? answer : allowed
  }
  return {
    write: (client, target, setting) =>
      asked(client, (app, settings) => {
        const account = accountIn(app, target, stores)
        if (!account || !settings.writes(target, setting)) return errors[-1728]
        if (app.ofProfile?.includes(account.email)) return errors[-10006]
        if (!isOfItsType(setting, settings)) return errors[-1700]
        // It says nothing, and has the old value again.
        if (app.automatic?.includes(account.email)) return { done: true }
        const change = changeFor(app, account, target, setting, settings)
        if (!change) return errors[-1728]
        timeline.become(change(timeline.now().scene))
        return { done: true }
      }),
    givePassword: (client, target, role, password) =>
      asked(client, (app, settings) => {
        const account = accountIn(app, target, stores)
        if (!account || !settings.givesPassword(target, role, password) || password === '') return errors[-1728]
        if (app.ofProfile?.includes(account.email)) return errors[-10006]
        took(app, account, role, password)
        return { done: true }
      }),
  }
}

type AppError = NonNullable<NonNullable<Scene['hands']>['settings']>['error']

const errors: Readonly<Record<AppError, ActionResult>> = {
  [-1700]: { done: false, why: 'failed', detail: say('The app does not take a value of this kind.') },
  [-1728]: { done: false, why: 'missing', detail: say('The app has no such account, server or setting.') },
  [-10006]: { done: false, why: 'refused', detail: say('The app lets no other program change this setting.') },
  [-1712]: { done: false, why: 'timeout', detail: say('The app did not answer.') },
  [-609]: { done: false, why: 'missing', detail: say('The app ended in the middle of it.') },
}

/** Scripts name an account by what its store calls it, Outlook's with the kind before it. */
function accountIn({ accounts }: SimulatedMailApp, { account }: SettingTarget, stores: ScriptedStores) {
  return accounts.find((one) => stores.accountId(one) === account.key.split(' ').at(-1))
}

function isOfItsType({ what, value }: AppSetting, { authOf }: ClientSettings): boolean {
  if (what === 'port') return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536
  if (what === 'auth') return typeof value === 'string' && authOf(value) !== undefined
  return typeof value === (what === 'host' || what === 'delivery' ? 'string' : 'boolean')
}

type SceneChange = (scene: Scene) => Partial<Scene>

function changeFor(
  app: SimulatedMailApp,
  own: SceneAccount,
  { server }: SettingTarget,
  setting: AppSetting,
  settings: ClientSettings,
): SceneChange | undefined {
  const only = (email: string) => email === own.email
  if (setting.of === 'account' && setting.what === 'enabled') return (scene) => switched(scene, app, own, setting.value)
  if (setting.of === 'account') {
    if (setting.value === '') return (scene) => withAccounts(scene, only, ({ outgoing: _, ...account }) => account)
    const chosen = outgoingOf(app).find((one) => isThat(one, server))
    const sends = chosen && { ...chosen.server, username: chosen.user }
    // The one that it sent by until now stays in the list.
    const rest = own.outgoing ? [{ ...own.outgoing, username: userOf(own) }] : []
    return (
      sends &&
      ((scene) => ({
        ...withAccounts(scene, only, (account) => ({ ...account, outgoing: sends })),
        ...withApp(scene, app, { servers: [...(app.servers ?? []), ...rest] }),
      }))
    )
  }
  if (setting.of === 'incoming')
    return (scene) =>
      withAccounts(scene, only, (one) =>
        one.incoming ? { ...one, incoming: { ...one.incoming, ...changed(one.incoming, setting, settings) } } : one,
      )
  const shared = simulatedApp(app.app).listsServers === true
  const isMeant = (one: SceneAccount) =>
    shared ? one.outgoing !== undefined && isThat({ server: one.outgoing, user: userOf(one) }, server) : only(one.email)
  const meant = app.accounts.filter(isMeant).map(({ email }) => email)
  if (meant.length === 0) return undefined
  return (scene) =>
    withAccounts(
      scene,
      (email) => meant.includes(email),
      (one) => (one.outgoing ? { ...one, outgoing: changed(one.outgoing, setting, settings) } : one),
    )
}

export function userOf({ email, outgoing }: SceneAccount): string {
  return outgoing?.username ?? email
}

interface Listed {
  server: SceneServer
  user: string
}

function outgoingOf({ accounts, servers = [] }: SimulatedMailApp): Listed[] {
  const used = accounts.flatMap((one) => (one.outgoing ? [{ server: one.outgoing, user: userOf(one) }] : []))
  return [...used, ...servers.map((server) => ({ server, user: server.username ?? '' }))]
}

function isThat({ server, user }: Listed, wanted: AppServer | undefined): boolean {
  return server.host === wanted?.host && server.port === wanted.port && user === (wanted.user ?? '')
}

/** One box for encryption: which kind, the port tells. */
function changed<S extends Omit<SceneServer, 'protocol'>>(
  server: S,
  { what, value }: AppSetting,
  settings: ClientSettings,
): S {
  const kind = (port: number) => settings.securityOn(port) ?? 'tls'
  if (what === 'host') return { ...server, host: String(value) }
  if (what === 'port') {
    const port = Number(value)
    return { ...server, port, security: server.security === 'none' ? 'none' : kind(port) }
  }
  if (what === 'encrypted') return { ...server, security: value === true ? kind(server.port) : 'none' }
  if (what === 'auth') return { ...server, auth: settings.authOf(String(value)) }
  if (what === 'signsIn') return { ...server, auth: value === true ? 'password' : 'none' }
  if (what === 'sameSignIn' && value === true) {
    const { username: _, ...rest } = server
    return rest as S
  }
  return server
}

function switched(scene: Scene, app: SimulatedMailApp, { email }: SceneAccount, on: unknown): Partial<Scene> {
  const others = (app.disabledAccounts ?? []).filter((one) => one !== email)
  const disabledAccounts = on === true ? others : [...others, email]
  return withApp(scene, app, { disabledAccounts })
}

function withApp({ mac }: Scene, app: SimulatedMailApp, change: Partial<SceneApp>): Partial<Scene> {
  const told = mac?.apps ?? []
  const before = told.find((one) => one.app === app.app) ?? { app: app.app, running: true, answers: 'yes' as const }
  return { mac: { ...mac, apps: [...told.filter((one) => one.app !== app.app), { ...before, ...change }] } }
}

function withAccounts(
  scene: Scene,
  isMeant: (email: string) => boolean,
  change: (account: SceneAccount) => SceneAccount,
): Partial<Scene> {
  const [account = scene.account, ...otherAccounts] = sceneAccounts(scene).map((one) =>
    isMeant(one.email) ? change(one) : one,
  )
  return { account, ...(scene.otherAccounts && { otherAccounts }) }
}
