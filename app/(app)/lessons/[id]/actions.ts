'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { asLessonId } from '@/lib/kernel/ids'
import { completeLesson, openLesson } from '@/lib/server/course/complete-lesson'
import { takeLessonBack } from '@/lib/server/study/take-lesson-back'

const lesson = z.object({ lessonId: z.string().transform(asLessonId) })

/** Notes that the lesson is in front of somebody. */
export async function noteOpened(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(lesson, form, async ({ lessonId }) => {
    await openLesson(await requireLearner('/lessons/[id]#noteOpened'), {
      lessonId,
      now: Date.now(),
    })
    return 'Opened.'
  })
}

/** Returns how many questions this unlocks. */
export async function finishLesson(
  _before: FormState<number>,
  form: FormData,
): Promise<FormState<number>> {
  return runForm(lesson, form, async ({ lessonId }) => {
    const { unlocked } = await completeLesson(await requireLearner('/lessons/[id]#finishLesson'), {
      lessonId,
      now: Date.now(),
    })
    return unlocked
  })
}

export async function undoSkip(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(lesson, form, async ({ lessonId }) => {
    await takeLessonBack(await requireLearner('/lessons/[id]#undoSkip'), lessonId)
    refresh()
    return 'The skip is undone.'
  })
}
