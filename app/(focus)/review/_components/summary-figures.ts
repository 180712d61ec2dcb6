import type { DayClock } from '@/lib/kernel/study-day'
import { isoDate, studyDayOf } from '@/lib/kernel/study-day'
import type { Session } from '@/lib/review/session'
import { nextLearningAt } from '@/lib/review/session-places'
import type { SessionCard } from '@/lib/review/wire'

export type SummaryFigures = {
  readonly reviewed: number
  readonly again: number
  /** Cards that were failed here, most often failed first; five at most. */
  readonly hardest: readonly { readonly shownCard: SessionCard; readonly agains: number }[]
  /** When the next of this sitting's cards is due. */
  readonly next:
    | { readonly kind: 'at'; readonly at: number }
    | { readonly kind: 'day'; readonly date: string; readonly days: number }
    | null
}

export function summaryOf(session: Session, now: number, clock: DayClock): SummaryFigures {
  const grades = session.done.filter(({ what }) => what.kind === 'grade')
  const agains = grades.filter(({ what }) => what.kind === 'grade' && what.rating === 1)
  const counts = new Map<string, number>()
  for (const { questionId } of agains) counts.set(questionId, (counts.get(questionId) ?? 0) + 1)
  const hardest = Object.values(session.cards)
    .map((shownCard) => ({ shownCard, agains: counts.get(shownCard.question.id) ?? 0 }))
    .filter((each) => each.agains > 0)
    .sort((a, b) => b.agains - a.agains)
    .slice(0, 5)
  return { reviewed: grades.length, again: agains.length, hardest, next: next(session, now, clock) }
}

function next(session: Session, now: number, clock: DayClock): SummaryFigures['next'] {
  const at = nextLearningAt(session)
  if (at !== null) return { kind: 'at', at }
  const today = studyDayOf(now, clock)
  const days = Object.values(session.cards)
    .flatMap(({ card: { state } }) => (state.phase === 'review' ? [state.dueDay] : []))
    .filter((day) => day > today)
    .sort((a, b) => a - b)
  const first = days[0]
  return first === undefined ? null : { kind: 'day', date: isoDate(first), days: first - today }
}
