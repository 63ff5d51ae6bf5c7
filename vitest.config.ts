import { existsSync, statfsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

// Whoever calls vitest by its path gets the Node of the machine, which may be too old for what is tested.
const neededNode = 24
if (Number.parseInt(process.versions.node, 10) < neededNode) {
  process.stderr.write(
    `The tests need Node ${neededNode}, which npm ci brings; this is ${process.versions.node}. Please run: npm test\n`,
  )
  process.exit(2)
}

/** Tests that play many scenes. Time leaps in them: a busy machine makes them slower, and nothing else. */
const played = [
  'test/world/simulated/{scenes,stories,ways,own-cases}.test.ts',
  'test/world/simulated/noise/noise.test.ts',
  'test/remedies/{acting,refusals}.test.ts',
  'test/api/answers/**/*.test.ts',
]

/** Tests in which time passes against real sockets or processes. */
const timed = ['test/cli/**/*.test.ts', 'test/{api/http-server,wire}/attack/*.test.ts']

/** Tests that build a package, half a gigabyte that is written and read once, or are about two disks. */
const onDisk = ['test/doctor/kill.test.ts', 'test/app/{package,packed}.test.ts']

/** Tests that look at what is open or under way in their whole process, which must be theirs alone. */
const alone = [
  'test/world/real/{connect,handshake,http,names,server-view,sign-in}.test.ts',
  'test/world/simulated/servers.test.ts',
]

const panel = ['test/panel/**/*.test.ts']

/** Waits, processes and browsers: nobody runs them at every change. */
export const slow = [...played, ...timed, ...onDisk, ...panel]

export default defineConfig({
  test: {
    testTimeout: 30_000,
    setupFiles: ['test/english.ts'],
    // What is waited for comes late where others want the processor, too.
    expect: { poll: { timeout: 10_000 } },
    // One more than the least machine has cores: where one waits for a process or a browser, others go on.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      // All in one queue, in this order: the last of each project would leave a core alone.
      { extends: true, test: { name: 'disk', include: onDisk } },
      // To load the code anew for each file takes a third of all the time.
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: [...slow, ...alone],
          isolate: false,
          env: inMemory(),
        },
      },
      { extends: true, test: { name: 'played', include: played, isolate: false, env: inMemory() } },
      { extends: true, test: { name: 'timed', include: timed, isolate: false, env: inMemory() } },
      { extends: true, test: { name: 'alone', include: alone, env: inMemory() } },
      // One browser for each worker, and nobody else: beside other tests on a busy machine a story takes minutes.
      {
        extends: true,
        test: {
          name: 'panel',
          include: panel,
          isolate: false,
          globalSetup: 'test/panel/build-once.ts',
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})

/** Homes, stores and histories of a moment: on a disk, to make and remove them takes longer than to look into them. */
function inMemory(): { TMPDIR?: string } {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return {}
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 1_000_000_000 ? { TMPDIR: memory } : {}
}
