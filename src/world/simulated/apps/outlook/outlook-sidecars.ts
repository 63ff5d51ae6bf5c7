import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Instant } from '../../../../core/time.ts'
import { type Olk15Property, olk15Block, olk15Entity } from './olk15.ts'
import type { FakeOutlookAccount } from './outlook-account.ts'

/** Their numbers stand in the sidecar files, and in the upper half of an account's uid. */
export const outlookClasses = { main: 1, message: 3, exchangeAccount: 5, mailAccount: 14 }

/** Outlook's way to say that a date is not set, and the beginning of its dates in sidecar files. */
export const secondsTo2001 = 978_307_200

/** The files beside the store. Each verb returns the path as the store keeps it: below Data, percent-encoded. */
export class OutlookSidecars {
  readonly #data: string
  #written = 0

  constructor(data: string) {
    this.#data = data
  }

  mailAccount(id: number, { email, server, port, user }: FakeOutlookAccount): string {
    return this.#write('Mail Accounts', 'MailAccount', { id, class: outlookClasses.mailAccount, kind: 'PACC' }, [
      { tag: 0x012c, value: { utf8: email } },
      ...property(0x012d, server && { utf8: server }),
      ...property(0x0138, port && { i32: port }),
      ...property(0x012e, user && { utf16: user }),
    ])
  }

  exchangeAccount(id: number, { ews, user }: FakeOutlookAccount): string {
    const entity = { id, class: outlookClasses.exchangeAccount, kind: 'EACC' }
    return this.#write('Exchange Accounts', 'ExchangeAccount', entity, [
      ...property(0x0152, ews && { utf8: ews }),
      ...property(0x012e, user && { utf16: user }),
    ])
  }

  message(id: number, subject: string, scheduled: Instant | undefined): string {
    return this.#write('Messages', 'Message', { id, class: outlookClasses.message, kind: 'MRLC' }, [
      { tag: 0x0001, value: { utf16: subject } },
      ...property(0x001b, scheduled && { double: scheduled / 1000 - secondsTo2001 }),
    ])
  }

  main(offline: boolean): string {
    const entity = { id: 1, class: outlookClasses.main, kind: 'MAIN' }
    return this.#write('Main', 'Main', entity, [{ tag: 0x0166, value: { bool: offline } }])
  }

  source(block: Uint8Array, text: string): string {
    return this.#file('Message Sources', 'MsgSource', olk15Block(block, 'MSrc', text))
  }

  #write(
    folder: string,
    type: string,
    { id, ...entity }: { id: number; class: number; kind: string },
    properties: readonly Olk15Property[],
  ): string {
    return this.#file(folder, type, olk15Entity({ record: id, ...entity }, properties))
  }

  #file(folder: string, type: string, bytes: Uint8Array): string {
    const name = `00000000-0000-4000-8000-${String(this.#written++).padStart(12, '0')}.olk15${type}`
    const file = join(this.#data, folder, '0', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    return `${encodeURIComponent(folder)}/0/${name}`
  }
}

function property(tag: number, value: Olk15Property['value'] | '' | 0 | undefined): Olk15Property[] {
  return value ? [{ tag, value }] : []
}
