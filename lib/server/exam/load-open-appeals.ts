import 'server-only'
import { type OpenAppeals, openAppealsIn } from '../../db/exam/exam-list'
import type { CohortScope } from '../scope'

/** The exams of the cohort with appeals that wait for a decision, newest first. */
export const loadOpenAppeals = ({ cohort }: CohortScope): Promise<readonly OpenAppeals[]> =>
  openAppealsIn(cohort.id)
