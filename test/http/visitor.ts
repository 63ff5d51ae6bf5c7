import { onTestFinished } from 'vitest'
import type { Line } from '../../src/contract/line.ts'
import { type Door, type DoorOptions, openDoor } from '../../src/http/door.ts'
import type { PanelFile } from '../../src/page/panel-files.ts'

export const page: PanelFile = { type: 'text/html; charset=utf-8', bytes: Buffer.from('<!doctype html>') }

export async function opened(desk: Line, options: Partial<DoorOptions> = {}): Promise<Door> {
  const door = await openDoor({ desk, files: new Map([['/', page]]), ...options })
  onTestFinished(() => door.close())
  return door
}

/** A browser that was let in: it keeps the cookie, and says where its page comes from. */
export async function visitor(door: Door): Promise<typeof fetch> {
  const entrance = await fetch(door.invitation(), { redirect: 'manual' })
  const [cookie = ''] = (entrance.headers.get('set-cookie') ?? '').split(';')
  return (url, init) => fetch(url, { ...init, headers: { origin: door.origin, cookie, ...init?.headers } })
}
