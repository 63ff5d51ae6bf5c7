import type { UpdateAnswer, UpdateRefusal } from '../core/release.ts'
import { type Sentence, say, verbatim } from '../core/sentence.ts'

/** What came of a look for a newer version, in a sentence. */
export function tellUpdate(answer: UpdateAnswer): Sentence {
  switch (answer.is) {
    case 'newer':
      return say('Version {version} is there.', { version: verbatim(answer.release.version) })
    case 'current':
      return say('There is no newer version.')
    case 'refused':
      return tellRefusal(answer.why)
    case 'unasked':
      return unasked[answer.why]
  }
}

/** Where an administrator has switched it off: then it is not asked by a click either. */
export const lookForbidden = say('Whoever looks after this Mac has switched off looking for newer versions.')

const unreached = say('The place that tells of newer versions cannot be reached just now.')

const unasked: Readonly<Record<Extract<UpdateAnswer, { is: 'unasked' }>['why'], Sentence>> = {
  'no-publisher': say('This copy of Outbox Doctor does not know who tells of newer versions.'),
  'no-such-name': unreached,
  refused: unreached,
  unreachable: unreached,
  reset: unreached,
  failed: unreached,
  silent: say('The place that tells of newer versions did not answer in time.'),
  'bad-certificate': say('The place that tells of newer versions could not prove who it is, so it was not asked.'),
}

function tellRefusal(why: UpdateRefusal): Sentence {
  switch (why.is) {
    case 'redirected':
      return say('The place that tells of newer versions points to another one. That is never followed.')
    case 'status':
      return say('The place that tells of newer versions has nothing there (error {code}).', {
        code: verbatim(why.status),
      })
    case 'too-large':
      return say('The place that tells of newer versions sent far too much. It was not read.')
    case 'unreadable':
      return say('What the place that tells of newer versions sent is not what Outbox Doctor publishes.')
    case 'unsigned':
      return say('What was said of a newer version is not signed by the maker of Outbox Doctor. It is not believed.')
    case 'replayed':
      return say('What was said of a newer version is older than what was said before. It is not believed.')
    case 'expired':
      return say(
        'What was said of newer versions was good until {day} only. Somebody may hold back news, or the date of this Mac is wrong.',
        { day: { at: why.day, as: 'day' } },
      )
    case 'early':
      return say(
        'What was said of a newer version is dated {day}. Please look whether the date of this Mac is right.',
        {
          day: { at: why.day, as: 'day' },
        },
      )
    case 'older':
      return say('Version {version} was offered, which is older than the one you have. It is not taken.', {
        version: verbatim(why.version),
      })
  }
}
