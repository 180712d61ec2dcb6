import { reaches } from '@/lib/course/reach'
import { addDays, type StudyDay } from '@/lib/kernel/study-day'
import { isSetAside } from '@/lib/memory/card/due'
import { predictedRecall } from '@/lib/memory/card/retrievability'
import type { Ahead, Goal } from '@/lib/review/ahead'
import type { Session } from '@/lib/review/session'
import type { SessionCard } from '@/lib/review/wire'

/**
 * Days after the session for which recall is compared. Right after an answer every card is recalled, so a
 * comparison of today would say nothing.
 */
const LATER_DAYS = 7

/** The questions that were answered here, each with its card before the first answer and now. */
type Change = { readonly before: SessionCard; readonly after: SessionCard }

/** `since` (ms): only of answers given later. */
function changesOf({ done, cards }: Session, since = -Infinity): readonly Change[] {
  const first = new Map<string, Change>()
  for (const { questionId, what, at, before } of done) {
    const after = cards[questionId]
    if (what.kind !== 'grade' || at <= since || !after || first.has(questionId)) continue
    first.set(questionId, { before, after })
  }
  return [...first.values()]
}

export type Won = {
  readonly questions: number
  /** How many of them are expected to be recalled in a week: as they were before, and as they are. */
  readonly without: number
  readonly with: number
  /** The same by topic; where most was won comes first. */
  readonly topics: readonly (Omit<Won, 'topics'> & { readonly title: string })[]
}

/** What the session won, by the memory model at its end. A question that was new counts as 0 without it. */
export function wonIn(session: Session): Won {
  const { model, today } = session
  const later = addDays(today, LATER_DAYS)
  const recall = ({ card }: SessionCard) => predictedRecall(card.state, later, model) ?? 0
  const topics = new Map<string, { questions: number; without: number; with: number }>()
  for (const { before, after } of changesOf(session)) {
    const title = after.topicTitle
    const sums = topics.get(title) ?? { questions: 0, without: 0, with: 0 }
    sums.questions += 1
    sums.without += recall(before)
    sums.with += recall(after)
    topics.set(title, sums)
  }
  const all = [...topics].map(([title, sums]) => ({ title, ...sums }))
  const sum = (of: 'questions' | 'without' | 'with') =>
    all.reduce((total, topic) => total + topic[of], 0)
  const gain = (topic: { with: number; without: number }) => topic.with - topic.without
  return {
    questions: sum('questions'),
    without: sum('without'),
    with: sum('with'),
    topics: all.sort((a, b) => gain(b) - gain(a)),
  }
}

/** How much of the goal is known after the session. `since` (ms): when the goal was computed. */
export function goalNow(session: Session, goal: Goal, since: number): Goal {
  const { model, today } = session
  const recall = ({ card }: SessionCard) => predictedRecall(card.state, today, model) ?? 0
  const isOfGoal = ({ after: { question } }: Change) =>
    (goal.lessons?.includes(question.lesson) ?? true) && reaches(goal.reach, question)
  const won = changesOf(session, since)
    .filter(isOfGoal)
    .reduce((sum, { before, after }) => sum + recall(after) - recall(before), 0)
  return { ...goal, known: Math.min(goal.total, Math.max(0, goal.known + won)) }
}

/** What comes tomorrow after the session. Null once the study day is over. */
export function tomorrowNow(
  session: Session,
  { tomorrow }: Ahead,
  sent: { readonly at: number; readonly day: StudyDay },
): Ahead['tomorrow'] | null {
  const { today } = session
  if (sent.day !== today) return null
  const isTomorrow = ({ card }: SessionCard) =>
    card.state.phase === 'review' && card.state.dueDay === today + 1 && !isSetAside(card, today)
  const added = changesOf(session, sent.at).filter(
    ({ before, after }) => isTomorrow(after) && !isTomorrow(before),
  ).length
  return { ...tomorrow, due: tomorrow.due + added }
}
