import type { UpdateAnswer } from '../../core/release.ts'
import { say } from '../../core/sentence.ts'
import { updateCheckOf } from '../../session/updates.ts'
import { lookForbidden, tellUpdate } from '../../updates/tell-update.ts'
import type { AnswersTo } from '../endpoint.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { UpdateShown, updateRequests } from '../schema/updates.ts'
import type { AnswerContext } from './context.ts'
import type { ServerOptions } from './server-options.ts'

const timeoutMs = 30_000
const forbidden = errorAnswer('refused', lookForbidden)
const nothingNewer = errorAnswer('unavailable', tellUpdate({ is: 'current' }))
const notOpened = errorAnswer('failed', say('The download page could not be opened.'))

export function answerUpdates(
  { watched }: AnswerContext,
  { about, installer }: Pick<ServerOptions, 'about' | 'installer'>,
): AnswersTo<typeof updateRequests> {
  const check = () => updateCheckOf(watched().session, about.version)
  /** `answer`: of a look just now, which counts before what is remembered. */
  const shown = async (answer?: UpdateAnswer): Promise<UpdateShown> => {
    const { publisher } = check()
    const { askedAt, answer: last } = await check().known()
    const release = last?.is === 'newer' ? last.release : undefined
    const told = answer ?? last
    return {
      isAsked: publisher !== undefined,
      ...(askedAt !== undefined && { askedAt }),
      ...(told && { told: tellUpdate(told) }),
      ...(release && { newer: { version: release.version, released: release.released, notes: release.notes } }),
    }
  }
  return {
    update: async () => okAnswer(await shown()),
    async lookForUpdate() {
      const kept = await watched().session.settings?.load()
      if (kept && !kept.settings.updateCheck && kept.locked.includes('updateCheck')) return forbidden
      return okAnswer(await shown(await check().look(AbortSignal.timeout(timeoutMs))))
    },
    async takeUpdate() {
      const { answer } = await check().known()
      if (answer?.is !== 'newer') return nothingNewer
      if (installer) {
        await installer.install(answer.release)
        return okAnswer({})
      }
      const { hands } = watched().session.world
      const opened = await hands.show({ own: 'downloads' }, AbortSignal.timeout(timeoutMs))
      return opened.done ? okAnswer({}) : notOpened
    },
  }
}
