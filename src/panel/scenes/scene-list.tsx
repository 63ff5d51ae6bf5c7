import { useEffect, useRef, useState } from 'preact/hooks'
import type { Scenes } from '../../api/schema/scenes.ts'
import { LoadingState } from '../frame/empty.tsx'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { numberText } from '../words/write.ts'
import { byGroup, hasWords } from './find-tales.ts'
import { taleOf } from './tale.ts'
import { usePlay } from './use-play.ts'

type SceneShown = Scenes['scenes'][number]

/** Where no story is chosen yet: all there are, by where mail stops in them, and a field to search them. */
export function SceneList() {
  const { ask } = useStore()
  const { scenes: own, now } = words.value
  const [asked] = useAnswer(() => ask.scenes(), 0)
  const [wanted, want] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const known = latestAnswer(asked)
  useEffect(() => {
    const { current } = box
    const walks = (event: KeyboardEvent) => walk(event, current)
    current?.addEventListener('keydown', walks)
    return () => current?.removeEventListener('keydown', walks)
  }, [])
  const found = known?.scenes.filter((scene) => hasWords(textsOf(scene), wanted)) ?? []
  return (
    <div class="now scrolls" ref={box}>
      <header class="intro">
        <h1>{own.pick}</h1>
        <p>{own.speed}</p>
        <input
          type="search"
          class="field"
          aria-label={own.search}
          placeholder={own.search}
          value={wanted}
          maxLength={100}
          onInput={({ currentTarget }) => want(currentTarget.value)}
        />
        <p class="caption" role="status">
          {wanted.trim() !== '' &&
            (found.length > 0 ? own.found(found.length, numberText(found.length)) : own.nothingFound(wanted.trim()))}
        </p>
      </header>
      {known ? (
        byGroup(found).map(({ group, scenes }) => (
          <section key={group} aria-labelledby={`stories-${group}`}>
            <h2 class="quiet" id={`stories-${group}`}>
              {own.groups[group]}
            </h2>
            <ul class="card tales">
              {scenes.map((scene) => (
                <Tale key={scene.name} scene={scene} />
              ))}
            </ul>
          </section>
        ))
      ) : (
        <LoadingState words={now.loading} lines={6} />
      )}
    </div>
  )
}

function textsOf(scene: SceneShown): readonly string[] {
  const { title, story } = taleOf(scene)
  return [title, story, scene.name, words.value.scenes.groups[scene.group]]
}

function Tale({ scene }: { scene: SceneShown }) {
  const { title, story, lang } = taleOf(scene)
  const play = usePlay()
  return (
    <li lang={lang}>
      <button type="button" onClick={() => void play(scene.name)}>
        <strong>{title}</strong>
        <span>{story}</span>
      </button>
    </li>
  )
}

/** Up and down go from the field through the stories; whoever types goes on searching. */
function walk(event: KeyboardEvent, box: HTMLElement | null): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined || !box) return
  const stops = [...box.querySelectorAll<HTMLElement>('input[type=search], .tales button')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const next = stops[at + by]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}
