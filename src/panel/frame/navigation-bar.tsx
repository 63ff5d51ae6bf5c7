import { hrefOf, mainPages, route } from '../route.ts'
import { words } from '../words/language.ts'
import { Glyph } from './glyph.tsx'

export function NavigationBar() {
  const { pages } = words.value
  const { page } = route.value
  const isBeside = !mainPages.some((one) => one === page)
  return (
    <nav class="bar" aria-label={pages.all}>
      <ul class="segments">
        {mainPages.map((name) => (
          <li key={name}>
            <a href={hrefOf(name)} aria-current={page === name ? 'page' : undefined}>
              {pages[name]}
            </a>
          </li>
        ))}
      </ul>
      <a class="round" href={hrefOf('settings')} aria-label={pages.more} aria-current={isBeside ? 'page' : undefined}>
        <Glyph name="gear" />
      </a>
    </nav>
  )
}
