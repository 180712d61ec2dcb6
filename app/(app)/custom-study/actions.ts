'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { studyMoreToday } from '@/lib/server/study/more-today'

const schema = z.object({
  new: wholeNumber('Enter a whole number of questions.'),
  reviews: wholeNumber('Enter a whole number of reviews.'),
})

export async function studyMore(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async (wanted) => {
    const scope = await requireLearner('/custom-study#studyMore')
    const {
      learning,
      review,
      new: fresh,
    } = await studyMoreToday(scope, {
      wanted,
      now: Date.now(),
    })
    refresh()
    return `Today’s session now has ${count(fresh, 'new question')} and ${count(learning + review, 'review')}. Tomorrow your usual limits hold again.`
  })
}
