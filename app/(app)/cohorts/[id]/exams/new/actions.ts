'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { reachField, requiredText, ticked, wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { asCohortId, asTopicId } from '@/lib/kernel/ids'
import { addDays, startOfStudyDay, studyDayNamed } from '@/lib/kernel/study-day'
import { createExam } from '@/lib/server/exam/create-exam'
import { openCohortScope } from '@/lib/server/scope'
import { TOPIC_FIELD } from './_components/topic-field'

/** A calendar day as a date input sends it, or null when the input is empty. */
const calendarDay = z
  .union([z.literal(''), z.iso.date('Enter a valid date.')])
  .transform((iso) => (iso === '' ? null : studyDayNamed(iso)))

const schema = z
  .object({
    title: requiredText('Enter a title for the exam.'),
    minutes: wholeNumber('Enter the minutes as a whole number.'),
    passMark: wholeNumber('Enter the percentage as a whole number.'),
    maxAttempts: wholeNumber('Enter the attempts as a whole number.'),
    retakeAfterDays: wholeNumber('Enter the days as a whole number.'),
    opensOn: calendarDay,
    lastDay: calendarDay,
    movesSchedule: ticked,
    reach: reachField,
  })
  .catchall(z.unknown())
  .transform(({ title, minutes, passMark, maxAttempts, retakeAfterDays, ...rest }, context) => {
    const { opensOn, lastDay, movesSchedule, reach, ...others } = rest
    const blueprint = Object.entries(others).flatMap(([name, value]) => {
      if (!name.startsWith(TOPIC_FIELD) || value === '') return []
      const questions = z
        .string()
        .regex(/^\d{1,3}$/)
        .safeParse(value)
      if (!questions.success) {
        const message = 'Enter the number of questions as a whole number.'
        context.addIssue({ code: 'custom', path: [name], message })
        return []
      }
      const topicId = asTopicId(name.slice(TOPIC_FIELD.length))
      return [{ topicId, reach, questions: Number(questions.data) }]
    })
    const rules = { minutes, passMark: passMark / 100, maxAttempts, retakeAfterDays }
    return { title, ...rules, opensOn, lastDay, movesSchedule, blueprint }
  })

export async function makeExam(
  cohortId: string,
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  return runForm(schema, form, async ({ opensOn, lastDay, ...exam }) => {
    const instructor = await requireInstructor('/cohorts/[id]/exams/new#makeExam')
    const scope = await openCohortScope(instructor, asCohortId(cohortId))
    const midnight = { zone: scope.viewer.clock.zone, rolloverHour: 0 }
    const id = await createExam(scope, {
      ...exam,
      opensAt: opensOn === null ? null : startOfStudyDay(opensOn, midnight),
      closesAt: lastDay === null ? null : startOfStudyDay(addDays(lastDay, 1), midnight),
      now: Date.now(),
    })
    redirect(`/cohorts/${scope.cohort.id}/exams/${id}`)
  })
}
