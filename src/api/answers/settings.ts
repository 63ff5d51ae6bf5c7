import { defaultSettings, type Settings } from '../../core/settings.ts'
import { no, yes } from '../schema/answer.ts'
import type { SettingsAsTheyStand } from '../schema/settings.ts'
import { askMailApps } from './ask-mail-apps.ts'
import { inTurns } from './in-turn.ts'
import type { House, Premises, Some } from './server-options.ts'
import type { Watching } from './watched-session.ts'

type Asks =
  | 'settings'
  | 'setSettings'
  | 'loginItem'
  | 'setLoginItem'
  | 'permissions'
  | 'askToAutomate'
  | 'openPane'
  | 'tryNotification'
  | 'restart'
  | 'diagnostics'
  | 'removeEverything'
  | 'scenes'
  | 'playScene'
  | 'about'

const patience = 10_000
const inPlay = no('unavailable', 'This is a play: nothing of it is kept.')

/** What is about this program rather than about mail. */
export function answerHouse(premises: Premises, here: () => Watching, now: Moving): Some<Asks> {
  const { scenes, settings, loginItem, about, app } = premises
  // Whoever has chosen a language does not want to choose it again for every play.
  let { language } = defaultSettings
  const asTheyStand = (inForce: Settings) => ({ settings: inForce, locked: [], warnings: [] })
  const noLoginItem = no('unavailable', 'There is no app here that could be opened at login.')
  const noApp = no('unavailable', 'This is not the app in the menu bar.')
  const known = new WeakMap<House, string>()
  // What was chosen last is kept last.
  const inTurn = inTurns()
  const drawer = () => (now.watching()?.house.scene ? undefined : settings)
  return {
    async settings() {
      const kept = await drawer()?.load()
      return yes(kept ?? asTheyStand(now.watching()?.settings ?? { ...defaultSettings, language }))
    },
    setSettings: (wanted) =>
      inTurn(async () => {
        // After everything was removed, nothing is written any more.
        if (!scenes) here()
        await drawer()?.save(wanted)
        const kept = await drawer()?.load()
        const read = kept ?? asTheyStand(wanted)
        if (!kept) language = wanted.language
        now.tell(read)
        await now.watching()?.again(read.settings)
        return yes(read)
      }),
    loginItem: () => (loginItem ? yes(loginItem.get()) : noLoginItem),
    setLoginItem({ on }) {
      if (!loginItem) return noLoginItem
      loginItem.set(on)
      return yes(loginItem.get())
    },
    async permissions() {
      const { house, doctor } = here()
      const now = await house.world.mac.permissions(AbortSignal.timeout(patience))
      // Macs tell nobody when a permission changes; what it opens is looked at as soon as somebody knows.
      const told = JSON.stringify(now)
      if (known.has(house) && known.get(house) !== told) doctor.examineNow()
      known.set(house, told)
      return yes(app && now.notifications === 'unknown' ? { ...now, notifications: app.notifications() } : now)
    },
    tryNotification: async () => (app ? yes({ is: await app.tryNotification() }) : noApp),
    restart() {
      if (!app) return noApp
      app.restart()
      return yes({})
    },
    askToAutomate: () => askMailApps(here().house.world),
    async openPane({ pane }) {
      const done = await here().house.world.hands.show({ panel: pane }, AbortSignal.timeout(patience))
      return done.done ? yes({}) : no('failed', done.detail ?? 'System Settings could not be opened.')
    },
    async diagnostics() {
      const { house, doctor } = here()
      const sections = await premises.diagnostics?.(house, doctor.state())
      return sections ? yes({ sections }) : no('unavailable', 'There is no report here.')
    },
    async removeEverything() {
      if (now.watching()?.house.scene || !premises.removeEverything) return inPlay
      const apps = now.watching()?.doctor.state().clients ?? []
      await now.leave()
      if (loginItem?.get().is !== 'off') loginItem?.set(false)
      try {
        await premises.removeEverything(apps.flatMap(({ accounts }) => accounts.map(({ id }) => id)))
      } catch {
        return no('failed', 'Some of it could not be removed. Please look into the data folder and into your keychain.')
      }
      return yes({})
    },
    scenes() {
      const playing = now.watching()?.house.scene?.name
      return yes({ scenes: scenes?.all() ?? [], ...(playing !== undefined && { playing }) })
    },
    async playScene({ name }) {
      if (!scenes) return no('unavailable', 'Scenes cannot be played here.')
      if (!scenes.all().some((one) => one.name === name)) return no('not-found', 'There is no scene of that name.')
      await now.enter(async () => speaking(await scenes.play(name), language))
      return yes({})
    },
    about() {
      const house = now.watching()?.house
      return yes({
        ...about,
        real: house !== undefined && house.scene === undefined,
        plays: scenes !== undefined,
        ...(app && { app: true }),
        ...(house?.forgets && { forgets: true }),
        ...(house?.scene && { scene: house.scene }),
        ...(house && { clock: { now: house.world.clock.now(), speed: house.speed } }),
      })
    },
  }
}

function speaking(house: House, language: Settings['language']): House {
  const { request } = house
  return { ...house, request: { ...request, settings: { ...request.settings, language } } }
}

/** Going from one house to another. */
export interface Moving {
  watching(): Watching | undefined
  enter(house: () => Promise<House>): Promise<void>
  leave(): Promise<void>
  /** To every panel: these are in force. */
  tell(settings: SettingsAsTheyStand): void
}
