import 'server-only'
import { z } from 'zod'
import { REACHES } from '@/lib/course/reach'
import { asAttemptId, asCohortId, asExamId, asUserId } from '@/lib/kernel/ids'
import { severalLines } from '@/lib/kernel/visible-text'

/** Text in which something can be seen, without spaces at its ends. */
export const requiredText = (message: string) =>
  z.string(message).transform(severalLines).pipe(z.string().min(1, message))

/** A whole number, as an input sends it. The verb checks its limits. */
export const wholeNumber = (message: string) =>
  z
    .string(message)
    .trim()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)

/** How much of the course. */
export const reachField = z.enum(REACHES, 'Choose core, full or everything.')

/** A checkbox, which sends nothing unless it is checked. */
export const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** The courses whose checkboxes are ticked, each of which is called `course.` and its id. */
export const chosenCourses = (inputs: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(inputs)
    .filter((name) => name.startsWith('course.'))
    .map((name) => name.slice('course.'.length))

// Ids that a form carries in hidden inputs.
export const cohortField = z.uuid().transform(asCohortId)
export const personField = z.uuid().transform(asUserId)
export const examField = z.uuid().transform(asExamId)
export const attemptField = z.uuid().transform(asAttemptId)
