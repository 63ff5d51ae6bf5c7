// Loaded here: the test runner fetches a library from another process, which a scene's leaping time takes for silence.
import 'imapflow'
import { type Examined, type RemedyOffer, startAgent, type TreatResult } from '../../../src/agent.ts'
import { printAnswer } from '../../../src/cli/answer.ts'
import { printNextStep } from '../../../src/cli/next-step.ts'
import { previewOffer, printOffer } from '../../../src/cli/offer-lines.ts'
import { printFindings } from '../../../src/cli/print-findings.ts'
import { progressDisplayOn } from '../../../src/cli/progress.ts'
import { terminalOn } from '../../../src/cli/terminal.ts'
import type { Observation } from '../../../src/core/client.ts'
import type { RemedyContext } from '../../../src/core/remedy.ts'
import type { Sentence } from '../../../src/core/sentence.ts'
import { loadScene } from '../../../src/world/simulated/library.ts'
import type { Scene } from '../../../src/world/simulated/scene.ts'
import { type PlayedScene, playScene } from '../../../src/world/simulated/world.ts'
import { type SceneStory, storyOf } from '../../panel/scene-story.ts'
import { pseudo, withoutVerbatim } from '../../words/pseudo.ts'
import { readersOf } from './watched.ts'

/** All that one play of a scene showed, for everything that is held about it. */
export interface SceneVisit {
  name: string
  scene: Scene
  found: Examined
  context: RemedyContext
  /** What its mail app showed; missing where none has the account. */
  observation?: Observation
  /** What was offered after the examination, the best first. */
  offers: readonly RemedyOffer[]
  /** The same as the panel is told it. */
  story: SceneStory
  /** What became of the remedy that the scene names first as one that mends it. */
  mended?: TreatResult
  /** All that was told to anybody, of all kinds. */
  told: readonly unknown[]
  /** What the terminal printed, in the language made of the keys, without what is nobody's to translate. */
  printed: string
}

const { signal } = new AbortController()

/**
 * Plays a scene once, as somebody who looks, asks, and does what is offered: first what the scene says mends it, then
 * each remedy that no visit of these has `tried` yet.
 */
export async function visitScene(name: string, tried: Set<string>): Promise<SceneVisit> {
  const scene = loadScene(name)
  const played = await playScene(scene)
  const agent = startAgent(played.world, ':memory:')
  const told: unknown[] = []
  const lines: string[] = []
  const sheet = terminalOn({ write: (text) => lines.push(text) }, {}, pseudo)
  const terminal = { ...sheet, inWords: (one: Sentence) => sheet.inWords(withoutVerbatim(one)) }
  const display = progressDisplayOn(terminal)
  try {
    const [account] = played.accounts
    if (!account) throw new Error('A scene has an account.')
    const { messages, outside, changes, past, deep } = played
    const observation = played.observationOf(account)
    const known = {
      ...{ account, messages, outside, changes, deep },
      ...(past && { past }),
      ...(observation && { observation }),
    }
    const found = await played.hasten(agent.examine({ ...known, signal, onProgress: display.show }))
    const context = agent.remedyContext(found.account)
    if (!context) throw new Error('What was examined is known.')
    const offers = agent.offers(found.account)
    const story = await played.hasten(storyOf(context, offers))
    told.push(
      found.diagnosis,
      found.findings.map(({ probe: { question }, finding }) => ({ question, ...finding, fact: undefined })),
    )
    printAnswer(found, terminal)
    printFindings(found.findings, true, terminal)
    printNextStep(offers, found.diagnosis.status, {}, terminal)
    told.push(...(await seenInStores(scene, played)))
    for (const [index, offer] of offers.entries()) {
      const would = await played.hasten(previewOffer(offer, context, signal))
      told.push(would)
      printOffer(would, index + 1, true, terminal)
      if ('write' in offer.remedy) told.push(offer.remedy.write(context))
    }

    const treat = async (remedy: string, secret?: string) => {
      const onProgress = (progress: { is: string }) => {
        if (progress.is === 'told') told.push(progress)
        played.mends(remedy, progress.is)
      }
      const asked = { account: found.account, remedy, signal, onProgress, ...(secret !== undefined && { secret }) }
      const did = await played.hasten(agent.treat(asked))
      told.push(endOf(did))
      if (did.is === 'treated' && !tried.has(remedy))
        told.push(endOf(await played.hasten(agent.undo(did.treatment.id, { sure: true, onProgress }))))
      tried.add(remedy)
      return did
    }
    const mending = firstMending(scene)
    // What mends a difference is judged by comparing once more.
    if (mending && scene.expects.sync && observation)
      await played.hasten(agent.sync({ account, client: observation.client, signal }))
    const mended = mending && (await treat(mending.remedy, mending.password))
    for (const { remedy, blocked } of offers) if (blocked === undefined && !tried.has(remedy.id)) await treat(remedy.id)
    told.push(agent.treatments().map(endOf), played.world.mac.changes(0), changes)
    told.push([...agent.history({ since: 0 })], agent.changes(0))
    const seen = { ...(observation && { observation }), ...(mended && { mended }) }
    return { name, scene, found, context, offers, story, ...seen, told, printed: lines.join('') }
  } finally {
    display.end()
    agent.close()
    await played.close()
  }
}

/** The remedy that a scene names first as one that mends it. */
export const firstMending = ({ mends = [] }: Pick<Scene, 'mends'>) => mends[0]

/** What the readers of the mail apps say of what they could not see. */
async function seenInStores(scene: Scene, { world: { mac, clock }, hasten }: PlayedScene): Promise<unknown[]> {
  const told: unknown[] = []
  for (const reader of readersOf(scene)) {
    const { unseen, outbox } = await hasten(reader.read(mac, clock.now(), signal))
    told.push(unseen, outbox.seen ? [] : outbox)
    reader.close()
  }
  return told
}

/** What is told of an end, without what undoing needs, where names stand. */
function endOf(end: { treatment?: { words?: Sentence }; words?: Sentence; why?: Sentence; since?: Sentence }) {
  const { treatment, words, why, since } = end
  return { words: treatment?.words ?? words, why, since }
}
