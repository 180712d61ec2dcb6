import 'server-only'
import { insertPageAsked } from '../../db/exam/pages-asked'
import { type RunningAttempt, runningAttempts } from '../../db/exam/running-attempts'
import { AppError } from '../../kernel/app-error'
import type { LearnerScope } from '../scope'

/** Notes what somebody asked for while their exam is open. */
export const noteAsked = (
  { user }: LearnerScope,
  { asked, now }: { readonly asked: string; readonly now: number },
): Promise<void> => insertPageAsked(user.id, asked, now)

export const examRunsRefusal = (): AppError =>
  new AppError(
    'exam_running',
    'Your exam is open. What can show answers is closed until you hand it in or its time is over. Nothing was changed, and what you asked for was noted with your attempt. Go back to your exam from the Today page.',
  )

/** The exams of this person that are open, the one that ends first before the others. */
export const loadRunningExams = (
  { user }: LearnerScope,
  { now }: { readonly now: number },
): Promise<readonly RunningAttempt[]> => runningAttempts(user.id, now)
