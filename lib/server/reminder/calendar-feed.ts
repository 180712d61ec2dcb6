import 'server-only'
import { hashCode } from '../../credentials/code'
import { findCalendarOwner } from '../../db/reminder/reminder-settings'
import { recentPace } from '../../db/study/review-log'
import { startOfStudyDay } from '../../kernel/study-day'
import { forecast } from '../../memory/forecast/forecast'
import { dueEvents } from '../../reminder/due-calendar'
import { iCalendar } from '../../reminder/icalendar'
import { DEFAULT_PACE_MS, PACE_OF_LAST } from '../../review/pace'
import { keyedCards, type StudyState } from '../../review/study-state'
import { currentCourse } from '../current-course'
import { learnerStateAnd } from '../learner-state'
import { learnerScope } from '../scope'

const DAYS = 30

/** The calendar that belongs to a secret, as iCalendar text. Null if no calendar does. */
export async function calendarFeed(input: { secret: string; now: number }): Promise<string | null> {
  const hash = hashCode(input.secret)
  const owner = await findCalendarOwner(hash)
  if (owner === null) return null
  const course = await currentCourse()
  if (course === null) return null
  // The secret address identifies the person here, as a sign-in session does elsewhere.
  const { user, courses } = owner
  const scope = { ...learnerScope(user, course), courses }
  const { learner, also: pace } = await learnerStateAnd(
    scope,
    input.now,
    recentPace(user.id, PACE_OF_LAST),
  )
  const events = dueEvents({
    days: reviewsAhead(learner),
    paceMs: pace ?? DEFAULT_PACE_MS,
    assignments: learner.assignments.filter(({ dueDay }) => dueDay >= learner.today),
    tag: hash.slice(0, 12),
  })
  return iCalendar({ name: 'Steppe reviews', stamp: lastChange(learner), events })
}

function reviewsAhead(state: StudyState) {
  const days = forecast(keyedCards(state), state.today, DAYS, state.model)
  return days.map(({ day, due, returning }) => ({
    day,
    reviews: due + returning,
  }))
}

/**
 * What is due changes when a day begins or something is answered. Until then the text is the same.
 */
function lastChange({ cards, today, clock }: StudyState): number {
  let latest = startOfStudyDay(today, clock)
  for (const { state } of cards.values()) {
    if (state.phase !== 'new') latest = Math.max(latest, state.lastReviewAt)
  }
  return latest
}
