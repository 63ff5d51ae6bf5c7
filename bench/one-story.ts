/**
 * Whether every scene is told as one story: each is played by a real panel in Chromium, its first button clicked, and
 * every state that is painted held to the rules of `test/panel/contradictions.ts`.
 * `node bench/one-story.ts [SCENE…]`; all take half an hour, and it ends with status 1 where anything contradicts.
 */
import { sceneNames } from '../src/world/simulated/library.ts'
import { launch } from '../test/panel/browser.ts'
import { builtPanel } from '../test/panel/open-panel.ts'
import { openScenePanel } from '../test/panel/scene-panel.ts'

const calm = ['left', 'clear', 'unseen', 'unsure', 'delayed', 'out-of-step', 'aside', 'paused']
const ill = ['stuck', 'still', 'offline', 'blocked']
const saying = (headlines: readonly string[]) => `.status:is(${headlines.map((is) => `[data-headline=${is}]`).join()})`
/** Nothing more is found out by itself. */
const rests = '.check-row button:not([aria-disabled=true])'
const told = `body:has(${rests}):is(:has(${saying(calm)}), :has(${saying(ill)}):has(.card.cause[data-cause]))`
const main = '.card.cause .button.main:not([aria-disabled=true])'

const chosen = process.argv.slice(2)
const stage = { files: await builtPanel(), browser: await launch() }
const found: string[] = []
let clicked = 0

for (const name of chosen.length > 0 ? chosen : sceneNames()) {
  const panel = await openScenePanel(stage, name, { alone: true })
  const { page, comes, contradictions, complaints } = panel
  try {
    await comes(page.locator(told))
    if ((await page.locator(saying(ill)).count()) > 0 && (await page.locator(main).count()) > 0) {
      const label = (await page.locator(main).first().textContent()) ?? ''
      await page.locator(main).first().click()
      clicked += 1
      // What only opens something leaves the rest to the person.
      if (!/^(Open|Sign in|Show|Write)/.test(label))
        await comes(page.locator(`body:has(.treatment.is-ended), ${saying(['left', 'clear'])}`).first())
      await comes(page.locator(rests).first())
    }
  } catch (error) {
    found.push(`${name}: ${String(error).slice(0, 200)}`)
  } finally {
    await panel.close()
  }
  const own = [...new Set([...contradictions, ...complaints])]
  found.push(...own.map((one) => `${name}: ${one}`))
  process.stderr.write(own.length > 0 ? '!' : '.')
}
await stage.browser.close()
process.stdout.write(`\n${found.join('\n')}\n${clicked} first buttons clicked, ${found.length} contradictions\n`)
process.exitCode = found.length > 0 ? 1 : 0
