import { defineConfig } from 'vitest/config'

/**
 * Tests in which time passes against real sockets, processes or a browser. Each gets the machine to itself after the
 * quick ones: beside others, a true answer may come too late.
 */
const timed = [
  'test/world/simulated/{scenes,stories,ways}.test.ts',
  'test/remedies/{acting,refusals}.test.ts',
  'test/reception/**/*.test.ts',
  'test/doctor/kill.test.ts',
  'test/cli/**/*.test.ts',
  'test/panel/**/*.test.ts',
]

export default defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'quick', include: ['test/**/*.test.ts'], exclude: timed } },
      { extends: true, test: { name: 'timed', include: timed, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
})
