import { describe, expect, test } from 'vitest'
import { startAgent } from '../../src/agent.ts'
import { printAnswer } from '../../src/cli/answer.ts'
import { printNextStep } from '../../src/cli/next-step.ts'
import { previewOffer, printOffer } from '../../src/cli/offer-lines.ts'
import { printFindings } from '../../src/cli/print-findings.ts'
import { progressDisplayOn } from '../../src/cli/progress.ts'
import { terminalOn } from '../../src/cli/terminal.ts'
import { mailClients } from '../../src/clients/index.ts'
import { render } from '../../src/core/render.ts'
import { duration, type Sentence, say, verbatim } from '../../src/core/sentence.ts'
import { loadScene, sceneNames } from '../../src/world/simulated/library.ts'
import { playScene } from '../../src/world/simulated/world.ts'
import { readersOf } from '../world/simulated/watched.ts'
import { englishIn, pseudo, withoutVerbatim } from './pseudo.ts'
import { byRoom, escapesIn, sentencesIn } from './told-in.ts'

const { signal } = new AbortController()
const treated = new Set<string>()

/** What is told in one scene, of all kinds; each remedy acts where it first may. */
async function toldIn(name: string): Promise<{ told: unknown[]; printed: string }> {
  const scene = loadScene(name)
  const played = await playScene(scene)
  const agent = startAgent(played.world, ':memory:')
  const told: unknown[] = []
  const lines: string[] = []
  const sheet = terminalOn({ write: (text) => lines.push(text) }, {}, pseudo)
  // Whatever is nobody's to translate is taken out of what is printed.
  const terminal = {
    ...sheet,
    inWords: (one: Sentence) => sheet.inWords(withoutVerbatim(one)),
  }
  const display = progressDisplayOn(terminal)
  try {
    for (const reader of readersOf(scene)) {
      const { unseen, outbox } = await played.hasten(reader.read(played.world.mac, played.world.clock.now(), signal))
      told.push(unseen, outbox.seen ? [] : outbox)
      reader.close()
    }
    const [account] = played.accounts
    if (!account) throw new Error('A scene has an account.')
    const { messages, outside, changes, past, deep } = played
    const observation = played.observationOf(account)
    const request = {
      account,
      messages,
      outside,
      changes,
      deep,
      ...(past && { past }),
      ...(observation && { observation }),
    }
    const found = await played.hasten(agent.examine({ ...request, signal, onProgress: display.show }))
    told.push(
      found.diagnosis,
      found.findings.map(({ probe: { question }, finding }) => ({ question, ...finding, fact: undefined })),
    )
    printAnswer(found, terminal)
    printFindings(found.findings, true, terminal)
    printNextStep(agent.offers(account.id), found.diagnosis.status, {}, terminal)
    const context = agent.remedyContext(account.id)
    const offers = agent.offers(account.id)
    for (const [index, offer] of offers.entries()) {
      if (!context) break
      const would = await played.hasten(previewOffer(offer, context, signal))
      told.push(would)
      printOffer(would, index + 1, true, terminal)
      if ('write' in offer.remedy) told.push(offer.remedy.write(context))
      const { id } = offer.remedy
      if (treated.has(id) || offer.blocked !== undefined) continue
      treated.add(id)
      const tell = (progress: { is: string }) => {
        if (progress.is === 'told') told.push(progress)
        played.mends(id, progress.is as never)
      }
      const did = await played.hasten(agent.treat({ account: account.id, remedy: id, signal, onProgress: tell }))
      told.push(endOf(did))
      if (did.is === 'treated')
        told.push(endOf(await played.hasten(agent.undo(did.treatment.id, { sure: true, onProgress: tell }))))
    }
    told.push(
      agent.treatments().map(endOf),
      played.world.mac.changes(0),
      changes,
      [...agent.history({ since: 0 })],
      agent.changes(0),
    )
    return { told, printed: lines.join('') }
  } finally {
    display.end()
    agent.close()
    await played.close()
  }
}

/** Mail apps are called by their own names in every language. */
const withoutApps = (text: string) => mailClients.reduce((rest, { fullName }) => rest.replaceAll(fullName, '∎'), text)

/** What is told of an end, without what undoing needs, where names stand. */
function endOf(end: { treatment?: { words?: Sentence }; words?: Sentence; why?: Sentence; since?: Sentence }) {
  const { treatment, words, why, since } = end
  return { words: treatment?.words ?? words, why, since }
}

describe('a language made of the keys', () => {
  test('has no English left in it, nor in what it fills in', () => {
    const sentence = say('{host} greets in {took}', { host: verbatim('mail.example.net'), took: duration(84) })
    expect(englishIn(render(withoutVerbatim(sentence), pseudo))).toEqual([])
    expect(render(sentence, pseudo)).toMatch(/^⟦mail\.example\.net ǵŕééťś íń 84 ms·+⟧$/)
    expect(englishIn('mail waits')).toEqual(['mail waits'])
  })
})

async function isAllTranslated(name: string, expectHere: typeof expect): Promise<void> {
  const { told, printed } = await toldIn(name)
  expectHere(sentencesIn(told).sentences.length).toBeGreaterThan(10)
  expectHere(byRoom(escapesIn(told))).toEqual([])
  expectHere(byRoom(englishIn(withoutApps(printed)).filter((text) => text.includes(' ')))).toEqual([])
}

// In the first scene, a remedy looks two hundred times whether a person has done something, and time leaps to each look
// only while the whole process is idle. Beside four others that is seldom.
const [first = '', ...others] = sceneNames()

test(`no English is told in ${first}`, { timeout: 90_000 }, () => isAllTranslated(first, expect))

describe.concurrent('no English is told in', () => {
  test.for(others)('%s', { timeout: 90_000 }, (name, { expect: expectHere }) => isAllTranslated(name, expectHere))
})
