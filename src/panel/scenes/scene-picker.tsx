import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { byGroup } from './find-tales.ts'
import { taleOf } from './tale.ts'
import { usePlay } from './use-play.ts'

/** Where a made-up Mac is shown: which story it plays, and the others. */
export function ScenePicker() {
  const { about } = useStore()
  return about.value?.plays ? <Picker /> : null
}

function Picker() {
  const { ask, about } = useStore()
  const { scenes } = words.value
  const [awaited] = useAnswer(() => ask.scenes(), about.value?.scene?.name)
  const known = latestAnswer(awaited)
  const playing = known?.playing ?? about.value?.scene?.name ?? ''
  const play = usePlay()
  return (
    <div class="scenes">
      <label for="scene">{scenes.label}</label>
      <select id="scene" value={playing} onChange={(event) => void play(event.currentTarget.value)}>
        {playing === '' && <option value="">{scenes.pick}</option>}
        {byGroup(known?.scenes ?? []).map(({ group, scenes: some }) => (
          <optgroup key={group} label={scenes.groups[group]}>
            {some.map((scene) => {
              const { title, lang } = taleOf(scene)
              return (
                <option key={scene.name} value={scene.name} lang={lang}>
                  {title}
                </option>
              )
            })}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
