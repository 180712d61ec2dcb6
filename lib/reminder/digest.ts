import { count } from '../kernel/count'
import type { StudyDay } from '../kernel/study-day'
import type { Message, Part } from './message'
import { dateWords, daysAway } from './words'

/** The day of one learner, as far as the server knows it. */
export type Day = {
  readonly today: StudyDay
  /** Reviews that are due now, including learning steps, and new questions that can be started. */
  readonly reviews: number
  readonly fresh: number
  /** The time for all of them at this person's own pace. */
  readonly minutes: number
  readonly assignments: readonly { readonly title: string; readonly dueDay: StudyDay }[]
  /** Replies of instructors to the person's flags, not yet seen. */
  readonly replies: number
}

/** The number of days before its due date from which an assignment is named. */
const SOON_DAYS = 7

/** The digest of the day, or null if nothing is due. */
export function digest(day: Day): Message | null {
  if (day.reviews === 0) return null
  return {
    subject: `${count(day.reviews, 'review')} due today`,
    parts: [{ kind: 'text', text: work(day) }, ...assignments(day), ...replies(day)],
    action: { label: 'Start the review', path: '/review' },
  }
}

function work({ reviews, fresh, minutes }: Day): string {
  const due = `${count(reviews, 'review')} ${reviews === 1 ? 'is' : 'are'} due`
  const waiting = fresh === 0 ? '' : `, and ${count(fresh, 'new question')} can be started`
  return `${due}${waiting}: about ${count(minutes, 'minute')} at your pace.`
}

function assignments({ assignments, today }: Day): Part[] {
  const soon = assignments
    .filter(({ dueDay }) => dueDay >= today && dueDay - today <= SOON_DAYS)
    .toSorted((a, b) => a.dueDay - b.dueDay)
  if (soon.length === 0) return []
  const items = soon.map(
    ({ title, dueDay }) => `${title}: ${daysAway(dueDay, today)}, ${dateWords(dueDay)}`,
  )
  return [
    { kind: 'heading', text: 'Due soon' },
    { kind: 'list', items },
  ]
}

function replies({ replies }: Day): Part[] {
  if (replies === 0) return []
  const text = `${count(replies, 'question that you flagged has', 'questions that you flagged have')} a new reply.`
  return [{ kind: 'text', text }]
}
