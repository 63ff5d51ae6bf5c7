import type { Panel } from '../api/panel.ts'
import type { Diagnostics } from '../api/schema/about.ts'
import type { MenuCommand, MenuPage } from './menu.ts'
import type { ShellApp } from './shell.ts'

/** Carries out what was chosen in a menu or in a notification. What goes wrong is told in the panel. */
export function commandsFor(
  panel: Panel,
  app: Pick<ShellApp, 'quit'>,
  show: (page: MenuPage, what?: string) => Promise<void>,
  copy: (report: Diagnostics) => void,
): (command: MenuCommand) => Promise<unknown> {
  return async (command) => {
    switch (command.do) {
      case 'check':
        return panel.ask.examineNow()
      case 'treat': {
        const { account, remedy } = command
        const treated = await panel.ask.treat({ account, remedy })
        const isDone = treated.ok && treated.value.is === 'treated' && treated.value.treatment.outcome !== 'failed'
        return isDone ? treated : show('now')
      }
      case 'pause':
        return panel.ask.pause({ until: command.until })
      case 'resume':
        return panel.ask.resume()
      case 'mute':
        return Promise.all(command.episodes.map((episode) => panel.ask.muteEpisode({ episode, on: command.on })))
      case 'put aside':
        return Promise.all(command.messages.map((message) => panel.ask.putAside({ message, how: command.how })))
      case 'show':
        return show(command.page, command.what)
      case 'take update': {
        const taken = await panel.ask.takeUpdate()
        return taken.ok ? taken : show('about')
      }
      case 'copy report': {
        const report = await panel.ask.diagnostics()
        return report.ok ? copy(report.value) : show('now')
      }
      case 'open at login': {
        const become = await panel.ask.setLoginItem({ on: command.on })
        const isSo = become.ok && (become.value.is === 'on') === command.on
        // Why not, and what to do about it, is told there.
        return isSo ? become : show('settings')
      }
      case 'quit':
        return app.quit()
    }
  }
}
