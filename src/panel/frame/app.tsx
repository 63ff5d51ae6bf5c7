import { useEffect } from 'preact/hooks'
import { AboutPage } from '../about/about-page.tsx'
import { AccountsPage } from '../accounts/accounts-page.tsx'
import { NowPage } from '../now/now-page.tsx'
import { PermissionsPage } from '../permissions/permissions-page.tsx'
import { RescuePage } from '../rescue/rescue-page.tsx'
import { type PanelPage, route } from '../route.ts'
import { ScenePicker } from '../scenes/scene-picker.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { TimelinePage } from '../timeline/timeline-page.tsx'
import { words } from '../words/language.ts'
import { closeOnEscape } from './escape.ts'
import { ForgetsNotice } from './forgets-notice.tsx'
import { ErrorBoundary } from './guard.tsx'
import { measureGutter } from './gutter.ts'
import { NavigationBar } from './navigation-bar.tsx'
import { WrongNotice } from './wrong-notice.tsx'

const contents: Record<PanelPage, () => preact.JSX.Element> = {
  now: NowPage,
  timeline: TimelinePage,
  accounts: AccountsPage,
  settings: SettingsPage,
  rescue: RescuePage,
  permissions: PermissionsPage,
  about: AboutPage,
}

/** Pages that begin without a heading of their own. */
const titled: readonly PanelPage[] = ['timeline', 'accounts']

export function PanelApp() {
  const { page } = route.value
  const { name, pages } = words.value
  useEffect(() => {
    document.title = `${pages[page]} – ${name}`
  }, [page, name, pages])
  useEffect(closeOnEscape, [])
  useEffect(measureGutter, [])
  const Content = contents[page]
  return (
    <>
      <ScenePicker />
      <NavigationBar />
      <ForgetsNotice />
      <main id="page" class={page === 'now' ? 'page page-now' : `page page-${page} scrolls`} tabIndex={-1} key={page}>
        {titled.includes(page) && <h1 class="hidden">{pages[page]}</h1>}
        <ErrorBoundary>
          <Content />
        </ErrorBoundary>
      </main>
      <WrongNotice />
    </>
  )
}
