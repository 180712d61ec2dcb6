import { z } from 'zod'
import { entityId, factId, lessonId, moduleId, partialDate, questionId, text } from './scalars'

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
export const mapDirective = z.strictObject({
  organisation: entityId,
  date: partialDate,
  caption: text,
})
export const timelineDirective = z.strictObject({
  organisations: z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim()))
    .pipe(z.array(entityId).min(1)),
  from: partialDate,
  to: partialDate,
  caption: text,
})
