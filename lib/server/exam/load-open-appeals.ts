import 'server-only'
import { openAppealsIn } from '../../db/exam/exam-appeals'
import { examsOfCohort } from '../../db/exam/exams'
import type { ExamId } from '../../kernel/ids'
import type { CohortScope } from '../scope'

export type OpenAppeals = {
  readonly examId: ExamId
  readonly title: string
  readonly open: number
}

/** The exams of the cohort with appeals that wait for a decision, newest first. */
export async function loadOpenAppeals({ cohort }: CohortScope): Promise<readonly OpenAppeals[]> {
  const open = await openAppealsIn(cohort.id)
  if (open.size === 0) return []
  const exams = await examsOfCohort(cohort.id)
  return exams.flatMap(({ id, title }) => {
    const count = open.get(id)
    return count === undefined ? [] : [{ examId: id, title, open: count }]
  })
}
