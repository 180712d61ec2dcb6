import 'server-only'
import { AppError } from '../../kernel/app-error'
import {
  type AskedTimeline,
  readTimelineQuery,
  type TimelineChoices,
} from '../../reference/timeline-query'
import { type TimelineView, timelineChoices, timelineView } from '../../reference/view/timeline'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'

/** Throws not_found (nothing such on the timeline), course_not_published. */
export async function loadTimeline(_: LearnerScope, asked: AskedTimeline): Promise<TimelineView> {
  const { look } = await requireCourse()
  const choices = timelineChoices(look)
  const place = readTimelineQuery(choices, asked)
  if (!place.ok) throw new AppError('not_found', place.error)
  return timelineView(look, choices, place.value)
}

/** What an address may name. Throws course_not_published. */
export async function loadTimelineChoices(_: LearnerScope): Promise<TimelineChoices> {
  return timelineChoices((await requireCourse()).look)
}
