import 'server-only'
import { assignmentsTo } from '../db/cohort/own-assignments'
import { NOTHING, type Reading, readOne, together } from '../db/connection/read-together'
import type { User } from '../db/people/users'
import { askedCardsOf } from '../db/study/asked-cards'
import { progressIn } from '../db/study/lesson-progress'
import { ownModel } from '../db/study/memory-models'
import { addDays, studyDayOf } from '../kernel/study-day'
import type { MemoryModel } from '../memory/model/memory-model'
import { shippedModel } from '../memory/model/shipped-models'
import type { StudyState } from '../review/study-state'
import { requireCourse } from './current-course'
import { presentModel } from './learner-models'
import { ownAssignments } from './own-assignments'
import type { LearnerScope } from './scope'

/** An assignment that was missed is known for so long. */
const PAST_DAYS = 28

/** The same with the account that it belongs to. */
export type LearnerState = StudyState & { readonly user: User }

/** Throws course_not_published. */
export const learnerState = async (scope: LearnerScope, now: number): Promise<LearnerState> =>
  (await learnerStateAnd(scope, now, NOTHING)).learner

/**
 * The same with something else that a page shows, read in the same statement. It reads the cards of
 * the questions that the person's courses ask, and no others. Throws course_not_published.
 */
export async function learnerStateAnd<T>(
  scope: LearnerScope,
  now: number,
  also: Reading<T>,
): Promise<{ readonly learner: LearnerState; readonly also: T }> {
  const { user } = scope
  const { look } = await requireCourse(scope)
  const read = await readOne(
    together({
      cards: askedCardsOf(user.id, look.questionIds),
      lessons: progressIn(user.id, look.lessonIds),
      own: ownModelOf(user),
      assigned: assignmentsTo(user.id),
      also,
    }),
  )
  const today = studyDayOf(now, user.clock)
  const learner = {
    user,
    now,
    today,
    clock: user.clock,
    settings: user.settings,
    model: presentModel(user, (version) => shippedModel(version) ?? read.own),
    look,
    cards: read.cards,
    lessons: read.lessons,
    assignments: ownAssignments(user, look, read.assigned, addDays(today, -PAST_DAYS)),
  }
  return { learner, also: read.also }
}

const ownModelOf = ({ id, modelVersion }: User): Reading<MemoryModel | null> =>
  modelVersion === null || shippedModel(modelVersion) !== null
    ? NOTHING
    : ownModel(id, modelVersion)
