/**
 * Whether every scene is told as one story, and to which end its first button leads: each is played by a real panel in
 * Chromium, as it opens below the menu bar; what stands first is clicked and followed, and every state that is painted
 * held to the rules of `test/panel/contradictions.ts`.
 * `node bench/one-story.ts [SCENE…]`; `--part=2/8` plays every eighth from the second on. All take half an hour, and it
 * ends with status 1 where anything contradicts, is out of view, or ends nowhere.
 */
import type { Locator } from 'playwright-core'
import { loadScene, sceneNames } from '../src/world/simulated/library.ts'
import { launch } from '../test/panel/browser.ts'
import { firstViewOf } from '../test/panel/first-view.ts'
import { builtPanel, type Stage } from '../test/panel/open-panel.ts'
import { openScenePanel } from '../test/panel/scene-panel.ts'
import { firstButtons } from '../test/remedies/first-buttons.ts'

const well = ['left', 'clear', 'delayed', 'aside', 'out-of-step']
const ill = ['stuck', 'still', 'offline', 'blocked', 'waiting']
const saying = (headlines: readonly string[]) => `.status:is(${headlines.map((is) => `[data-headline=${is}]`).join()})`
/** Nothing more is found out by itself. */
const rests = '.check-row button:not([aria-disabled=true])'
const told = `body:has(${rests}):is(:has(${saying([...well, 'unseen', 'unsure', 'paused'])}), :has(${saying(ill)}):has(.card.cause:not(:has(.loading)) .button.main))`
const main = '.button.main:not([aria-disabled=true])'
const followed = 'Done – check again'

/** `left`: the mail is gone, or all is well. `way on`: it is still stuck, and something stands there to be pressed. */
type End = 'left' | 'way on' | 'text' | 'nowhere'

interface Played {
  scene: string
  faults: readonly string[]
  /** Where one has to be there. */
  button?: { says: string; isRight: boolean; hidden: number }
  end: End
}

async function play(stage: Stage, scene: string): Promise<Played> {
  const panel = await openScenePanel(stage, scene, { alone: true, viewport: { width: 400, height: 640 } })
  const { page, comes, contradictions, complaints } = panel
  const { mends = [] } = loadScene(scene)
  const row = firstButtons.find(({ scenes }) => scenes.includes(scene))
  const faults: string[] = []
  let button: Played['button']
  let end: End = 'nowhere'
  const isThere = async (what: Locator) => (await what.count()) > 0
  try {
    await comes(page.locator(told).first())
    if (await isThere(page.locator(saying(well)))) end = 'left'
    const first = page.locator(main).first()
    if (end !== 'left' && (await isThere(first))) {
      const seen = (await firstViewOf(page)).button
      const says = seen?.says ?? ''
      button = { says, isRight: says === row?.says, hidden: seen?.hidden ?? 0 }
      const password = page.locator('.remedy input[type=password]').first()
      if (await isThere(password)) {
        const known = mends.find(({ remedy }) => remedy === row?.remedy)?.password
        await password.fill(known ?? 'another secret')
      }
      await first.click()
      const text = page.locator('.remedy .note').first()
      const steps = page.getByRole('button', { name: followed }).first()
      const ended = page.locator(`body:has(.treatment.is-ended), ${saying(['left', 'clear'])}`).first()
      await comes(page.locator('body:is(:has(.treatment), :has(.remedy .note), :has(.steps), :has(.unseen))').first())
      if (await isThere(text)) end = 'text'
      else if (await isThere(page.locator('.treatment'))) await comes(ended)
      else if (says !== followed && (await isThere(steps))) {
        await steps.click()
        await comes(ended)
      }
      await comes(page.locator(rests).first())
      // What helped is told until the mail app has sent.
      if (await isThere(page.locator('.treatment[data-says=cured]'))) await comes(page.locator(saying(well)).first())
      if (await isThere(page.locator(saying(well)))) end = 'left'
    }
    if (end === 'nowhere' && (await isThere(page.locator('.button:is(.card *, .unseen *)')))) end = 'way on'
  } catch (error) {
    faults.push(String(error).slice(0, 300))
  } finally {
    await panel.close()
  }
  faults.push(...new Set([...contradictions, ...complaints]))
  return { scene, faults, ...(button && { button }), end }
}

const asked = process.argv.slice(2)
const part = asked.find((one) => one.startsWith('--part='))?.slice('--part='.length)
const [nth = 1, of = 1] = part?.split('/').map(Number) ?? []
const named = asked.filter((one) => !one.startsWith('--'))
const scenes = (named.length > 0 ? named : sceneNames()).filter((_, index) => index % of === nth - 1)
const stage = { files: await builtPanel(), browser: await launch() }
const all: Played[] = []
for (const scene of scenes) {
  const one = await play(stage, scene)
  all.push(one)
  process.stderr.write(`${JSON.stringify(one)}\n`)
}
await stage.browser.close()

const buttons = all.flatMap(({ button }) => button ?? [])
const count = (end: End) => all.filter((one) => one.end === end).length
const faults = all.reduce((sum, one) => sum + one.faults.length, 0)
const right = buttons.filter(({ isRight }) => isRight).length
const inView = buttons.filter(({ hidden }) => hidden === 0).length
process.stdout.write(
  `${[
    `${all.length} scenes, ${faults} contradictions`,
    `${buttons.length} first buttons: ${right} right, ${inView} in view at 640 pixels`,
    `ended: ${count('left')} left or well, ${count('way on')} still stuck with a way on, ${count('text')} with a text to send, ${count('nowhere')} nowhere`,
    ...all.flatMap(({ scene, faults: own }) => own.map((one) => `${scene}: ${one}`)),
  ].join('\n')}\n`,
)
process.exitCode = faults > 0 || right < buttons.length || inView < buttons.length || count('nowhere') > 0 ? 1 : 0
