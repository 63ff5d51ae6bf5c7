import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SceneTales, talesOf } from '../../core/scene-tale.ts'
import { readScene, type Scene, WrongScene } from './scene.ts'

const folder = join(import.meta.dirname, 'scenes')

/** The names of the scenes that ship, in alphabetical order. */
export function sceneNames(): string[] {
  return readdirSync(folder)
    .flatMap((file) => /^([a-z0-9-]+)\.json$/.exec(file)?.[1] ?? [])
    .sort()
}

export interface SceneToChoose {
  name: string
  /** A good one to begin with. */
  isStarter: boolean
  /** What is to be found in it; `null`: nothing. */
  cause: string | null
  tales: SceneTales
}

/** Good ones to begin with. */
const starters = [
  'a-month-of-mail',
  'hotel-wifi-blocks-587',
  'wrong-password-after-change',
  'hotel-portal-answers-for-everyone',
  'vpn-drops-mail',
  'outlook-works-offline',
  'wedding-photos-too-large',
  'aeroplane-mode',
  'nobody-may-look',
  'healthy-gmail',
]

/** All that ship, for somebody who has to choose one: those to begin with first. */
export function scenesToChoose(): SceneToChoose[] {
  const others = sceneNames().filter((name) => !starters.includes(name))
  return [...starters, ...others].map((name) => {
    const scene = loadScene(name)
    const { first } = scene.expects
    return { name, isStarter: starters.includes(name), cause: first, tales: talesOf(scene) }
  })
}

/** One that ships. Throws `WrongScene`. */
export function loadScene(name: string): Scene {
  if (!sceneNames().includes(name)) throw new WrongScene('There is no scene of that name; `scenes` lists them.')
  return readScene(readFileSync(join(folder, `${name}.json`), 'utf8'))
}
