import type { RemedyOffer } from '../../src/agent.ts'
import { answerTreatment } from '../../src/api/answers/treatment.ts'
import type { AnswersTo } from '../../src/api/endpoint.ts'
import type { ExaminationStep } from '../../src/api/schema/examination.ts'
import type { treatmentRequests } from '../../src/api/schema/treatment.ts'
import { knownClient } from '../../src/clients/known-clients.ts'
import type { RemedyContext } from '../../src/core/remedy.ts'
import { allProbes } from '../../src/probes/index.ts'
import type { State, Story } from './scripted-api.ts'

/** An examination that somebody made, as the panel shows it: with the very answers that the panel would get. */
export interface SceneStory {
  story: Story
  /** How each guide and note that is offered reads, by its remedy. */
  told: ReadonlyMap<string, unknown>
}

/** As long as the world of it is open: what a remedy promises, it finds out there. */
export async function storyOf(context: RemedyContext, offers: readonly RemedyOffer[]): Promise<SceneStory> {
  const { account, diagnosis, messages, observation, chart } = context
  const session = { agent: { remedyContext: () => context, offers: () => offers, offersOutOfStep: () => [] } }
  const watched = { session, guides: { shown() {} } }
  const {
    offers: offered,
    guide,
    notes,
  } = answerTreatment({ watched: () => watched as never }) as AnswersTo<typeof treatmentRequests>
  const waiting = messages.filter(({ state }) => state === 'waiting')
  // What waits for long is stuck, also where nobody knows why.
  const isUnexplained = diagnosis.status === 'unsure' && waiting.length > 0 && observation?.outbox.seen !== false
  const isStuck = diagnosis.status === 'stuck' || isUnexplained
  const { client } = account
  if (!client) throw new Error('An account of a scene has an app.')
  const unseen = observation && !observation.outbox.seen ? [{ client, why: observation.outbox.why, outbox: true }] : []
  const known: Partial<State> = {
    status: isStuck ? 'stuck' : diagnosis.status,
    clients: [
      {
        client,
        name: knownClient(client)?.name ?? client,
        ...(observation?.mode && { mode: observation.mode }),
        running: observation?.running ?? true,
        accounts: [{ id: account.id, name: 'a…@example.net', enabled: true }],
      },
    ],
    waiting: waiting.map(({ id, size, waitingSince }) => ({
      id,
      client,
      account: account.id,
      since: waitingSince ?? chart.at,
      size: size ?? 0,
      stuck: isStuck,
      subject: 'A message that waits',
    })),
    episodes: isStuck
      ? [{ id: 'e1', client, accounts: [account.id], messages: waiting.map(({ id }) => id), openedAt: chart.at }]
      : [],
    diagnosis: { ...diagnosis, account: account.id, at: chart.at } as unknown as NonNullable<State['diagnosis']>,
    unseen: [...unseen, ...(observation?.unseen ?? []).map((why) => ({ client, why, outbox: false }))],
  }
  const steps = allProbes.flatMap((probe): ExaminationStep[] => {
    const finding = chart.finding(probe)
    if (!finding) return []
    const { id, question, layer } = probe
    const { state, ms } = finding
    const told = finding.state === 'known' ? finding.telling : {}
    return [{ probe: id, question, ...(layer && { layer }), state, ms, ...told }]
  })
  const list = await offered({ account: account.id })
  if (!list.ok) throw new Error(JSON.stringify(list.error))
  const told = new Map<string, unknown>()
  for (const { remedy, kind } of list.value) {
    if (kind === 'guide') told.set(remedy, await guide({ account: account.id, remedy }))
    if (kind === 'note') told.set(remedy, await notes({ account: account.id, remedy }))
  }
  const story: Story = {
    state: known,
    offers: list.value as NonNullable<Story['offers']>,
    examination: {
      account: account.id,
      why: 'stuck',
      at: chart.at,
      steps,
      ended: { at: chart.at, status: diagnosis.status },
    },
  }
  return { story, told }
}
