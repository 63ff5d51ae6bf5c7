import { knownClient, mailTool } from '../../clients/known-clients.ts'
import type { Hands } from '../../core/hands.ts'
import type { ClientId } from '../../core/mail.ts'
import { say } from '../../core/sentence.ts'
import { programOfFilter } from '../../knowledge/filters.ts'
import { isKnownPage } from '../../knowledge/known-places.ts'
import { mailBridgeOf } from '../../knowledge/mail-bridges.ts'
import { isPane } from '../../knowledge/settings-panes.ts'
import type { SimulatedClock } from './clock.ts'
import { ActionLimits } from './hands/action-limits.ts'
import { simulatedAdmin } from './hands/admin.ts'
import { AppPasswords } from './hands/app-passwords.ts'
import { simulatedFiles } from './hands/files.ts'
import { simulatedPreferences } from './hands/preferences.ts'
import { simulatedSettings } from './hands/settings.ts'
import type { SimulatedHome } from './home/home.ts'
import { wifiSwitchOf, withWifi } from './mac/connection-settings.ts'
import { simulatedMailApps } from './mac/mail-apps.ts'
import { isGranted, permissionNames, permissionStateOf, type ScenePermission } from './mac/permissions.ts'
import type { Scene } from './scene.ts'
import type { SceneTimeline } from './scene-timeline.ts'
import type { SceneApp } from './schema/apps.ts'

/** What is done to the Mac of a scene. The scene tells what does not go smoothly. */
export function simulatedHands(timeline: SceneTimeline, home: SimulatedHome, clock: SimulatedClock): Hands {
  const scene = () => timeline.now().scene
  const askPerson = (permission: ScenePermission) => {
    const { consent = 'yes' } = scene().hands ?? {}
    if (consent !== 'nobody') timeline.become(answering(scene(), permission, consent === 'yes'))
  }
  const limits = new ActionLimits(scene, askPerson)
  const passwords = new AppPasswords(timeline, clock)
  const isRunning = (client: ClientId) =>
    simulatedMailApps(scene()).some(({ app, running }) => app === client && running)
  const becomes = (client: ClientId, change: Partial<SceneApp>) => timeline.become(withApp(scene(), client, change))
  return {
    async quit(client, timeoutMs, signal) {
      if (!isRunning(client)) return { done: true }
      const { quit } = scene().hands ?? {}
      if (quit === 'refuses' || quit === 'dialog') {
        await clock.wait(timeoutMs, signal)
        const detail = quit === 'dialog' ? say('It may show a window that waits for an answer.') : undefined
        return { done: false, why: 'still-running', ...(detail && { detail }) }
      }
      if (quit) return { done: false, why: quit }
      return limits.does(undefined, 'automation', () => {
        becomes(client, { running: false })
        home.rest(client)
      })
    },
    async open(client, how) {
      const { open } = scene().hands ?? {}
      if (open) return { done: false, why: open, detail: say('macOS could not find it.') }
      return limits.does(undefined, undefined, () => {
        const { hiddenFor: _, ...shown } = appIn(scene(), client)
        if (!shown.running) becomes(client, { running: true })
        else if (how === 'front') timeline.become(withApp(scene(), client, shown, true))
      })
    },
    async openMailBridge(bundle) {
      const name = mailBridgeOf(bundle)?.name
      const { bridges = [] } = scene().mac ?? {}
      const { open } = scene().hands ?? {}
      if (open || !bridges.some((one) => one.name === name))
        return { done: false, why: 'missing', detail: say('macOS could not find it.') }
      return limits.does(undefined, undefined, () => {
        const opened = bridges.map((one) => (one.name === name ? { ...one, running: true } : one))
        timeline.become({ mac: { ...scene().mac, bridges: opened } })
      })
    },
    async show(target) {
      if (!isShown(target)) return { done: false, why: 'missing' }
      // Whoever is led to a permission gives it; an app that has never asked does not stand in the list of Automation.
      const given = 'panel' in target ? isPermission(target.panel) : undefined
      const isListed = given !== 'automation' || permissionStateOf(scene(), given) !== 'not-asked'
      if (given && isListed && !isGranted(scene(), given))
        clock.after(givingTakes, () => timeline.become(answering(scene(), given, true)))
      return { done: true }
    },
    async showMessage(client, key) {
      if (!isRunning(client)) return { done: false, why: 'missing', detail: say('The app is not running.') }
      if (!knownClient(client)?.can.showMessage) return { done: false, why: 'missing' }
      if (!home.waiting(client).some(({ row }) => String(row) === key))
        return { done: false, why: 'missing', detail: say('The message no longer waits there.') }
      return limits.does(scene().hands?.showMessage, 'automation', () => {})
    },
    async reveal(path) {
      const isThere = (scene().mac?.listeners ?? []).some((one) => one.path?.startsWith(path))
      return isThere ? { done: true } : { done: false, why: 'missing', detail: say('macOS could not find it.') }
    },
    async sendNow(client) {
      if (!isRunning(client)) return { done: false, why: 'missing', detail: say('The app is not running.') }
      if (!knownClient(client)?.can.sendNow) return { done: false, why: 'missing' }
      const own = simulatedMailApps(scene()).find(({ app }) => app === client)
      return limits.does(scene().hands?.send, 'automation', () => {
        if (own) passwords.send(own)
      })
    },
    async synchronise(client, account) {
      if (!isRunning(client)) return { done: false, why: 'missing', detail: say('The app is not running.') }
      const able = knownClient(client)?.can.synchronise
      if (!able || (able.byAccount && !account)) return { done: false, why: 'missing' }
      return limits.does(scene().hands?.send, 'automation', () => {})
    },
    async sendPutOff(client) {
      if (!isRunning(client)) return { done: false, why: 'missing', detail: say('The app is not running.') }
      if (!knownClient(client)?.can.sendsWhenTold?.byMenu) return { done: false, why: 'missing' }
      return limits.does(scene().hands?.send, 'accessibility', () => {})
    },
    async setOnline(client, online) {
      if (!isRunning(client)) return { done: false, why: 'missing', detail: say('The app is not running.') }
      const needed = knownClient(client)?.can.goOnline?.permission
      if (!needed) return { done: false, why: 'missing' }
      return limits.does(scene().hands?.online, needed, () =>
        becomes(client, { offline: !online, ...(online && { offlineAccounts: [] }) }),
      )
    },
    settings: simulatedSettings(timeline, home, limits, ({ app }, account, role, password) => {
      const { password: manner } = scene().hands ?? {}
      if (manner === 'asks') becomes(app, { answers: 'dialog' })
      if (manner === undefined) passwords.give(account, role, password)
    }),
    async askToAutomate(app) {
      if (app !== 'system-events' && !isRunning(app))
        return { done: false, why: 'missing', detail: say('The app is not running.') }
      if (permissionStateOf(scene(), 'automation') === 'not-asked') askPerson('automation')
      const isOpen = permissionStateOf(scene(), 'automation') === 'not-asked'
      return isOpen ? { done: false, why: 'timeout', detail: say('The app did not answer.') } : { done: true }
    },
    async setVpn(name, connected) {
      const vpns = scene().mac?.vpns ?? []
      if (!vpns.some((vpn) => vpn.name === name && vpn.system))
        return { done: false, why: 'missing', detail: say('macOS does not list a VPN of that name.') }
      return limits.does(scene().hands?.vpn, undefined, () => {
        const changed = vpns.map((vpn) => (vpn.name === name ? { ...vpn, connected } : vpn))
        timeline.become({ mac: { ...scene().mac, vpns: changed } })
      })
    },
    async setWifi(name, on) {
      const now = wifiSwitchOf(scene())
      if (!now.seen || now.value.interface !== name) return { done: false, why: 'refused' }
      const { wifi: trouble } = scene().hands ?? {}
      return limits.does(trouble === 'put-back' ? undefined : trouble, undefined, () => {
        if (trouble !== 'put-back') timeline.become({ mac: withWifi(scene().mac, on) })
      })
    },
    admin: simulatedAdmin(timeline, limits),
    preferences: simulatedPreferences(scene, home, limits),
    files: simulatedFiles(scene, home, clock, () => isGranted(scene(), 'full-disk-access')),
  }
}

const givingTakes = 20_000

function isPermission(panel: string): ScenePermission | undefined {
  return permissionNames.find((one) => one === panel)
}

function answering({ mac }: Scene, asked: ScenePermission, given: boolean): Partial<Scene> {
  return { mac: { ...mac, permissions: { ...mac?.permissions, [asked]: given } } }
}

function isShown(target: Parameters<Hands['show']>[0]): boolean {
  if ('panel' in target) return isPane(target.panel)
  if ('own' in target) return true
  if ('program' in target) return programOfFilter(target.program) !== undefined
  return 'page' in target ? isKnownPage(target.page) : mailTool(target.tool) !== undefined
}

function appIn(scene: Scene, client: ClientId): SceneApp {
  const told = scene.mac?.apps?.find(({ app }) => app === client)
  return told ?? { app: client, running: true, answers: 'yes' }
}

/** `whole`: the app is just this, and nothing of what it was. */
function withApp(scene: Scene, client: ClientId, change: Partial<SceneApp>, whole = false): Partial<Scene> {
  const apps = simulatedMailApps(scene).map(({ app }) => {
    const before = appIn(scene, app)
    return app === client
      ? { ...(whole ? { app, running: true, answers: 'yes' as const } : before), ...change }
      : before
  })
  return { mac: { ...scene.mac, apps } }
}
