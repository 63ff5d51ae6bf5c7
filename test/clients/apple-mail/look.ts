import { onTestFinished } from 'vitest'
import { AppleMail } from '../../../src/clients/apple-mail/apple-mail.ts'
import type { ObservationWithSubjects } from '../../../src/core/client.ts'
import type { MessageWithSubject } from '../../../src/core/mail.ts'
import { render } from '../../../src/core/render.ts'
import { AppleAccountsStore } from '../../../src/world/simulated/apps/apple-mail/apple-accounts-store.ts'
import { AppleMailStore, type FakeMailStore } from '../../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { FakeMail, never, now, temporaryHome } from './mac.ts'

/** A Mac with Mail, its stores and somebody who looks at them again and again. */
export function mailOn(options?: FakeMailStore) {
  const home = temporaryHome()
  const store = new AppleMailStore(home, options)
  const accounts = new AppleAccountsStore(home)
  const mail = new FakeMail()
  const client = new AppleMail()
  const mac = mail.mac(home)
  onTestFinished(() => {
    client.close()
    store.close()
    accounts.close()
  })
  return { home, store, accounts, mail, client, look: (at = now) => client.read(mac, at, never) }
}

/** The messages of an outbox that was seen. */
export function seen({ outbox }: ObservationWithSubjects): readonly MessageWithSubject[] {
  if (!outbox.seen) throw new Error(render(outbox.why))
  return outbox.messages
}

export function why({ outbox }: ObservationWithSubjects): string {
  if (outbox.seen) throw new Error('The outbox was seen.')
  return render(outbox.why)
}
