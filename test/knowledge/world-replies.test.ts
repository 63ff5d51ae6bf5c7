import { describe, expect, test } from 'vitest'
import type { Reply } from '../../src/core/reply.ts'
import { servicesBehind } from '../../src/knowledge/mail-services.ts'
import { meaningOf, ruleFitsOf } from '../../src/knowledge/replies.ts'
import { replyRows } from '../../src/knowledge/reply-rows.ts'
import { causeIds } from './cause-ids.ts'
import { type WorldReply, worldReplies } from './world-replies.ts'

/** A line as the probes take it apart. */
function heard({ text: line, phase, host }: WorldReply): Reply {
  const smtp = /^(\d{3})[ -](?:([245]\.\d+\.\d+) ?)?(.*)$/.exec(line)
  const [, code = '', enhanced, text = ''] = smtp ?? /^(\S+) ?(?:\[([A-Z/-]+)\] ?)?(.*)$/.exec(line) ?? []
  const protocol = smtp ? 'smtp' : code === '-ERR' ? 'pop3' : 'imap'
  return { protocol, stage: phase, code, text, ...(enhanced && { enhanced }), ...(host && { host }) }
}

const known = ({ host }: WorldReply) => ({ providers: host ? servicesBehind([host], []) : [] })

describe('replies of the world', () => {
  test('each names a row, a cause that exists, and where it was seen', () => {
    const ids = replyRows.map((row) => row.id)
    for (const { row, means, seen } of worldReplies) {
      expect(ids).toContain(row)
      if (means !== null) expect(causeIds, row).toContain(means)
      expect(seen.length, row).toBeGreaterThan(5)
    }
  })

  test.each(worldReplies)('$row: $text', (reply) => {
    const found = meaningOf(heard(reply), known(reply))
    expect({ by: found?.id, means: found?.means, whose: found?.whose }).toMatchObject({
      means: reply.means,
      whose: reply.whose,
    })
    expect(ruleFitsOf(heard(reply)).map((fit) => fit.row)).toContain(reply.row)
  })
})
