'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { reachField, ticked, wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { saveStudySettings } from '@/lib/server/settings/save-study-settings'
import { WEEKDAYS } from './_components/weekdays'

const share = z.enum(['0', '50', '100'], 'Choose a load for this day.').transform(Number)

/** `1 10`: minutes, with spaces or commas between them; nothing for none. */
const minutes = z
  .string()
  .trim()
  .regex(
    /^(\d{1,5}([\s,]+\d{1,5})*)?$/,
    'Enter whole minutes with spaces between them, such as 1 10.',
  )
  .transform((text) =>
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number),
  )

const schema = z.object({
  reach: reachField,
  newPerDay: wholeNumber('Enter a whole number of questions.'),
  reviewsPerDay: wholeNumber('Enter a whole number of reviews.'),
  desiredRetention: wholeNumber('Enter a whole number of percent.'),
  learningSteps: minutes,
  relearningSteps: minutes,
  longestInterval: wholeNumber('Enter a whole number of days.'),
  leechLapses: wholeNumber('Enter a whole number of lapses.'),
  leech: z.enum(['suspend', 'mark', 'never'], 'Choose what to do with these questions.'),
  levelLoad: ticked,
  askConfidence: ticked,
  monday: share,
  tuesday: share,
  wednesday: share,
  thursday: share,
  friday: share,
  saturday: share,
  sunday: share,
})

export async function saveStudy(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async (input) => {
    const scope = await requireLearner('/settings/study#saveStudy')
    const { leech, leechLapses, desiredRetention, ...plain } = input
    const settings = {
      reach: plain.reach,
      newPerDay: plain.newPerDay,
      reviewsPerDay: plain.reviewsPerDay,
      levelLoad: plain.levelLoad,
      askConfidence: plain.askConfidence,
      desiredRetention: desiredRetention / 100,
      learningStepsMin: plain.learningSteps,
      relearningStepsMin: plain.relearningSteps,
      maximumIntervalDays: plain.longestInterval,
      leech: leech === 'never' ? null : { lapses: leechLapses, suspends: leech === 'suspend' },
      easyDays: WEEKDAYS.map(({ name }) => plain[name]),
    }
    await saveStudySettings(scope, { settings, now: Date.now() })
    refresh()
    return 'Saved. These settings apply to your future answers. No due dates were changed.'
  })
}
