import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Transport } from '../../api/transport.ts'
import { exchangeInvitation, httpTransport } from '../../api/transports/http-client.ts'
import { invitation, takeInvitation } from '../invitation.ts'
import { words } from '../words/language.ts'
import { EmptyState } from './empty.tsx'

const place = 'outbox-doctor-key'

/** Kept by the browser until this window closes, and given to no other window or port. */
let key = kept()
const isLocked = signal(false)

/** A transport to the server that this page came from. A new invitation is exchanged first. */
export async function transportToAgent(): Promise<Transport> {
  if (invitation !== undefined) await exchange(invitation)
  isLocked.value = key === undefined
  addEventListener('hashchange', async () => {
    // The address of another invitation, opened in this window: only what stands behind the # has changed.
    const newer = takeInvitation()
    if (newer !== undefined && (await exchange(newer))) location.reload()
  })
  const lost = (refused: string) => {
    if (refused === key) isLocked.value = true
  }
  return httpTransport(location.origin, { now: () => key, refused: lost }, (...request) => fetch(...request))
}

/** The page for a window with access, or how to get access. */
export function AccessGate({ children }: { children: ComponentChildren }) {
  const { locked, lockedMore } = words.value.door
  if (!isLocked.value) return children
  return (
    <main id="page" class="page">
      <EmptyState title={locked} line={lockedMore}>
        <WayBack />
      </EmptyState>
    </main>
  )
}

/** A new address is shown in the terminal, and never here: whoever may use it is whoever sees that. */
function WayBack() {
  const { another, anotherShown, anotherFailed } = words.value.door
  const [is, put] = useState<'wanted' | 'shown' | 'failed'>('wanted')
  const ask = async () => {
    // Whether it is not there or says no, it has shown no address.
    const answer = await fetch('/wish', { method: 'POST' }).catch(() => undefined)
    put(answer?.ok ? 'shown' : 'failed')
  }
  return (
    <>
      <button type="button" class="button main" onClick={() => void ask()}>
        {another}
      </button>
      <p aria-live="polite">{is === 'shown' ? anotherShown : is === 'failed' ? anotherFailed : ''}</p>
    </>
  )
}

/** The door is busy where it does not answer: that is tried again, since the page itself has just come from it. */
async function exchange(invitation: string): Promise<boolean> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    try {
      const own = await exchangeInvitation(invitation, location.origin)
      if (own === undefined) return false
      keep(own)
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, attempt * 200))
    }
  }
  return false
}

function keep(own: string): void {
  key = own
  try {
    sessionStorage.setItem(place, own)
  } catch {
    // Where nothing may be kept, this window is in until it is loaded again.
  }
}

function kept(): string | undefined {
  try {
    return sessionStorage.getItem(place) ?? undefined
  } catch {
    return undefined
  }
}
