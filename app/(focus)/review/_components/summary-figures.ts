import { type DayClock, studyDayOf } from '@/lib/kernel/study-day'
import { isSetAside } from '@/lib/memory/card/due'
import type { Rating } from '@/lib/memory/card/state'
import type { Done, Session } from '@/lib/review/session'
import { nextLearningAt } from '@/lib/review/session-places'
import type { SessionCard } from '@/lib/review/wire'
import { CONFIDENT } from './confidence'

export type Hard = {
  readonly shownCard: SessionCard
  /** 0 for one that was recalled with difficulty. */
  readonly agains: number
  /**
   * The highest confidence (percent) of a failed answer to this card. Null when none was stated.
   */
  readonly confidence: number | null
}

export type SummaryFigures = {
  readonly answered: number
  readonly byRating: Readonly<Record<Rating, number>>
  readonly spentMs: number
  /**
   * At most three: of those failed here the ones with a confident answer first, then those failed most
   * often, then those recalled with difficulty.
   */
  readonly hardest: readonly Hard[]
  /**
   * When the cards answered here come up next, as numbers of cards. Cards set aside are not
   * counted.
   */
  readonly back: {
    /** Later on this study day, and the instant (ms) of the first of them. */
    readonly today: number
    readonly firstAt: number | null
    readonly tomorrow: number
    readonly week: number
    readonly later: number
  }
}

const MOST_HARD = 3

export function summaryOf(session: Session, now: number, clock: DayClock): SummaryFigures {
  const grades = session.done.filter(({ what }) => what.kind === 'grade')
  const byRating = { 1: 0, 2: 0, 3: 0, 4: 0 }
  for (const { what } of grades) if (what.kind === 'grade') byRating[what.rating] += 1
  return {
    answered: grades.length,
    byRating,
    spentMs: grades.reduce((sum, { durationMs }) => sum + durationMs, 0),
    hardest: hardest(session, grades),
    back: back(session, now, clock),
  }
}

function hardest({ cards }: Session, grades: readonly Done[]): readonly Hard[] {
  const found = new Map<string, Hard>()
  for (const { questionId, confidence, what } of grades) {
    const shownCard = cards[questionId]
    if (shownCard === undefined || what.kind !== 'grade' || what.rating > 2) continue
    const known = found.get(questionId)
    const isFailed = what.rating === 1
    const surest = Math.max(known?.confidence ?? -1, isFailed ? (confidence ?? -1) : -1)
    found.set(questionId, {
      shownCard,
      agains: (known?.agains ?? 0) + (isFailed ? 1 : 0),
      confidence: surest < 0 ? null : surest,
    })
  }
  const sureness = ({ confidence }: Hard) =>
    confidence !== null && confidence >= CONFIDENT ? confidence : 0
  return [...found.values()]
    .sort((a, b) => sureness(b) - sureness(a) || b.agains - a.agains)
    .slice(0, MOST_HARD)
}

function back(session: Session, now: number, clock: DayClock): SummaryFigures['back'] {
  const today = studyDayOf(now, clock)
  const counts = { today: 0, tomorrow: 0, week: 0, later: 0 }
  for (const id of new Set(session.done.map(({ questionId }) => questionId))) {
    const card = session.cards[id]?.card
    if (card === undefined || card.state.phase === 'new' || isSetAside(card, today)) continue
    const days = card.state.phase === 'review' ? card.state.dueDay - today : 0
    counts[days <= 0 ? 'today' : days === 1 ? 'tomorrow' : days <= 7 ? 'week' : 'later'] += 1
  }
  return { ...counts, firstAt: nextLearningAt(session) }
}
