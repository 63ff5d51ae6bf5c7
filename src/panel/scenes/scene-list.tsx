import { Loading } from '../frame/empty.tsx'
import { useStore } from '../store.ts'
import { shown, useAnswer } from '../use-answer.ts'
import { words } from '../words/words.ts'
import { usePlay } from './use-play.ts'

/** Where no story is chosen yet: all there are, to begin with one. */
export function SceneList() {
  const { ask } = useStore()
  const { scenes: own, now } = words.value
  const [asked] = useAnswer(() => ask.scenes(), 0)
  const play = usePlay()
  const known = shown(asked)
  return (
    <div class="now scrolls">
      <header class="intro">
        <h1>{own.pick}</h1>
        <p>{own.speed}</p>
      </header>
      {known ? (
        <ul class="card tales" lang="en">
          {known.scenes.map(({ name, title, story }) => (
            <li key={name}>
              <button type="button" onClick={() => void play(name)}>
                <strong>{title}</strong>
                <span>{story}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <Loading words={now.loading} lines={6} />
      )}
    </div>
  )
}
