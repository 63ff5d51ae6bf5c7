import { computed, signal } from '@preact/signals'

/** In the bar. */
export const mainPages = ['now', 'timeline', 'accounts'] as const
/** Reached from the settings. */
const pagesBeside = ['rescue', 'permissions', 'about'] as const
export type PageBeside = (typeof pagesBeside)[number]

export const pages = [...mainPages, 'settings', ...pagesBeside] as const
export type PanelPage = (typeof pages)[number]

const hash = signal(location.hash)
addEventListener('hashchange', () => {
  hash.value = location.hash
})

/** `#/timeline/<incident>`: the page, and what on it. */
export const route = computed(() => {
  const [name = '', what = ''] = hash.value.replace(/^#\/?/, '').split('/')
  const page = pages.find((one) => one === name) ?? 'now'
  return { page, ...(what !== '' && { what: decoded(what) }) }
})

export function hrefOf(page: PanelPage, what?: string): string {
  return what === undefined ? `#/${page}` : `#/${page}/${encodeURIComponent(what)}`
}

export function go(page: PanelPage, what?: string): void {
  location.hash = hrefOf(page, what)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // What is no escape stands for itself.
    return text
  }
}
