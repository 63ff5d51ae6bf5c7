import { openApi } from '../api/answers/api-answers.ts'
import type { ServerOptions } from '../api/answers/server-options.ts'
import { panelOn } from '../api/panel.ts'
import { serveIpc } from '../api/transports/electron.ts'
import { defaultSettings, type Settings } from '../core/settings.ts'
import { stateWithoutSubjects } from '../core/state.ts'
import { sessionFleetReport } from '../session/fleet.ts'
import type { Session } from '../session/session.ts'
import { updateCheckOf } from '../session/updates.ts'
import { Announcer } from './announce.ts'
import { appWordsIn } from './app-words.ts'
import { commandsFor } from './commands.ts'
import { FleetReporter, type FleetReporterParts } from './fleet-reporter.ts'
import { guardContents, guardSession } from './guard.ts'
import { followLoginSetting, loginItemOf } from './login-item.ts'
import { type MenuPage, menuBar, menuFor } from './menu.ts'
import { Notifications } from './notifications.ts'
import { panelOrigin, panelPage, panelScheme } from './origin.ts'
import { panelPages } from './panel-page.ts'
import { reportTextOf } from './report-text.ts'
import type { Shell } from './shell.ts'
import { shortcutOf } from './shortcut.ts'
import { WeeklySummary } from './summary.ts'
import { SyncAnnouncer } from './sync-announcer.ts'
import { TelemetryLink, type TelemetryLinkParts } from './telemetry-link.ts'
import { pictureOf, TrayStatusIcon } from './tray.ts'
import { UpdateWatch } from './update-watch.ts'
import { AddressBox } from './web-address.ts'
import { overEverything, panelWindowFor, tidyPanel, whenHidden } from './windows.ts'

/** What the app shows and watches. */
export interface AppOptions extends Omit<ServerOptions, 'session' | 'about' | 'telemetry'> {
  session(): Promise<Session>
  license: string
  /** Whether this is the first start ever. Asked before anything is kept. */
  isFirstRun(): boolean
  /** Whether a person was told that the icon is hidden, and the note that this was done. */
  hiddenIcon: { wasTold(): boolean; note(): void }
  /** Where the report for an organisation is kept, if one wants it. */
  fleet: Pick<FleetReporterParts, 'put' | 'remove'>
  /** Where is kept what was sent to the collector of an organisation, if one wants it, and who this is to it. */
  telemetry: Pick<TelemetryLinkParts, 'file' | 'newId'>
  /** Where the built panel lies. */
  panel: string
}

const farewell = 10_000
/** What a restart leaves to the one that comes: this page, rather than an icon alone. */
const comeBackTo = '--page=permissions'

/** The whole app: one icon, one agent. The first of two that were started stays; it shows itself. */
export async function startApp(shell: Shell, appOptions: AppOptions): Promise<void> {
  const {
    session: open,
    license,
    isFirstRun,
    hiddenIcon,
    fleet,
    telemetry: kept,
    panel: pages,
    ...options
  } = appOptions
  const { app } = shell
  if (!app.requestSingleInstanceLock()) return app.quit()
  // Without a listener, Electron ends with its last window.
  app.on('window-all-closed', () => {})
  app.on('web-contents-created', (_event, contents) => guardContents(contents, shell.openExternal, options.log))
  const addresses = new AddressBox()
  app.on('open-url', (event, url) => {
    event.preventDefault()
    addresses.take(url)
  })
  await app.whenReady()
  guardSession(shell.session())
  shell.protocol.handle(panelScheme, panelPages(pages))

  const isFirst = isFirstRun()
  const session = await open()
  const { clock, log } = session.world
  log.info('started')
  const about = { name: 'Outbox Doctor', version: app.getVersion(), license }
  const { loginItem } = loginItemOf(app)
  const { removeEverything } = options
  const wordsOf = (language: Settings['language']) =>
    appWordsIn(language === 'system' ? app.getPreferredSystemLanguages() : [language])
  let words = wordsOf(session.request.settings.language)
  const notifications = new Notifications(shell.announce, clock, () => {
    if (notifications.state === 'granted') void announcer.retry()
  })
  const api = openApi({
    ...options,
    app: {
      notifications: () => notifications.state,
      tryNotification: () => notifications.try({ title: words.tryTitle, body: words.tryBody }),
      restart() {
        app.relaunch({ args: [...shell.args.filter((one) => one !== comeBackTo), comeBackTo] })
        app.quit()
      },
    },
    ...(loginItem && { loginItem }),
    ...(removeEverything && {
      // An app that runs cannot be thrown away; what was done is read first.
      removeEverything: async (accounts: readonly string[]) => {
        await Promise.all([reporter.stop(), telemetry.stop()])
        await removeEverything(accounts)
        void clock.wait(farewell, new AbortController().signal).then(() => app.quit())
      },
    }),
    telemetry: { view: () => telemetry.view(), reset: () => telemetry.reset() },
    rescue: { now: clock.now, printer: { print: shell.print }, choose: shell.choose },
    session,
    about,
  })
  const { endpoint } = api
  serveIpc(shell.ipc, endpoint, panelOrigin)

  const panel = panelOn(endpoint)
  const room = panelWindowFor(shell.window)
  const carryOut = commandsFor(panel, app, room.show, (report) => shell.copy(reportTextOf(report, words)))
  const command = (one: Parameters<typeof carryOut>[0]) => {
    carryOut(one).catch((error) => log.error('click-failed', { of: { id: one.do }, error }))
  }
  const { hideIcon } = session.request.settings
  const bar = await shell.bar({ picture: pictureOf('checking'), page: panelPage('now'), isShown: !hideIcon })
  const icon = new TrayStatusIcon(bar.tray, bar.setShown, panel, () => words)
  icon.hideWhenCalm(hideIcon)
  const settings = async () => {
    const answer = await panel.ask.settings()
    return answer.ok ? answer.value.settings : session.request.settings
  }
  const announcer = new Announcer({
    announce: notifications.make,
    announced: session.agent.announced,
    settings,
    offers: async (account) => {
      const answer = await panel.ask.offers({ account })
      return answer.ok ? answer.value : []
    },
    clock,
    words: () => words,
    command,
  })

  const summary = new WeeklySummary({
    announce: notifications.make,
    announced: session.agent.announced,
    settings,
    async incidents(from, to) {
      const answer = await panel.ask.incidents({ from, to })
      return answer.ok ? answer.value : undefined
    },
    clock,
    words: () => words,
    command,
  })

  const syncAnnouncer = new SyncAnnouncer({
    announce: notifications.make,
    announced: session.agent.announced,
    settings,
    clock,
    words: () => words,
    command,
  })

  const unwatched = { status: 'unsure', waiting: [], online: false, episodes: [] } as const
  const reporter = new FleetReporter({
    ...fleet,
    make() {
      const state = api.watching()?.doctor.state() ?? unwatched
      return sessionFleetReport(session, { state, version: about.version })
    },
    clock,
    log,
  })

  const telemetry = new TelemetryLink({
    ...kept,
    session,
    version: about.version,
    state: () => api.watching()?.doctor.state() ?? unwatched,
    // What is shown to nobody is in no answer of the API.
    settings: async () => (await session.settings?.load())?.settings ?? api.watching()?.settings ?? defaultSettings,
  })

  const updates = new UpdateWatch({
    check: updateCheckOf(session, about.version),
    settings,
    announce: notifications.make,
    clock,
    words: () => words,
    command,
    random: Math.random,
  })

  shell.setMenuBar(menuBar(words), command)
  tidyPanel(bar.panel, clock)
  overEverything(bar.panel)
  const openMenu = () => {
    if (!icon.known) return
    const login = loginItem?.get()
    const unheard = notifications.state === 'refused'
    const openAtLogin = login && { openAtLogin: login.is !== 'off' }
    const { newer } = updates
    const knows = { ...icon.known, ...openAtLogin, unheard, ...(newer !== undefined && { newer }) }
    shell.popUp(menuFor({ ...knows, now: new Date(clock.now()) }, words), command)
  }
  bar.tray.on('right-click', openMenu)
  // On a Mac this is the same as the other button; Electron tells it as a click, on which `menubar` hides the panel.
  bar.tray.on('click', ({ ctrlKey }) => {
    if (ctrlKey) openMenu()
  })
  const shortcut = shortcutOf(shell, () => void command({ do: 'show', page: 'now' }))
  shortcut.want(session.request.settings.shortcut)
  const leave = panel.listen({
    state(shown) {
      // What the menu bar and a notification say, anybody may read.
      const state = stateWithoutSubjects(shown)
      icon.hear(state)
      void announcer.hear(state)
      void syncAnnouncer.hear(state)
      reporter.hear()
      telemetry.hear(state)
    },
    settings({ settings }) {
      words = wordsOf(settings.language)
      shortcut.want(settings.shortcut)
      followLoginSetting({ ...(loginItem && { loginItem }) }, settings)
      shell.setMenuBar(menuBar(words), command)
      icon.again()
      icon.hideWhenCalm(settings.hideIcon)
      void announcer.again()
      void summary.again()
      void updates.again()
      reporter.want(settings.fleetReport)
      telemetry.want()
    },
  })
  void summary.again()
  void updates.again()
  // The first window ever tells what is watched and what has to be allowed; later ones, how things stand. While one is
  // open it stays as it is: macOS may activate an app that has just started, and its icon may be hidden, too.
  const comesBack = shell.args.includes(comeBackTo)
  let page: MenuPage = isFirst || comesBack ? 'permissions' : 'now'
  const comeForward = () => {
    room.enter(page).catch((error) => log.error('window-failed', { error }))
    page = 'now'
  }
  const { wasOpenedAtLogin } = app.getLoginItemSettings()
  // Whoever opens an app and sees nothing opens it again; with the icon put away there would be nothing to be seen.
  const isUnseen = icon.isPutAway && !wasOpenedAtLogin
  if (isFirst || comesBack || isUnseen) comeForward()
  addresses.ready(clock, command)
  app.on('second-instance', comeForward)
  app.on('activate', comeForward)
  // Somebody may have hidden it on purpose: that is told once ever, and not while the Mac still sorts its menu bar.
  if (!hiddenIcon.wasTold() && !wasOpenedAtLogin)
    whenHidden(
      () => bar.tray.getBounds(),
      shell,
      clock,
      () => {
        hiddenIcon.note()
        comeForward()
      },
      () => icon.isPutAway,
    )

  let isOver = false
  app.on('will-quit', (event) => {
    if (isOver) return
    isOver = true
    // What is under way is brought to its end first.
    event.preventDefault()
    leave()
    announcer.stop()
    summary.stop()
    syncAnnouncer.stop()
    updates.stop()
    void Promise.all([reporter.stop(), telemetry.stop()])
      .then(() => api.close())
      .finally(() => app.quit())
  })
}
