import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { ForeignText } from './text.tsx'

/** Whom an organisation wants to be asked; nothing where it does not say. */
export function SupportLine() {
  const { settings } = useStore()
  const contact = settings.value?.settings.supportContact
  if (!contact) return null
  return (
    <p class="caption">
      {words.value.settings.rows.supportContact.label}: <ForeignText>{contact}</ForeignText>
    </p>
  )
}
