import 'server-only'
import { formatDate } from '../../course/partial-date'
import { changesSince } from '../../course/revisions'
import type { Question } from '../../course/types'
import { AppError } from '../../kernel/app-error'
import type { EntityId, LessonId, QuestionId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import { kindOf } from '../../kinds/kinds'
import type { QuestionKind } from '../../kinds/types'
import { dueLabel } from '../../memory/card/due'
import { type FactView, factView } from '../../reference/view/fact-view'
import { cardOf, isUnlocked } from '../../review/study-state'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'

/** One question to look up: as it is asked, answered and grounded, and when it comes back. */
export type QuestionView = {
  readonly id: QuestionId
  readonly kind: QuestionKind
  readonly prompt: string
  readonly topicTitle: string
  readonly asOf: string
  /** What is offered to choose from, in alphabetical order, so that it does not tell; or empty. */
  readonly options: readonly string[]
  readonly answer: string
  readonly explanation: string
  readonly facts: readonly FactView[]
  readonly lesson: { readonly id: LessonId; readonly title: string } | null
  /** `due today`, `in 8d`, `set aside`; null while its lesson is not finished. */
  readonly comesBack: string | null
  readonly revision: number
  /** What corrections of it said, newest first; a typo is not worth a word. */
  readonly notes: readonly string[]
}

/** Throws not_found, course_not_published. */
export async function loadQuestion(
  scope: LearnerScope,
  { questionId, now }: { questionId: QuestionId; now: number },
): Promise<QuestionView> {
  const learner = await learnerState(scope, now)
  const { look } = learner
  const question = look.question(questionId)
  if (!question) throw new AppError('not_found', 'The course has no such question.')
  const card = cardOf(learner, question)
  const lesson = look.lesson(question.lesson)
  return {
    id: question.id,
    kind: question.kind,
    prompt: question.prompt,
    topicTitle: look.topic(question.topic)?.title ?? '',
    asOf: formatDate(question.asOf),
    options: optionsOf(question, look.nameOf),
    answer: answerText(question, look.nameOf),
    explanation: question.explanation,
    facts: look.factsOf(question).map((fact) => factView(look, fact, null)),
    lesson: lesson ? { id: lesson.id, title: lesson.title } : null,
    comesBack: card.suspended
      ? 'set aside'
      : isUnlocked(learner, question) || card.state.phase !== 'new'
        ? dueLabel(card.state, now, learner.today)
        : null,
    revision: question.revision,
    notes: changesSince(question, 1)
      .map(({ note }) => note)
      .toReversed(),
  }
}

function optionsOf(question: Question, nameOf: (id: EntityId) => string): readonly string[] {
  const kind = kindOf(question.kind)
  return kind.offersOneList ? sorted(kind.offered(question, nameOf) ?? []) : []
}

const sorted = (texts: readonly string[]) => [...texts].sort((a, b) => a.localeCompare(b, 'en'))
