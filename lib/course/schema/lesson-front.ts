import { z } from 'zod'
import {
  entityId,
  factId,
  lessonId,
  moduleId,
  partialDate,
  plainId,
  questionId,
  text,
} from './scalars'

/** The front matter of `lessons/<module>/<lesson>.md`. */
export const lessonFront = z.strictObject({
  id: lessonId,
  module: moduleId,
  title: text,
  question: text,
  minutes: z.int().min(1).max(60),
})

export type LessonFront = z.output<typeof lessonFront>

// What each directive of a lesson takes; attributes are always text.
export const factDirective = z.strictObject({ id: factId })
export const recallDirective = z.strictObject({ q: questionId })
export const imageDirective = z.strictObject({ id: plainId })
export const mapDirective = z.strictObject({
  organisation: entityId,
  date: partialDate,
  caption: text,
})
const listOf = (least: number) =>
  z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim()))
    .pipe(z.array(entityId).min(least))

export const timelineDirective = z.strictObject({
  organisations: listOf(1),
  from: partialDate,
  to: partialDate,
  caption: text,
})
export const circlesDirective = z.strictObject({
  organisations: listOf(2).refine((two) => two.length === 2, {
    error: 'must be two organisations, separated by a comma',
  }),
  date: partialDate,
  caption: text,
})
export const exercisesDirective = z.strictObject({ as: z.enum(['line', 'map']), caption: text })
export const sitesDirective = z.strictObject({ date: partialDate, caption: text })
export const wantsDirective = z.strictObject({ who: listOf(1), caption: text })
export const readingsDirective = z.strictObject({ of: plainId, caption: text })
