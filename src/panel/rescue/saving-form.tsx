import { savingFormats } from '../../api/schema/rescue.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import type { Places } from './choose-mail.tsx'
import { chosenFormats, chosenTarget, lastLook, type SavingFormat, splitMegabytes } from './order.ts'
import { useSave } from './use-save.ts'

/** As what, and where to. */
export function SavingForm({ places }: { places: Places }) {
  const { ask, attempt } = useStore()
  const { rescue: own } = words.value
  const save = useSave()
  const formats = chosenFormats.value
  const tick = (format: SavingFormat, isOn: boolean) => {
    chosenFormats.value = savingFormats.filter((one) => (one === format ? isOn : formats.includes(one)))
  }
  const choose = async () => {
    const [path] = (await attempt(ask.chooseForRescue({ what: 'target' })))?.paths ?? []
    if (path !== undefined) chosenTarget.value = path
  }
  const isReady = formats.length > 0 && (lastLook.value?.wanted ?? 0) > 0 && (chosenTarget.value ?? '').trim() !== ''
  return (
    <section class="card" aria-labelledby="save-as">
      <h2 id="save-as">{own.formats}</h2>
      {savingFormats.map((format) => (
        <label key={format} class="tick">
          <input
            type="checkbox"
            checked={formats.includes(format)}
            disabled={format === 'pdf' && !places.prints}
            onChange={(event) => tick(format, event.currentTarget.checked)}
          />
          {own.formatNames[format]}
        </label>
      ))}
      {!places.prints && <p class="caption">{own.noPdf}</p>}
      <p class="caption">{own.noPst}</p>
      {formats.includes('mbox') && (
        <div class="choice">
          <label for="rescue-split">{own.split}</label>
          <input
            id="rescue-split"
            type="number"
            min="1"
            value={splitMegabytes.value}
            onChange={(event) => {
              splitMegabytes.value = event.currentTarget.value
            }}
          />
          <small>{own.splitMore}</small>
        </div>
      )}
      <div class="choice is-tall">
        <label for="rescue-target">{own.to}</label>
        <div class="row">
          <input
            id="rescue-target"
            type="text"
            spellcheck={false}
            autocomplete="off"
            value={chosenTarget.value ?? ''}
            onInput={(event) => {
              chosenTarget.value = event.currentTarget.value
            }}
          />
          {places.chooses && (
            <button type="button" class="button" onClick={() => void choose()}>
              {own.chooseTarget}
            </button>
          )}
        </div>
        <small>{own.toMore}</small>
      </div>
      <button type="button" class="button main" aria-disabled={!isReady} onClick={() => isReady && void save()}>
        {own.save}
      </button>
    </section>
  )
}
