import type { Scenes } from '../../api/schema/scenes.ts'
import { LoadingState } from '../frame/empty.tsx'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { taleOf } from './tale.ts'
import { usePlay } from './use-play.ts'

/** Where no story is chosen yet: all there are, to begin with one. */
export function SceneList() {
  const { ask } = useStore()
  const { scenes: own, now } = words.value
  const [asked] = useAnswer(() => ask.scenes(), 0)
  const play = usePlay()
  const known = latestAnswer(asked)
  return (
    <div class="now scrolls">
      <header class="intro">
        <h1>{own.pick}</h1>
        <p>{own.speed}</p>
      </header>
      {known ? (
        <ul class="card tales">
          {known.scenes.map((scene) => (
            <Tale key={scene.name} scene={scene} onPick={() => void play(scene.name)} />
          ))}
        </ul>
      ) : (
        <LoadingState words={now.loading} lines={6} />
      )}
    </div>
  )
}

function Tale({ scene, onPick }: { scene: Scenes['scenes'][number]; onPick: () => void }) {
  const { title, story, lang } = taleOf(scene)
  return (
    <li lang={lang}>
      <button type="button" onClick={onPick}>
        <strong>{title}</strong>
        <span>{story}</span>
      </button>
    </li>
  )
}
