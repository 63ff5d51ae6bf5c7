import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect } from 'vitest'
import type { Hands, MovedFile, MoveResult } from '../../../../src/core/hands.ts'
import { type Disk, realDisk } from '../../../../src/world/real/hands/disk.ts'
import { type FilesParts, handsOnFiles } from '../../../../src/world/real/hands/files.ts'
import { HandClock } from '../../../hand-clock.ts'
import { ownFolder } from '../../../history/folder.ts'

/** A home folder with some files in it, and hands that keep what they move beside it. */
export class HandsFixture {
  readonly root: string
  readonly home: string
  readonly data: string
  readonly hands: Hands['files']

  constructor(more: Partial<FilesParts> = {}) {
    this.root = ownFolder()
    this.home = join(this.root, 'home')
    this.data = more.data ?? join(this.root, 'data')
    mkdirSync(this.home)
    this.hands = handsOnFiles({ clock: new HandClock(), home: this.home, data: this.data, ...more })
  }

  put(name: string, text: string): string {
    const path = join(this.home, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return path
  }

  read(name: string): string {
    return readFileSync(join(this.home, name), 'utf8')
  }

  /** Every file below the home folder, with what it says. */
  files(): Record<string, string> {
    return filesIn(this.home)
  }
}

export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.map((name) => join(folder, name)).filter((path) => lstatSync(path).isFile())
  return Object.fromEntries(files.sort().map((path) => [relative(folder, path), readFileSync(path, 'utf8')]))
}

export function movedIn(answer: MoveResult): readonly MovedFile[] {
  expect(answer).toHaveProperty('moved')
  return 'moved' in answer ? answer.moved : []
}

/** A disk that fails at one operation from a certain call on, with this code; `failed` tells whether it came to that. */
export function failing(operation: keyof Disk, code: string, calls = 0, times = Number.POSITIVE_INFINITY) {
  let made = 0
  const fail = (...args: unknown[]) => {
    made += 1
    if (made > calls && made <= calls + times) return Promise.reject(Object.assign(new Error(code), { code }))
    return (realDisk[operation] as (...args: unknown[]) => unknown)(...args)
  }
  return { disk: { ...realDisk, [operation]: fail } as Disk, failed: () => made > calls }
}
