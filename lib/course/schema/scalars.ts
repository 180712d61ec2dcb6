import { z } from 'zod'
import {
  asEntityId,
  asFactId,
  asLessonId,
  asModuleId,
  asQuestionId,
  asSourceId,
  asTopicId,
} from '../../kernel/ids'
import type { PartialDate } from '../partial-date'
import { isPartialDate } from '../partial-date'

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

const id = z
  .string()
  .regex(ID, 'an id is lower-case words joined by hyphens, like `jir-cst-signed`')

export const sourceId = id.transform(asSourceId)
export const entityId = id.transform(asEntityId)
export const factId = id.transform(asFactId)
export const questionId = id.transform(asQuestionId)
export const lessonId = id.transform(asLessonId)
export const moduleId = id.transform(asModuleId)
export const topicId = id.transform(asTopicId)
export const plainId = id

/** One line or paragraph of plain text; surrounding space and folded line ends do not count. */
export const text = z
  .string()
  .transform((value) => value.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'must not be empty'))

/** `2007`, `2007-06` or `2007-06-17`, a day that exists. */
export const partialDate = z.custom<PartialDate>(
  (value) => typeof value === 'string' && isPartialDate(value) && exists(value),
  {
    error: (issue) =>
      typeof issue.input === 'string'
        ? `\`${issue.input}\` is not a date; write 2007, 2007-06 or 2007-06-17`
        : "is not a quoted date; write '2007', '2007-06' or '2007-06-17' in quotes",
  },
)

function exists(date: string): boolean {
  if (date.length < 10) return true
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}

/** What its publisher, or we, took back: why, and since when. */
export const withdrawal = z.strictObject({ reason: text, date: partialDate.optional() })

export const paragraph = z.int().min(1)

export const paragraphRange = { from: paragraph, to: paragraph }

/** `janes-fissures#15`. */
export const citation = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*#[1-9]\d*$/,
    'a citation is source#paragraph, like `janes-fissures#15`',
  )
  .transform((value) => {
    const [source = '', number = ''] = value.split('#')
    return { source: asSourceId(source), paragraph: Number(number) }
  })
