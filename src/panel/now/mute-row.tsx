import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** For whoever knows of a trouble and cannot mend it now: quiet until something about it changes, and the way back. */
export function MuteRow() {
  const { state, headline, ask, attempt } = useStore()
  const { now } = words.value
  const episodes = state.value?.episodes ?? []
  const told = headline.value
  if (episodes.length === 0 || (told?.is !== 'stuck' && told?.is !== 'still')) return null
  const isMuted = episodes.every(({ muted }) => muted)
  const turn = () => {
    for (const { id } of episodes) void attempt(ask.muteEpisode({ episode: id, on: !isMuted }))
  }
  return (
    <div class="mute-row">
      <p class="caption" role="status">
        {isMuted ? now.muted : ''}
      </p>
      <button type="button" class="button" onClick={turn}>
        {isMuted ? now.unmute : now.mute}
      </button>
    </div>
  )
}
