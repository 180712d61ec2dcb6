import 'server-only'
import { titledIn } from '../../course/owners'
import { NOTHING, readOne, together } from '../../db/connection/read-together'
import { askedCardsOf } from '../../db/study/asked-cards'
import { lastAnswersTo } from '../../db/study/question-marks'
import type { QuestionId } from '../../kernel/ids'
import type { Card } from '../../memory/card/card'
import type { Rating } from '../../memory/card/state'
import { MOST_CRAMMED } from '../../review/cram'
import { customQueue } from '../../review/custom-study'
import type { QuestionFilter } from '../../review/question-filter'
import { cardOf } from '../../review/study-state'
import {
  type QuestionListView,
  type QuestionRow,
  type QuestionSort,
  questionList,
} from '../../review/view/question-list'
import { requireCourse } from '../current-course'
import { type LearnerState, learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'
import { marksIn } from './marks-in'

type Titled = { readonly id: string; readonly title: string }

export type QuestionsView = Omit<QuestionListView, 'rows'> & {
  readonly rows: readonly (QuestionRow & {
    /** The last answer that stands; null while it is new. */
    readonly last: Rating | null
  })[]
  /** How many of the choice a session would have, and how many a cram. */
  readonly toStudy: number
  readonly toCram: number
  /** Questions that the course asks no more, with why; only when the filter asks for them. */
  readonly retired: readonly { readonly id: QuestionId; readonly reason: string }[]
  readonly topics: readonly Titled[]
  /** Those that the person learns, if they are several. */
  readonly courses: readonly Titled[]
  readonly modules: readonly (Titled & { readonly lessons: readonly Titled[] })[]
}

/** A learner's questions, as a filter finds them. Throws course_not_published. */
export async function loadQuestions(
  scope: LearnerScope,
  input: { filter: QuestionFilter; sort: QuestionSort; page: number; now: number },
): Promise<QuestionsView> {
  const { id } = scope.user
  const { look } = await requireCourse(scope)
  const { course } = look.catalogue
  const withCourse = titledIn(look.catalogue)
  const asksRetired = input.filter.state === 'retired'
  const also = together({
    marks: await marksIn(scope, input.filter),
    retired: asksRetired
      ? askedCardsOf(
          id,
          course.retired.map((each) => each.id),
        )
      : NOTHING,
  })
  const { learner, also: read } = await learnerStateAnd(scope, input.now, also)
  const { rows, ...list } = questionList(learner, read.marks, input)
  const last = await readOne(
    lastAnswersTo(
      id,
      rows.map((row) => row.id),
    ),
  )
  return {
    ...list,
    rows: rows.map((row) => ({
      ...row,
      last: row.recall === null ? null : (last.get(row.id) ?? null),
    })),
    retired: course.retired.filter((each) => read.retired?.has(each.id)),
    ...sizesOf(learner, list.ids),
    topics: course.topics.map(({ id, title }) => ({ id, title: withCourse(id, title) })),
    courses: look.catalogue.courses?.map(({ id, title }) => ({ id, title })) ?? [],
    modules: course.modules.map(({ id, title }) => ({
      id,
      title: withCourse(id, title),
      lessons: look.lessonsOfModule(id).map((lesson) => ({ id: lesson.id, title: lesson.title })),
    })),
  }
}

function sizesOf(learner: LearnerState, ids: readonly QuestionId[]) {
  const questions = ids.flatMap((id) => learner.look.question(id) ?? [])
  const { learning, review } = customQueue(learner, questions, null).counts
  const isCrammed = ({ state, suspended }: Card) => state.phase !== 'new' && !suspended
  const begun = questions.filter((question) => isCrammed(cardOf(learner, question)))
  return { toStudy: learning + review, toCram: Math.min(begun.length, MOST_CRAMMED) }
}
