import { knownClient } from '../../clients/known-clients.ts'
import { CalledOff } from '../../core/called-off.ts'
import type { Permissions } from '../../core/mac-powers.ts'
import { domainOf } from '../../core/mail.ts'
import { say, verbatim } from '../../core/sentence.ts'
import type { State } from '../../core/state.ts'
import type { AnswersTo } from '../endpoint.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { unseenRequests, WaysToSee } from '../schema/unseen.ts'
import type { AnswerContext } from './context.ts'

const timeoutMs = 10_000

export function answerUnseen({ watched }: Pick<AnswerContext, 'watched'>): AnswersTo<typeof unseenRequests> {
  return {
    async waysToSee() {
      const { session, doctor } = watched()
      return okAnswer(waysToSeeIn(doctor.state(), await session.world.mac.permissions(AbortSignal.timeout(timeoutMs))))
    },
    async openClient({ client }) {
      const name = verbatim(knownClient(client)?.name ?? client)
      const isWatched = watched()
        .doctor.state()
        .clients.some((one) => one.client === client)
      if (!isWatched || !knownClient(client))
        return errorAnswer('not-found', say('It could not be opened: {what}', { what: name }))
      const done = await watched().session.world.hands.open(client, 'front', AbortSignal.timeout(timeoutMs))
      return done.done
        ? okAnswer({})
        : errorAnswer('failed', done.detail ?? say('It could not be opened: {what}', { what: name }))
    },
    async testWay({ email }) {
      if (!/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(email) || domainOf(email).length > 253)
        return errorAnswer('refused', say('This is no e-mail address.'))
      try {
        return okAnswer(await watched().wayTests.test(email))
      } catch (error) {
        if (error instanceof CalledOff) return errorAnswer('unavailable', say('It was broken off.'))
        throw error
      }
    },
  }
}

/**
 * For the apps whose outbox nobody can see. An app may show nobody anything, or everybody everything: no permission helps
 * there. Of two permissions, the one that shows more is named alone.
 */
export function waysToSeeIn(
  { unseen, clients }: Pick<State, 'unseen' | 'clients'>,
  { fullDiskAccess, automation }: Pick<Permissions, 'fullDiskAccess' | 'automation'>,
): WaysToSee {
  const hidden = clients.filter(({ client }) => unseen.some((one) => one.outbox && one.client === client))
  const shut = hidden.filter(({ client, mode }) => mode !== 'new' && !knownClient(client)?.can.readFreely)
  const permission = fullDiskAccess === 'granted' ? 'automation' : 'fullDiskAccess'
  const isUnasked = (client: string) => automation[client] === 'refused' || automation[client] === 'not-asked'
  const allowed = shut.filter(({ client }) => permission === 'fullDiskAccess' || isUnasked(client))
  return {
    ...(allowed.length > 0 && { allow: { permission, apps: allowed.map(({ name }) => name) } }),
    look: hidden.filter((one) => !allowed.includes(one)).map(({ client, name }) => ({ client, name })),
  }
}
