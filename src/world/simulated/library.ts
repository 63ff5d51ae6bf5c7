import { readdirSync, readFileSync } from 'node:fs'
import { readScene, type Scene, WrongScene } from './scene.ts'

const folder = new URL('scenes/', import.meta.url)

/** The names of the scenes that ship, in alphabetical order. */
export function sceneNames(): string[] {
  return readdirSync(folder)
    .flatMap((file) => /^([a-z0-9-]+)\.json$/.exec(file)?.[1] ?? [])
    .sort()
}

/** One that ships. Throws `WrongScene`. */
export function loadScene(name: string): Scene {
  if (!sceneNames().includes(name)) throw new WrongScene('There is no scene of that name; `scenes` lists them.')
  return readScene(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
}
