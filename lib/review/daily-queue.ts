import { modulesOf } from '../course/courses'
import { REACHES } from '../course/reach'
import type { Question } from '../course/types'
import type { QuestionId } from '../kernel/ids'
import { type DayCounts, NO_COUNTS } from '../memory/log/day-counts'
import { daysLeft, dueReviewsOf, quota } from './backlog'
import { buildQueue, type Queue, type QueueCard, type QueueInput, queueCard } from './queue'
import { counts } from './reach-in-force'
import { askedCards, cardOf, isUnlocked, type StudyState } from './study-state'

/**
 * Questions of a course, module, topic or lesson, or of everything that is learned for null. Empty when there is no
 * such thing.
 */
export function questionsIn({ look }: StudyState, part: string | null): readonly Question[] {
  const { questions } = look.catalogue
  if (part === null) return questions
  const modules = modulesOf(look.catalogue, part)
  return questions.filter(
    ({ module, topic, lesson }) => modules.includes(module) || topic === part || lesson === part,
  )
}

/**
 * What a learner would study now of `questions`. `done` is what was studied today so far, if
 * anything. What has begun comes back whatever its depth; new questions come only of the reach in
 * force, and what matters most first, across all that was read.
 */
export function dailyQueue(
  state: StudyState,
  questions: readonly Question[],
  done: DayCounts | undefined,
): Queue {
  const { today, now, model } = state
  const { introduced, retentionTotal } = done ?? NO_COUNTS
  return buildQueue({
    cards: questions.flatMap((question) => openCard(state, question) ?? []),
    limits: limitsToday(state, retentionTotal),
    chosenBy: daysOfPlan(state) === 0 ? 'due' : 'loss',
    doneToday: { introduced, reviews: retentionTotal, graded: gradedToday(state) },
    today,
    now,
    model,
  })
}

export function gradedToday({ cards, today }: StudyState): ReadonlySet<QuestionId> {
  const graded = new Set<QuestionId>()
  for (const [id, { state }] of cards) {
    if (state.phase !== 'new' && state.lastReviewDay === today) graded.add(id)
  }
  return graded
}

/**
 * Null for what is not asked. A new question that has a card was met before: it was undone, reset or buried. What the
 * placement found known can wait until the questions of lessons that were read have been asked.
 */
function openCard(state: StudyState, question: Question): QueueCard | null {
  const card = cardOf(state, question)
  if (card.state.phase !== 'new') return queueCard(question, card)
  if (!isUnlocked(state, question)) return null
  if (!state.cards.has(question.id) && !counts(state, question)) return null
  const isSkipped = state.lessons.get(question.lesson)?.skipped ?? false
  return queueCard(question, card, isSkipped ? REACHES.length : 0)
}

/** Days that are left of the plan for a backlog; 0 while none runs. */
const daysOfPlan = ({ settings: { catchUp }, today }: StudyState): number =>
  catchUp === null ? 0 : daysLeft(catchUp, today)

/** The limits of today, with what the learner asked for beyond the usual ones. */
function limitsToday(state: StudyState, reviewedToday: number): QueueInput['limits'] {
  const usual = limitsOf(state, reviewedToday)
  const { more } = state.settings
  if (more === null || more.day !== state.today) return usual
  return {
    newPerDay: usual.newPerDay + more.new,
    reviewsPerDay: usual.reviewsPerDay + more.reviews,
  }
}

/**
 * What must be added to the usual limits of today so that so many more come than without: also when more was
 * done than they allow, as recall prompts of lessons do.
 */
export function moreThanToday(
  state: StudyState,
  wanted: { readonly new: number; readonly reviews: number },
  done: DayCounts | undefined,
): NonNullable<StudyState['settings']['more']> {
  const { introduced, retentionTotal } = done ?? NO_COUNTS
  const usual = limitsOf(state, retentionTotal)
  const now = limitsToday(state, retentionTotal)
  const fresh = wanted.new === 0 ? now.newPerDay : Math.max(now.newPerDay, introduced)
  const reviews =
    wanted.reviews === 0 ? now.reviewsPerDay : Math.max(now.reviewsPerDay, retentionTotal)
  return {
    day: state.today,
    new: fresh - usual.newPerDay + wanted.new,
    reviews: reviews - usual.reviewsPerDay + wanted.reviews,
  }
}

/** While a backlog is being spread, the plan sets the pace and no new question is introduced. */
function limitsOf(state: StudyState, reviewedToday: number): QueueInput['limits'] {
  const { newPerDay, reviewsPerDay } = state.settings
  const days = daysOfPlan(state)
  if (days === 0) return { newPerDay, reviewsPerDay }
  const { due, usualPerDay } = dueReviewsOf(askedCards(state), state.today)
  return { newPerDay: 0, reviewsPerDay: quota(due + reviewedToday, usualPerDay, days) }
}
