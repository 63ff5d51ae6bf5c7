import { words } from '../words/words.ts'

export function IgnoreList({
  value,
  locked,
  choose,
}: {
  value: readonly string[]
  locked: boolean
  choose: (list: readonly string[]) => void
}) {
  const { settings } = words.value
  return (
    <div class="choice is-tall">
      <label for="ignore">{settings.ignore}</label>
      <textarea
        id="ignore"
        rows={2}
        disabled={locked}
        aria-describedby="ignore-more"
        spellcheck={false}
        defaultValue={value.join('\n')}
        onChange={(event) => choose(event.currentTarget.value.split(/[\s,;]+/).filter(Boolean))}
      />
      <small id="ignore-more">{locked ? settings.managed : settings.ignoreMore}</small>
    </div>
  )
}
