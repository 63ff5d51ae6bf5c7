import { go, route } from '../route.ts'

/**
 * Esc closes what lies on top: an open disclosure, then a page beside the main one, then the panel itself. The window
 * that holds the panel hears it where nothing here took it.
 */
export function closeOnEscape(): () => void {
  const heed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    const open = document.activeElement?.closest('details[open]')
    if (open instanceof HTMLDetailsElement) {
      open.open = false
      open.querySelector('summary')?.focus()
    } else if (route.value.page !== 'now') go('now')
    else return window.close()
    event.preventDefault()
  }
  addEventListener('keydown', heed)
  return () => removeEventListener('keydown', heed)
}
