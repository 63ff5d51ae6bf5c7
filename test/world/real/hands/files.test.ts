import { execFileSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { rendered } from '../../../../src/core/rendered.ts'
import { realDisk } from '../../../../src/world/real/hands/disk.ts'
import { ownFolder } from '../../../history/folder.ts'
import { failing, filesIn, HandsFixture, movedIn } from './hands-fixture.ts'

const trio = ['Mail/Index', 'Mail/Index-wal', 'Mail/Index-shm']

function withTrio(fixture: HandsFixture): string[] {
  return trio.map((name) => fixture.put(name, `first ${name}`))
}

const before = {
  'Mail/Index': 'first Mail/Index',
  'Mail/Index-shm': 'first Mail/Index-shm',
  'Mail/Index-wal': 'first Mail/Index-wal',
}

describe('a folder of ours', () => {
  test('is private, named by time and purpose, and new each time', async () => {
    const fixture = new HandsFixture()
    const [one, other] = [await fixture.hands.folder('rebuild'), await fixture.hands.folder('rebuild')]
    expect(basename(one)).toMatch(/^2026-11-21 \d\d\.00\.00 rebuild$/)
    expect(basename(other)).toMatch(/rebuild-2$/)
    expect(statSync(one).mode & 0o777).toBe(0o700)
    expect(statSync(dirname(one)).mode & 0o777).toBe(0o700)
  })

  test('is refused with a sentence where none can be made', async () => {
    const fixture = new HandsFixture(failing('mkdir', 'ENOSPC'))
    await expect(fixture.hands.folder('rebuild')).rejects.toThrow('The disk is full.')
  })

  test('takes its name from us, not from the world', async () => {
    await expect(new HandsFixture().hands.folder('../x')).rejects.toThrow()
  })
})

describe('write', () => {
  test('writes a private file, whole', async () => {
    const fixture = new HandsFixture()
    const path = join(await fixture.hands.folder('x'), 'a.eml')
    expect(await fixture.hands.write(path, Buffer.from('hello'))).toEqual({ done: true })
    expect(readFileSync(path, 'utf8')).toBe('hello')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(dirname(path))).toEqual(['a.eml'])
  })

  test('never over another', async () => {
    const fixture = new HandsFixture()
    const path = fixture.put('a', 'mine')
    expect(await fixture.hands.write(path, Buffer.from('yours'))).toMatchObject({ done: false, why: 'failed' })
    expect(fixture.files()).toEqual({ a: 'mine' })
  })

  test.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'])('leaves nothing behind when the disk says %s', async (code) => {
    for (const operation of ['open', 'link'] as const) {
      const fixture = new HandsFixture(failing(operation, code))
      const done = await fixture.hands.write(join(fixture.home, 'a'), Buffer.from('x'))
      expect(rendered(done)).toMatchObject({ done: false, detail: expect.stringMatching(/\.$/) })
      expect(fixture.files()).toEqual(operation === 'link' && ['EPERM'].includes(code) ? { a: 'x' } : {})
    }
  })

  test('on a disk without links', async () => {
    const fixture = new HandsFixture(failing('link', 'ENOTSUP'))
    expect(await fixture.hands.write(join(fixture.home, 'a'), Buffer.from('x'))).toEqual({ done: true })
    expect(fixture.files()).toEqual({ a: 'x' })
  })
})

describe('moving aside and back', () => {
  test('restores byte for byte, with the times', async () => {
    const fixture = new HandsFixture()
    const paths = withTrio(fixture)
    utimesSync(paths[0] as string, 1_000_000, 1_000_001)
    const folder = await fixture.hands.folder('x')
    const moved = movedIn(await fixture.hands.moveAside(paths, folder))
    expect(fixture.files()).toEqual({})
    expect(moved.map(({ bytes }) => bytes)).toEqual([16, 20, 20])
    expect(await fixture.hands.moveBack(moved)).toEqual({ done: true })
    expect(fixture.files()).toEqual(before)
    expect(statSync(paths[0] as string).mtimeMs).toBe(1_000_001_000)
    expect(await fixture.hands.moveBack(moved)).toEqual({ done: true })
    expect(fixture.files()).toEqual(before)
  })

  test('the manifest alone is enough, and says nothing of who the user is', async () => {
    const fixture = new HandsFixture()
    withTrio(fixture)
    const folder = await fixture.hands.folder('x')
    const moved = movedIn(
      await fixture.hands.moveAside(
        trio.map((name) => `~/${name}`),
        folder,
      ),
    )
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).not.toContain(fixture.home)
    expect(movedIn(await fixture.hands.moved(folder))).toEqual(moved)
    await fixture.hands.moveBack(movedIn(await fixture.hands.moved(folder)))
    expect(fixture.files()).toEqual(before)
  })

  test('of a folder that nothing was moved into, there is nothing to put back', async () => {
    const fixture = new HandsFixture()
    const folder = await fixture.hands.folder('x')
    expect(await fixture.hands.moved(folder)).toEqual({ moved: [] })
    expect(await fixture.hands.moveBack([])).toEqual({ done: true })
  })

  test.each(['[]', '{"schema":2,"files":[]}', '{"schema":1,"files":[{"from":"/etc/passwd"}]}', '\0', '', '7', 'null'])(
    'a damaged manifest is told: %j',
    async (text) => {
      const fixture = new HandsFixture()
      const folder = await fixture.hands.folder('x')
      writeFileSync(join(folder, 'manifest.json'), text)
      expect(await fixture.hands.moved(folder)).toMatchObject({ done: false, why: 'failed' })
    },
  )

  test('what came in its place is moved aside too', async () => {
    const fixture = new HandsFixture()
    const paths = withTrio(fixture)
    const folder = await fixture.hands.folder('x')
    const moved = movedIn(await fixture.hands.moveAside(paths, folder))
    fixture.put('Mail/Index', 'second')
    expect(await fixture.hands.moveBack(moved)).toEqual({ done: true })
    expect(fixture.files()).toEqual(before)
    expect(readFileSync(join(folder, 'replaced/Index'), 'utf8')).toBe('second')
  })

  test('what is back and was used since is left alone', async () => {
    const fixture = new HandsFixture()
    const moved = movedIn(await fixture.hands.moveAside(withTrio(fixture), await fixture.hands.folder('x')))
    await fixture.hands.moveBack(moved)
    fixture.put('Mail/Index', 'used')
    expect(await fixture.hands.moveBack(moved)).toEqual({ done: true })
    expect(fixture.read('Mail/Index')).toBe('used')
  })

  test('files of one name get names of their own', async () => {
    const fixture = new HandsFixture()
    const paths = [fixture.put('a/x', '1'), fixture.put('b/X', '2'), fixture.put('c/manifest.json', '3')]
    const moved = movedIn(await fixture.hands.moveAside([...paths, ...paths], await fixture.hands.folder('x')))
    expect(moved.map(({ to }) => basename(to))).toEqual(['x', '2 X', '2 manifest.json'])
    await fixture.hands.moveBack(moved)
    expect(fixture.files()).toEqual({ 'a/x': '1', 'b/X': '2', 'c/manifest.json': '3' })
  })

  test('names are only names', async () => {
    const name = fc
      .array(fc.constantFrom('a', ' ', '"', "'", '$(x)', '`', '\n', '\\', '*', ':', '‮', 'é', '-', '.'), {
        minLength: 1,
        maxLength: 20,
      })
      .map((parts) => parts.join(''))
      .filter((text) => text !== '.' && text !== '..')
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), async (names) => {
        const fixture = new HandsFixture()
        const paths = names.map((one) => fixture.put(`${one}`, one))
        const files = fixture.files()
        const folder = await fixture.hands.folder('x')
        movedIn(await fixture.hands.moveAside(paths, folder))
        expect(fixture.files()).toEqual({})
        await fixture.hands.moveBack(movedIn(await fixture.hands.moved(folder)))
        expect(fixture.files()).toEqual(files)
      }),
      { numRuns: 50 },
    )
  })
})

describe('is refused, with nothing touched:', () => {
  async function refusedBy(fixture: HandsFixture, paths: readonly string[], why: string): Promise<void> {
    const files = filesIn(fixture.home)
    const folder = await fixture.hands.folder('x')
    const answer = await fixture.hands.moveAside(paths, folder)
    expect(answer).toMatchObject({ done: false, why })
    expect(filesIn(fixture.home)).toEqual(files)
    expect(Object.keys(filesIn(folder)).filter((name) => name !== 'manifest.json')).toEqual([])
  }

  test('a link, and a file behind a link that leads elsewhere', async () => {
    const fixture = new HandsFixture()
    const elsewhere = join(fixture.root, 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(join(elsewhere, 'x'), 'theirs')
    const good = fixture.put('good', 'x')
    symlinkSync(good, join(fixture.home, 'link'))
    symlinkSync(elsewhere, join(fixture.home, 'away'))
    await refusedBy(fixture, [good, join(fixture.home, 'link')], 'refused')
    await refusedBy(fixture, [good, join(fixture.home, 'away/x')], 'refused')
  })

  test('a file with a second name', async () => {
    const fixture = new HandsFixture()
    linkSync(fixture.put('one', 'x'), join(fixture.home, 'two'))
    await refusedBy(fixture, [join(fixture.home, 'one')], 'refused')
  })

  test.skipIf(process.getuid?.() !== 0)("somebody else's file", async () => {
    const fixture = new HandsFixture()
    const path = fixture.put('one', 'x')
    chownSync(path, 12345, 12345)
    await refusedBy(fixture, [path], 'refused')
  })

  test('a folder, a named pipe, and what is not there', async () => {
    const fixture = new HandsFixture()
    const good = fixture.put('folder/good', 'x')
    execFileSync('mkfifo', [join(fixture.home, 'pipe')])
    await refusedBy(fixture, [good, join(fixture.home, 'folder')], 'refused')
    await refusedBy(fixture, [good, join(fixture.home, 'pipe')], 'refused')
    await refusedBy(fixture, [good, join(fixture.home, 'missing')], 'missing')
    await refusedBy(fixture, [join(fixture.home, 'nowhere/x')], 'missing')
  })

  test('what lies outside the home folder', async () => {
    const fixture = new HandsFixture()
    const outside = join(fixture.root, 'outside')
    writeFileSync(outside, 'x')
    await refusedBy(fixture, [outside], 'refused')
    await refusedBy(fixture, ['~/../outside'], 'refused')
    expect(existsSync(outside)).toBe(true)
  })

  test('a folder that is not ours, or in use', async () => {
    const fixture = new HandsFixture()
    const path = fixture.put('one', 'x')
    expect(await fixture.hands.moveAside([path], fixture.home)).toMatchObject({ done: false, why: 'refused' })
    const folder = await fixture.hands.folder('x')
    await fixture.hands.moveAside([fixture.put('two', 'y')], folder)
    expect(await fixture.hands.moveAside([path], folder)).toMatchObject({ done: false, why: 'failed' })
    expect(fixture.files()).toEqual({ one: 'x' })
  })

  test('putting back what is not in our keeping', async () => {
    const fixture = new HandsFixture()
    const path = fixture.put('one', 'x')
    const moved = [{ from: join(fixture.home, 'two'), to: path, bytes: 1, sha256: '0'.repeat(64) }]
    expect(await fixture.hands.moveBack(moved)).toMatchObject({ done: false, why: 'refused' })
  })
})

describe('all or none', () => {
  test.each(['rename', 'open', 'lstat', 'link', 'unlink'] as const)('when %s fails at any call', async (operation) => {
    for (let calls = 0, failed = true; failed; calls += 1) {
      const plain = new HandsFixture()
      const disk = failing(operation, 'EACCES', calls, 1)
      const fixture = new HandsFixture({ home: plain.home, data: plain.data, ...disk })
      const paths = withTrio(plain)
      const folder = await plain.hands.folder('x')
      const aside = await fixture.hands.moveAside(paths, folder)
      failed = disk.failed()
      const after = filesIn(plain.home)
      expect([{}, before]).toContainEqual(after)
      if ('moved' in aside) expect(after).toEqual({})
      await plain.hands.moveBack(movedIn(await plain.hands.moved(folder)))
      expect(filesIn(plain.home)).toEqual(before)
    }
  })

  test.each(['rename', 'open', 'lstat', 'link', 'unlink', 'mkdir'] as const)(
    'when %s fails at any call of putting back over something new',
    async (operation) => {
      for (let calls = 0, failed = true; failed; calls += 1) {
        const plain = new HandsFixture()
        const paths = withTrio(plain)
        const folder = await plain.hands.folder('x')
        const moved = movedIn(await plain.hands.moveAside(paths, folder))
        plain.put('Mail/Index', 'second')
        const disk = failing(operation, 'EIO', calls, 1)
        const fixture = new HandsFixture({ home: plain.home, data: plain.data, ...disk })
        const back = await fixture.hands.moveBack(moved)
        failed = disk.failed()
        const after = filesIn(plain.home)
        if (back.done) expect(after).toEqual(before)
        else expect([{ 'Mail/Index': 'second' }, before]).toContainEqual(after)
        expect(await plain.hands.moveBack(moved)).toEqual({ done: true })
        expect(filesIn(plain.home)).toEqual(before)
      }
    },
  )

  test('when a file is written to while it is moved', async () => {
    const fixture = new HandsFixture({
      disk: {
        ...realDisk,
        async rename(from, to) {
          await realDisk.rename(from, to)
          if (String(from).endsWith('Index')) fixture.put('Mail/Index-wal', 'written meanwhile')
        },
      },
    })
    const paths = withTrio(fixture)
    const folder = await fixture.hands.folder('x')
    expect(rendered(await fixture.hands.moveAside(paths, folder))).toMatchObject({
      done: false,
      why: 'failed',
      detail: expect.stringMatching(/still writing/),
    })
    expect(fixture.files()).toEqual({ ...before, 'Mail/Index-wal': 'written meanwhile' })
  })

  test('of files that belong together none is put back where one was lost or changed', async () => {
    for (const harm of [rmSync, (path: string) => writeFileSync(path, 'changed')]) {
      const fixture = new HandsFixture()
      const moved = movedIn(await fixture.hands.moveAside(withTrio(fixture), await fixture.hands.folder('x')))
      harm(moved[1]?.to ?? '')
      expect(await fixture.hands.moveBack(moved)).toMatchObject({ done: false })
      expect(fixture.files()).toEqual({})
    }
  })

  test('what was cut off between two names of one file is put right', async () => {
    const fixture = new HandsFixture()
    const moved = movedIn(await fixture.hands.moveAside(withTrio(fixture), await fixture.hands.folder('x')))
    const { from = '', to = '' } = moved[0] ?? {}
    linkSync(to, from)
    expect(await fixture.hands.moveBack(moved)).toEqual({ done: true })
    expect([fixture.files(), statSync(from).nlink, existsSync(to)]).toEqual([before, 1, false])
  })
})

const deviceOf = (folder: string) => statSync(folder).dev

describe('to another volume', () => {
  /** Whichever is not where these tests have their files. */
  const volume = ['/dev/shm', '/tmp'].find((folder) => existsSync(folder) && deviceOf(folder) !== deviceOf(tmpdir()))
  const elsewhere = () => {
    const folder = mkdtempSync(join(volume ?? '', 'outbox-doctor-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    return folder
  }

  test.skipIf(!volume)('a file is copied, compared and only then taken away; and back', async () => {
    const fixture = new HandsFixture({ data: elsewhere() })
    const paths = withTrio(fixture)
    utimesSync(paths[0] as string, 1_000_000, 1_000_001)
    const moved = movedIn(await fixture.hands.moveAside(paths, await fixture.hands.folder('x')))
    expect(fixture.files()).toEqual({})
    fixture.put('Mail/Index', 'second')
    expect(await fixture.hands.moveBack(moved)).toEqual({ done: true })
    expect(fixture.files()).toEqual(before)
    expect(statSync(paths[0] as string).mtimeMs).toBe(1_000_001_000)
  })

  test.skipIf(!volume)('all or none, and no half copy stays where the user looks', async () => {
    for (const operation of ['copyFile', 'unlink', 'link', 'open'] as const)
      for (let calls = 0, failed = true; failed; calls += 1) {
        const plain = new HandsFixture({ data: elsewhere() })
        const paths = withTrio(plain)
        const folder = await plain.hands.folder('x')
        const disk = failing(operation, 'ENOSPC', calls, 1)
        const fixture = new HandsFixture({ home: plain.home, data: plain.data, ...disk })
        await fixture.hands.moveAside(paths, folder)
        failed = disk.failed()
        expect([{}, before]).toContainEqual(filesIn(plain.home))
        const moved = movedIn(await plain.hands.moved(folder))
        await plain.hands.moveBack(moved)
        expect(filesIn(plain.home)).toEqual(before)
      }
  })
})

test('free space is told of a path that does not exist yet, too', async () => {
  const fixture = new HandsFixture()
  expect(await fixture.hands.freeBytes(join(ownFolder(), 'a/b'))).toBeGreaterThan(0)
})

describe('a folder that is put away', () => {
  const filled = async (fixture: HandsFixture) => {
    const folder = await fixture.hands.folder('messages')
    writeFileSync(join(folder, 'message 1.eml'), 'Subject: One\n\n')
    return folder
  }

  test('goes into the Trash where there is one, whole, and only once', async () => {
    const fixture = new HandsFixture()
    mkdirSync(join(fixture.home, '.Trash'))
    const folder = await filled(fixture)
    const at = join(fixture.home, '.Trash', basename(folder))
    expect(await fixture.hands.putAway(folder)).toEqual({ at })
    expect(filesIn(at)).toEqual({ 'message 1.eml': 'Subject: One\n\n' })
    expect(existsSync(folder)).toBe(false)
    expect(await fixture.hands.putAway(folder)).toEqual({})
  })

  test('goes beside ours where there is no Trash, or it has something of that name', async () => {
    const fixture = new HandsFixture()
    const folder = await filled(fixture)
    expect(await fixture.hands.putAway(folder)).toEqual({ at: join(fixture.data, 'Put away', basename(folder)) })
    mkdirSync(join(fixture.home, '.Trash', basename(folder)), { recursive: true })
    const again = await filled(fixture)
    expect(basename(again)).toBe(basename(folder))
    expect(await fixture.hands.putAway(again)).toMatchObject({ done: false })
    expect(existsSync(join(again, 'message 1.eml'))).toBe(true)
  })

  test('is one of ours', async () => {
    const fixture = new HandsFixture()
    const mine = fixture.put('letters/one', 'mine')
    expect(await fixture.hands.putAway(dirname(mine))).toMatchObject({ done: false, why: 'refused' })
  })
})
