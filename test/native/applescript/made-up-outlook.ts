import { dictionary } from './dictionary.ts'
import type { App } from './run.ts'
import { type AppObject, noSuchThing, ScriptError, type Value } from './values.ts'

export interface Box {
  id: number
  name: string
  /** Numbers of its messages. */
  messages: readonly number[]
}

export interface MadeUpAccount {
  className: 'exchange account' | 'imap account' | 'pop account'
  id: number
  outbox?: Box
  fields?: Readonly<Record<string, Value>>
}

export interface MadeUpOutlook {
  accounts: readonly MadeUpAccount[]
  /** Of On My Computer. */
  local?: readonly Box[]
  /** The application's own outbox. */
  own?: Box
}

const at = new Date('2026-03-04T05:06:07Z')

export interface Written extends AppObject {
  term: string
  value: Value
}

/** A legacy Outlook with these accounts, answering by its dictionary and by nothing else. */
export function outlookWith({
  accounts,
  local = [],
  own = accounts[0]?.outbox,
}: MadeUpOutlook): App & { written: Written[] } {
  const written: Written[] = []
  const boxes = [...local, ...accounts.flatMap(({ outbox }) => outbox ?? []), ...(own ? [own] : [])]
  const folder = ({ id }: Box): AppObject => ({ className: 'mail folder', id })
  const listed = (className: string) =>
    accounts.filter((one) => one.className === className).map(({ id }): AppObject => ({ className, id }))
  const orNothing = (value: Value | undefined): Value => {
    if (value === undefined) throw new ScriptError(noSuchThing)
    return value
  }
  const application: Readonly<Record<string, () => Value>> = {
    version: () => '16.78',
    'working offline': () => false,
    'on my computer': () => ({ className: 'folder', id: 1 }),
    'exchange accounts': () => listed('exchange account'),
    'imap accounts': () => listed('imap account'),
    'pop accounts': () => listed('pop account'),
    outbox: () => orNothing(own && folder(own)),
  }
  const ofClass: Readonly<Record<string, (id: number, term: string) => Value | undefined>> = {
    application: (_, term) => application[term]?.(),
    folder: (id, term) => (id === 1 && term === 'mail folders' ? local.map(folder) : undefined),
    'mail folder'(id, term) {
      const box = boxes.find((one) => one.id === id)
      if (term === 'messages') return box?.messages.map((number): AppObject => ({ className: 'message', id: number }))
      return term === 'id' ? id : term === 'name' ? box?.name : undefined
    },
    message: (id, term) => (term === 'id' ? id : term === 'source' ? `Subject: ${id}\r\r` : at),
  }
  const account = (id: number, term: string) => {
    const found = accounts.find((one) => one.id === id)
    if (term === 'id') return id
    return term === 'outbox' ? found?.outbox && folder(found.outbox) : found?.fields?.[term]
  }
  return {
    dictionary: dictionary('outlook'),
    bundle: 'com.microsoft.Outlook',
    running: true,
    application: { className: 'application', id: 0 },
    asked: new Set(),
    written,
    set: (object, term, value) => void written.push({ ...(object as AppObject), term, value }),
    object(className, id) {
      const known = className.endsWith('account')
        ? accounts.some((one) => one.id === id && one.className === className)
        : true
      if (!known) throw new ScriptError(noSuchThing)
      return { className, id }
    },
    get(object, term) {
      const { className, id } = object as AppObject
      return orNothing((ofClass[className] ?? account)(id, term))
    },
  }
}
