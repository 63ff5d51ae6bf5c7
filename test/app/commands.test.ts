import { describe, expect, test } from 'vitest'
import { panelOn } from '../../src/api/panel.ts'
import { errorAnswer, okAnswer } from '../../src/api/schema/answer.ts'
import { commandsFor } from '../../src/app/commands.ts'
import { reportTextOf } from '../../src/app/report-text.ts'
import { render } from '../../src/core/render.ts'
import { foreignName } from '../../src/core/sentence.ts'

const report = {
  sections: [
    { title: foreignName('The account'), lines: [foreignName('one'), foreignName('two')] },
    { title: foreignName('Tools'), lines: [] },
  ],
}

/** A panel that answers so to whatever is asked, and what became of a command. */
function commanding(answer: unknown) {
  const done: string[] = []
  const panel = panelOn({
    ask: async (name) => {
      done.push(`asked: ${String(name)}`)
      return answer as never
    },
    listen: () => () => {},
  })
  const carryOut = commandsFor(
    panel,
    { quit: () => void done.push('quit') },
    async (page, what) => void done.push(`window: ${[page, what].filter(Boolean).join(' ')}`),
    (copied) => void done.push(`copied: ${copied.sections.length}`),
  )
  return { carryOut, done }
}

describe('the report, by one click', () => {
  test('is copied', async () => {
    const { carryOut, done } = commanding(okAnswer(report))
    await carryOut({ do: 'copy report' })
    expect(done).toEqual(['asked: diagnostics', 'copied: 2'])
  })

  test('leads to the panel where there is none, and copies nothing', async () => {
    const { carryOut, done } = commanding(errorAnswer('failed', foreignName('No.')))
    await carryOut({ do: 'copy report' })
    expect(done).toEqual(['asked: diagnostics', 'window: now'])
  })

  test('is the text that the panel shows', () => {
    expect(reportTextOf(report, { said: render })).toBe('The account\n  one\n  two\n\nTools')
  })
})

test('an incident is shown on its page, and nothing else is done', async () => {
  const { carryOut, done } = commanding(okAnswer({}))
  await carryOut({ do: 'show', page: 'timeline', what: '42' })
  expect(done).toEqual(['window: timeline 42'])
})

test('a newer version is taken, and its page shown where that does not work', async () => {
  const { carryOut, done } = commanding(okAnswer({}))
  await carryOut({ do: 'take update' })
  expect(done).toEqual(['asked: takeUpdate'])
  const failing = commanding(errorAnswer('failed', foreignName('No.')))
  await failing.carryOut({ do: 'take update' })
  expect(failing.done).toEqual(['asked: takeUpdate', 'window: about'])
})
