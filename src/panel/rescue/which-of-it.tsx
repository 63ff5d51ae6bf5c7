import type { WantedFilters } from '../../api/schema/rescue.ts'
import { Disclosure } from '../now/fold.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { chosenFilters, filtersWith } from './order.ts'

const megabyte = 1_000_000
type Change = Parameters<typeof filtersWith>[1]

/** Which messages are wanted. What is typed counts when the field is left. */
export function WhichOfIt() {
  const { time } = useStore()
  const { rescue: own } = words.value
  const filters = chosenFilters.value
  const put = (change: Change) => {
    chosenFilters.value = filtersWith(filters, change)
  }
  const year = new Date(time()).getFullYear() - 1
  return (
    <section class="card">
      <Disclosure title={own.only}>
        <div class="choices">
          <TextChoice name="sender" label={own.sender} put={put} />
          <TextChoice name="recipient" label={own.recipient} put={put} />
          <TextChoice name="subject" label={own.subject} put={put} />
          <div class="choice">
            <label for="rescue-since">{own.since}</label>
            <input
              id="rescue-since"
              type="date"
              value={dayOf(filters.since)}
              onChange={(event) => put({ since: startOf(event.currentTarget.value) })}
            />
          </div>
          <div class="choice">
            <label for="rescue-before">{own.before}</label>
            <input
              id="rescue-before"
              type="date"
              value={dayOf(filters.before === undefined ? undefined : filters.before - 1)}
              onChange={(event) => put({ before: startOf(event.currentTarget.value, 1) })}
            />
            <button
              type="button"
              class="button small"
              onClick={() => put({ since: new Date(year, 0, 1).getTime(), before: new Date(year + 1, 0, 1).getTime() })}
            >
              {own.lastYear}
            </button>
          </div>
          <SizeChoice name="minBytes" label={own.larger} put={put} />
          <SizeChoice name="maxBytes" label={own.smaller} put={put} />
          <TickChoice name="hasAttachment" label={own.attached} put={put} />
          <TickChoice name="unread" label={own.unread} put={put} />
          <TickChoice name="waiting" label={own.waiting} put={put} />
        </div>
      </Disclosure>
    </section>
  )
}

interface ChoiceOf<Name extends keyof WantedFilters> {
  name: Name
  label: string
  put(change: Change): void
}

function TextChoice({ name, label, put }: ChoiceOf<'sender' | 'recipient' | 'subject'>) {
  return (
    <div class="choice">
      <label for={`rescue-${name}`}>{label}</label>
      <input
        id={`rescue-${name}`}
        type="text"
        value={chosenFilters.value[name] ?? ''}
        onChange={(event) => put({ [name]: event.currentTarget.value.trim() || undefined })}
      />
    </div>
  )
}

function SizeChoice({ name, label, put }: ChoiceOf<'minBytes' | 'maxBytes'>) {
  const bytes = chosenFilters.value[name]
  return (
    <div class="choice">
      <label for={`rescue-${name}`}>{label}</label>
      <input
        id={`rescue-${name}`}
        type="number"
        min="0"
        step="0.1"
        value={bytes === undefined ? '' : bytes / megabyte}
        onChange={({ currentTarget: { valueAsNumber: value } }) =>
          put({ [name]: value > 0 ? Math.round(value * megabyte) : undefined })
        }
      />
    </div>
  )
}

function TickChoice({ name, label, put }: ChoiceOf<'hasAttachment' | 'unread' | 'waiting'>) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={chosenFilters.value[name] === true}
        onChange={(event) => put({ [name]: event.currentTarget.checked || undefined })}
      />
      {label}
    </label>
  )
}

/** `2026-04-02` in the time of this computer, as the field wants it. */
function dayOf(at: number | undefined): string {
  if (at === undefined) return ''
  const day = new Date(at)
  const two = (one: number) => String(one).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** `later`: so many days after it. */
function startOf(day: string, later = 0): number | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return year < 1970 ? undefined : new Date(year, month - 1, date + later).getTime()
}
