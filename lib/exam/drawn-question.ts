import type { Shown } from '../grading/shuffle-options'
import type { ExamQuestion } from './blueprint'

/** A question as it was drawn, revision and all: what it is graded by, whatever the course says later. */
export type DrawnQuestion = { readonly question: ExamQuestion; readonly shown: Shown }
