import { say } from '../../core/sentence.ts'
import { DeskCalledOff } from '../../rescue/desk/desk-worker.ts'
import { proposedTarget, storesHere, typedPath } from '../../rescue/desk/places.ts'
import { RescueDesk } from '../../rescue/desk/rescue-desk.ts'
import type { Looked } from '../../rescue/desk/tasks.ts'
import { RescueRefused } from '../../rescue/refused.ts'
import { languageOf, spokenIn } from '../../words/language.ts'
import type { AnswersTo } from '../endpoint.ts'
import { type Answer, errorAnswer, okAnswer } from '../schema/answer.ts'
import type { RescueLook, RescueNews, rescueRequests } from '../schema/rescue.ts'
import type { ServerOptions } from './server-options.ts'

/** A line of a list is a line, and nobody reads more of it. */
const longestLine = 300

export function answerRescue(
  { rescue }: Pick<ServerOptions, 'rescue'>,
  tell: (news: RescueNews) => void,
): { answers: AnswersTo<typeof rescueRequests>; close(): Promise<void> } {
  const desk = new RescueDesk(rescue?.printer, (news) => tell(news as RescueNews))
  const now = () => rescue?.now() ?? 0
  return {
    close: () => desk.close(),
    answers: {
      rescuePlaces() {
        if (!rescue) return errorAnswer('unavailable', say('Mail cannot be saved here.'))
        return okAnswer({
          chooses: rescue.choose !== undefined,
          prints: rescue.printer !== undefined,
          stores: rescue.stores?.() ?? storesHere(),
          target: rescue.target ?? proposedTarget(new Date(now()).toISOString().slice(0, 10)),
        })
      },
      chooseForRescue: async ({ what }) => okAnswer({ paths: (await rescue?.choose?.(what)) ?? [] }),
      handToRescue: ({ name, offset, base64 }) =>
        orWhy(async () => ({ path: desk.files.take(name, offset, Buffer.from(base64, 'base64')) })),
      lookIntoRescue: ({ paths, filters }) =>
        orWhy(async () => shownLook(await desk.look(paths.map(wholePath), filters, now()))),
      showOfRescue: ({ paths, source, id }) => orWhy(() => desk.show(paths.map(wholePath), source, id, now())),
      saveRescue: (order) =>
        orWhy(async () => {
          const { language, ...rest } = order
          const task = { ...rest, paths: rest.paths.map(wholePath), target: typedPath(rest.target) }
          const { tag, catalogue } = await spokenIn(languageOf([language]))
          desk.save({ ...task, locale: { tag, catalogue }, canPrint: rescue?.printer !== undefined }, now())
          return {}
        }),
      async callOffRescue() {
        await desk.callOff()
        return okAnswer({})
      },
    },
  }
}

const wholePath = (path: string) => typedPath(path)

async function orWhy<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return okAnswer(await work())
  } catch (error) {
    if (error instanceof RescueRefused) return errorAnswer('refused', error.words)
    if (error instanceof DeskCalledOff) return errorAnswer('refused', say('It was stopped.'))
    throw error
  }
}

function shownLook({ found, wanted, wantedBytes, folders, newest }: Looked): RescueLook {
  const cut = (one = '') => one.slice(0, longestLine)
  return {
    found,
    wanted,
    bytes: wantedBytes,
    folders: folders.slice(0, 5_000).map(({ path, ...counts }) => ({ path: cut(path.join(' / ')), ...counts })),
    newest: newest.map(({ source, id, kind, at, folder, bytes, head }) => ({
      ...{ source, id, kind, bytes },
      ...(at !== undefined && { at }),
      folder: cut(folder.join(' / ')),
      subject: cut(head?.subject),
      from: cut(head?.from),
    })),
  }
}
