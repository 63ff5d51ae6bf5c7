import { useRef, useState } from 'preact/hooks'
import type { ResponseOf } from '../../api/schema/table.ts'
import { Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { percentText } from '../words/write.ts'
import { handOver } from './hand-over.ts'
import { chosenPaths } from './order.ts'

export type Places = ResponseOf<'rescuePlaces'>

/** Where the mail lies: dropped, chosen, one of the known places, or typed. */
export function ChooseMail({ places }: { places: Places }) {
  const { ask, attempt } = useStore()
  const { rescue: own } = words.value
  const [isOver, setOver] = useState(false)
  const [share, setShare] = useState<number>()
  const [remark, setRemark] = useState('')
  const [typed, type] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const pathOf = window.outboxDoctor?.pathOf
  const take = async (files: readonly File[], hasFolder: boolean) => {
    if (pathOf) {
      chosenPaths.value = files.map(pathOf)
      return
    }
    setRemark(hasFolder ? own.noFolder : '')
    const paths = await handOver(files, (piece) => attempt(ask.handToRescue(piece)), setShare)
    setShare(undefined)
    if (paths.length > 0) chosenPaths.value = paths
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const items = [...(event.dataTransfer?.items ?? [])]
    const hasFolder = !pathOf && items.some((item) => item.webkitGetAsEntry()?.isDirectory)
    const files = [...(event.dataTransfer?.files ?? [])]
    void take(hasFolder ? [] : files, hasFolder)
  }
  const choose = async () => {
    if (!places.chooses) return picker.current?.click()
    const chosen = await attempt(ask.chooseForRescue({ what: 'sources' }))
    if (chosen && chosen.paths.length > 0) chosenPaths.value = chosen.paths
  }
  return (
    <section
      class={`card drop${isOver ? ' is-over' : ''}`}
      aria-label={own.choose}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p class="plain">{pathOf ? own.drop : own.dropFiles}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => void choose()}>
          {own.choose}
        </button>
        {places.stores.map(({ name, path }) => (
          <button
            key={path}
            type="button"
            class="button"
            onClick={() => {
              chosenPaths.value = [path]
            }}
          >
            <Translated>{name}</Translated>
          </button>
        ))}
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => void take([...(event.currentTarget.files ?? [])], false)}
      />
      {!pathOf && (
        <form
          class="typed"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim() !== '') chosenPaths.value = [typed.trim()]
          }}
        >
          <label for="rescue-path">{own.path}</label>
          <div class="row">
            <input
              id="rescue-path"
              type="text"
              spellcheck={false}
              autocomplete="off"
              value={typed}
              onInput={(event) => type(event.currentTarget.value)}
            />
            <button type="submit" class="button">
              {own.add}
            </button>
          </div>
        </form>
      )}
      <p class="caption" role="status">
        {share === undefined ? remark : own.taking(percentText(share))}
      </p>
    </section>
  )
}
