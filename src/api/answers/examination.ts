import type { AnswersTo } from '../endpoint.ts'
import { okAnswer } from '../schema/answer.ts'
import type { examinationRequests } from '../schema/examination.ts'
import type { AnswerContext } from './context.ts'

export function answerExamination({ watched }: Pick<AnswerContext, 'watched'>): AnswersTo<typeof examinationRequests> {
  return {
    examineNow({ account }) {
      watched().doctor.examineNow(account)
      return okAnswer({})
    },
    examination({ account }) {
      const examination = watched().examinations.of(account)
      return okAnswer({ ...(examination && { examination }) })
    },
  }
}
