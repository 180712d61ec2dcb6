import type { MachineGradedKind, ShownOf } from '../kinds/types'
import type { ExamQuestion } from './blueprint'

/**
 * A question as it was drawn, with its revision. It is graded by this text, even if the course
 * changes later.
 */
export type DrawnQuestion = {
  readonly question: ExamQuestion
  readonly shown: ShownOf<MachineGradedKind>
}
