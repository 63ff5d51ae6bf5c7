import { useState } from 'preact/hooks'
import type { RescuedItem } from '../../api/schema/rescue.ts'
import { ForeignText } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { dayOnly, numberText, sizeText, yearOnly } from '../words/write.ts'
import { ItemLookCard } from './item-look.tsx'
import { beginWithOtherMail, chosenFilters, filtersWith, lastLook } from './order.ts'
import { sharedStart } from './shared-start.ts'

/** The folders with what is in them, and the newest messages, to be looked at before anything is saved. */
export function WhatIsInIt({ isLooking }: { isLooking: boolean }) {
  const { rescue: news } = useStore()
  const { rescue: own } = words.value
  const [shown, show] = useState<RescuedItem>()
  const look = lastLook.value
  const found = news.value.is === 'looking' ? news.value.items : 0
  if (!look) return <Waiting words={own.looking(found, numberText(found))} />
  return (
    <section class="card" aria-labelledby="in-it">
      <div class="title-row">
        <h2 id="in-it">
          <span aria-live="polite">
            {isLooking
              ? own.looking(found, numberText(found))
              : own.found(look.wanted, numberText(look.wanted), sizeText(look.bytes))}
          </span>
        </h2>
        <button type="button" class="button small" onClick={beginWithOtherMail}>
          {own.otherMail}
        </button>
      </div>
      <Folders />
      <label class="hidden" for="rescue-search">
        {own.search}
      </label>
      <input
        id="rescue-search"
        type="search"
        placeholder={own.search}
        value={chosenFilters.value.anywhere ?? ''}
        onChange={(event) => {
          chosenFilters.value = filtersWith(chosenFilters.value, {
            anywhere: event.currentTarget.value.trim() || undefined,
          })
        }}
      />
      <ul class="mail-list" aria-label={own.newest(look.newest.length, numberText(look.newest.length))}>
        {look.newest.map((item) => (
          <li key={`${item.source} ${item.id}`}>
            <button
              type="button"
              aria-expanded={shown === item}
              onClick={() => show(shown === item ? undefined : item)}
            >
              <span class="mail-subject">
                <ForeignText>{item.subject || own.noSubject}</ForeignText>
              </span>
              <span class="caption">{item.at === undefined ? '' : `${dayOnly(item.at)} ${yearOnly(item.at)}`}</span>
              <span class="caption mail-from">
                {own.kinds[item.kind]} <ForeignText>{item.from}</ForeignText>
              </span>
              <span class="caption">{sizeText(item.bytes)}</span>
            </button>
            {shown === item && <ItemLookCard item={item} />}
          </li>
        ))}
      </ul>
      {look.newest.length === 0 && <p class="plain">{own.none}</p>}
    </section>
  )
}

function Waiting({ words: told }: { words: string }) {
  const { ask, attempt } = useStore()
  const { rescue: own } = words.value
  return (
    <section class="card">
      <div class="title-row">
        <p role="status">{told}</p>
        <button
          type="button"
          class="button small"
          onClick={() => {
            void attempt(ask.callOffRescue())
            beginWithOtherMail()
          }}
        >
          {own.stop}
        </button>
      </div>
      <progress aria-label={told} />
    </section>
  )
}

function Folders() {
  const { rescue: own } = words.value
  const folders = lastLook.value?.folders ?? []
  const { folders: wanted = [] } = chosenFilters.value
  const shared = sharedStart(folders.map(({ path }) => path))
  const tick = (path: string, isOn: boolean) => {
    const name = path.replaceAll(' / ', '/')
    const now = isOn ? [...wanted, name] : wanted.filter((one) => one !== name)
    chosenFilters.value = filtersWith(chosenFilters.value, { folders: now.length > 0 ? now : undefined })
  }
  return (
    <fieldset class="folders">
      <legend class="quiet">{own.folders}</legend>
      <p class="caption">{own.allFolders}</p>
      {folders.map(({ path, items, wanted: count, bytes }) => (
        <label key={path} class="tick">
          <input
            type="checkbox"
            checked={wanted.includes(path.replaceAll(' / ', '/'))}
            onChange={(event) => tick(path, event.currentTarget.checked)}
          />
          <ForeignText>{path.slice(shared.length)}</ForeignText>
          <span class="caption">
            {count === items ? numberText(items) : own.of(numberText(count), numberText(items))} · {sizeText(bytes)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
