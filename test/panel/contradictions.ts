import { knownCauses } from '../../src/agent.ts'
import { appWordsIn } from '../../src/app/app-words.ts'
import { menuFor } from '../../src/app/menu.ts'
import { decideNotices } from '../../src/app/notify.ts'
import { causesUnder, type Headline, pictureFor } from '../../src/core/headline.ts'
import { render } from '../../src/core/render.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import { type PanelState, stateWithoutSubjects } from '../../src/core/state.ts'
import { headlineOf } from '../../src/core/told.ts'
import type { ShownState } from './shown-state.ts'

type Kind = Headline['is']

const layerOf = new Map(knownCauses.map(({ id, layer }) => [id, layer]))
const calm: readonly Kind[] = ['clear', 'left', 'sending', 'opening', 'fixed']

/** What was said is not taken back by these, whatever is found out meanwhile. */
const takenBack: Partial<Record<Kind, readonly Kind[]>> = {
  clear: ['opening'],
  left: ['opening', 'unseen', 'unsure'],
  fixed: ['stuck', 'waiting', 'sending', 'opening', 'unsure', 'blocked'],
  stuck: ['opening', 'sending', 'unsure'],
  still: ['opening', 'sending', 'unsure', 'waiting'],
  blocked: ['opening'],
  waiting: ['opening', 'unsure', 'sending'],
  mending: ['opening'],
  aside: ['opening', 'unsure'],
}

/** What contradicts itself in one state, each in a sentence; empty where nothing does. */
export function contradictionsWithin(shown: ShownState): string[] {
  const { headline, named, picture, lead, cause, others, links, treatment, button, waiting, isLoading } = shown
  const broken = links.filter(({ link }) => link === 'bad').map(({ layer }) => layer)
  const blamed = [cause, ...others].map((id) => (id === null ? undefined : layerOf.get(id)))
  const isRed = picture === 'stuck'
  const isCalm = calm.includes(headline)
  const found = [
    picture !== pictureFor({ is: headline } as Headline) && `the picture is ${picture}`,
    isCalm && cause !== null && `${cause} is named below it`,
    isCalm && broken.length > 0 && `the chain breaks at ${broken}`,
    broken.length > 0 && cause === null && `the chain breaks at ${broken}, and nobody is blamed`,
    ...broken.map((layer) => cause !== null && !blamed.includes(layer) && `${cause} does not stand at ${layer}`),
    cause !== null &&
      broken.length > 0 &&
      !broken.some((layer) => layer === layerOf.get(cause)) &&
      `the chain does not break where ${cause} stands`,
    named !== null && cause !== null && named !== cause && `the headline knows ${named}, and the card says ${cause}`,
    isRed && treatment === 'cured' && 'it helped',
    treatment === 'under way' && headline !== 'mending' && headline !== 'left' && 'something is being done',
    headline === 'mending' && treatment !== 'under way' && 'nothing is being done',
    headline === 'mending' && button !== null && `“${button}” can be pressed`,
    headline === 'left' && (isLoading || button !== null) && 'a card still asks what holds it',
    (headline === 'clear' || headline === 'left' || headline === 'aside') && waiting > 0 && `${waiting} messages wait`,
    (headline === 'stuck' || headline === 'still' || headline === 'waiting') && waiting === 0 && 'no message waits',
  ]
  return found.filter((one) => one !== false).map((one) => `“${lead}” (${headline}), and ${one}`)
}

/** What is taken back from one state to the next, without a reason that is shown. */
export function contradictionsBetween(before: ShownState, now: ShownState): string[] {
  if (before.scene !== now.scene) return []
  const told = (links: ShownState['links']) => JSON.stringify(links)
  const isSame = before.cause === now.cause && before.cause !== null
  const found = [
    takenBack[before.headline]?.includes(now.headline) && `“${before.lead}” became “${now.lead}”`,
    before.headline === 'mending' && now.headline === 'offline' && now.named !== null && 'what was done is not told',
    before.cause !== null && now.isLoading && !calm.includes(now.headline) && `${before.cause} was taken back`,
    // Until the check has ended, what the last one found stands.
    isSame &&
      before.isOld &&
      now.isOld &&
      told(before.links) !== told(now.links) &&
      `the chain of ${now.cause} changed in the middle of a check`,
    isSame &&
      brokenIn(before) !== '' &&
      brokenIn(now) !== '' &&
      brokenIn(before) !== brokenIn(now) &&
      told([...before.others].map((id) => ({ id })) as never) ===
        told([...now.others].map((id) => ({ id })) as never) &&
      `the break went from ${brokenIn(before)} to ${brokenIn(now)} under the same cause`,
  ]
  return found.filter((one): one is string => typeof one === 'string')
}

const brokenIn = ({ links }: ShownState) =>
  links
    .filter(({ link }) => link === 'bad')
    .map(({ layer }) => layer)
    .join(' ')

/** Icon, menu and notifications of a course of states, by the app's own rules, held against the headline. */
export class AppTold {
  readonly found: string[] = []
  readonly #words = appWordsIn(['en'])
  readonly #standing = new Set<string>()

  hear(panelState: PanelState, at: number): void {
    const state = stateWithoutSubjects(panelState)
    const headline = headlineOf(state, at)
    const entries = menuFor({ state, offers: [], now: new Date(at) }, this.#words)
    const [cause] = causesUnder(headline, state.diagnosis)
    const labels = entries.slice(0, 2).map(({ label }) => label)
    const expected = [this.#words.stateSentence(state), cause && render(cause.title)]
    if (labels[0] !== expected[0] || labels[1] !== expected[1])
      this.found.push(`the menu says ${labels.join(' ')} below ${headline.is}`)
    if (calm.includes(headline.is) && labels[1] !== undefined)
      this.found.push(`the menu names “${labels[1]}” while it is ${headline.is}`)
    const settings = { ...defaultSettings, quietHours: { from: 0, to: 0 } }
    const told = decideNotices({ standing: this.#standing, before: [] }, state, settings, new Date(at))
    for (const gone of told.withdraw) this.#standing.delete(gone)
    if (told.show) {
      this.#standing.add(told.show.cause)
      if (pictureFor(headline) !== 'stuck') this.found.push(`an alarm is shown while it is ${headline.is}`)
      if (told.show.cause !== cause?.id) this.found.push(`an alarm names ${told.show.cause}, and not ${cause?.id}`)
    }
    if (headline.is === 'left' && this.#standing.size > 0) this.found.push('an alarm stands, and the mail has left')
  }
}
