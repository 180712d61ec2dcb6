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
export async function loadTimeline(
  scope: LearnerScope,
  asked: AskedTimeline,
): Promise<TimelineView> {
  const { look } = await requireCourse(scope)
  const choices = timelineChoices(look)
  const place = readTimelineQuery(choices, asked)
  if (!place.ok) throw new AppError('not_found', place.error)
  return timelineView(look, choices, place.value)
}

/** Whether there is nothing to put on a timeline. Throws course_not_published. */
export async function hasNoFacts(scope: LearnerScope): Promise<boolean> {
  return (await requireCourse(scope)).catalogue.facts.length === 0
}

/** What an address may name. Throws course_not_published. */
export async function loadTimelineChoices(scope: LearnerScope): Promise<TimelineChoices> {
  return timelineChoices((await requireCourse(scope)).look)
}
