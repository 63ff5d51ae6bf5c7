import { useEffect, useState } from 'preact/hooks'
import type { WaysToSee } from '../../api/schema/unseen.ts'
import { Restart } from '../permissions/restart.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'

/** Macs tell nobody when a permission changes: it is looked at again as long as somebody is at it. */
const again = 2_000

/** The one permission that shows most, and where it is given. `allowed`: it may have been given since. */
export function AllowButton({
  permission,
  main,
  allowed,
}: {
  permission: NonNullable<WaysToSee['allow']>['permission']
  main: boolean
  allowed: () => void
}) {
  const { ask, attempt, about } = useStore()
  const { now, permissions } = words.value
  const [isOpened, open] = useState(false)
  useEffect(() => {
    if (!isOpened) return
    // Its agent looks into the mail apps when it hears of a change.
    const look = () => void ask.permissions().then(allowed)
    look()
    const timer = setInterval(look, again)
    return () => clearInterval(timer)
  }, [isOpened])
  const kind = main ? 'button main' : 'button'
  const label = now.allow(permissions.names[permission].name)
  // macOS is made to ask there, which takes an app that is open.
  if (permission === 'automation')
    return (
      <a class={kind} href={hrefOf('permissions')}>
        {label}
      </a>
    )
  const click = async () => {
    if (await attempt(ask.openPane({ pane: 'full-disk-access' }))) open(true)
  }
  return (
    <>
      <button type="button" class={kind} onClick={() => void click()}>
        {label}
      </button>
      <p class="caption">{now.allowMore}</p>
      {isOpened && about.value?.app && <Restart />}
    </>
  )
}
