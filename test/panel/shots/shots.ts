import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../browser.ts'
import { builtPanel } from '../open-panel.ts'
import { letterSwitches } from './desk.ts'
import { picturesOfIcons } from './icons-shown.ts'
import { picturesOfPanels } from './panels-shown.ts'
import { pictureFolder, pictureLooks, pictureNames } from './pictures.ts'
import { pictureOfRescue } from './rescue-shown.ts'
import { pictureOfTerminal } from './terminal-shown.ts'

/** Makes the pictures of the README, all of them or (`npm run shots terminal`) those of one taking, to be looked at. */
const takings = {
  icons: picturesOfIcons,
  panels: picturesOfPanels,
  rescue: pictureOfRescue,
  terminal: pictureOfTerminal,
}

const [only] = process.argv.slice(2)
const folder = join(import.meta.dirname, '../../..', pictureFolder)
mkdirSync(folder, { recursive: true })
const known = new Set(pictureNames.flatMap((name) => pictureLooks.map((look) => `${name}-${look}.webp`)))
for (const file of readdirSync(folder)) if (!known.has(file)) rmSync(join(folder, file))
const browser = await launch(letterSwitches)
const files = await builtPanel()
for (const [name, take] of Object.entries(takings)) {
  if (only !== undefined && only !== name) continue
  await take({ browser, files })
  console.log(`${name}: taken`)
}
await browser.close()
const missing = [...known].filter((file) => !existsSync(join(folder, file)))
if (missing.length > 0) throw new Error(`Not made: ${missing.join(', ')}`)
