import { say } from '../../core/sentence.ts'
import type { Session } from '../../session/session.ts'
import type { AnswersTo } from '../endpoint.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { permissionRequests } from '../schema/permissions.ts'
import { askMailApps } from './ask-mail-apps.ts'
import type { AnswerContext } from './context.ts'
import type { ServerOptions } from './server-options.ts'

const timeoutMs = 10_000
const noApp = errorAnswer('unavailable', say('This is not the app in the menu bar.'))

export function answerPermissions(
  { watched }: AnswerContext,
  { app }: Pick<ServerOptions, 'app'>,
): AnswersTo<typeof permissionRequests> {
  const known = new WeakMap<Session, string>()
  return {
    async permissions() {
      const { session, doctor } = watched()
      const now = await session.world.mac.permissions(AbortSignal.timeout(timeoutMs))
      // Macs tell nobody when a permission changes; what it opens is looked at as soon as somebody knows.
      const told = JSON.stringify(now)
      if (known.has(session) && known.get(session) !== told) doctor.examineNow()
      known.set(session, told)
      return okAnswer(app && now.notifications === 'unknown' ? { ...now, notifications: app.notifications() } : now)
    },
    askToAutomate: () => askMailApps(watched().session.world),
    async openPane({ pane }) {
      const done = await watched().session.world.hands.show({ panel: pane }, AbortSignal.timeout(timeoutMs))
      return done.done
        ? okAnswer({})
        : errorAnswer('failed', done.detail ?? say('System Settings could not be opened.'))
    },
    tryNotification: async () => (app ? okAnswer({ is: await app.tryNotification() }) : noApp),
    restart() {
      if (!app) return noApp
      app.restart()
      return okAnswer({})
    },
  }
}
