'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { AppError } from '@/lib/kernel/app-error'
import { asLessonId } from '@/lib/kernel/ids'
import { completeLesson } from '@/lib/server/course/complete-lesson'
import { takeLessonBack } from '@/lib/server/study/take-lesson-back'

export type FinishState =
  | { readonly kind: 'open' }
  | { readonly kind: 'done'; readonly unlocked: number | null }
  | { readonly kind: 'failed'; readonly message: string }

export async function finishLesson(lessonId: string): Promise<FinishState> {
  const scope = await requireLearner()
  try {
    const { unlocked } = await completeLesson(scope, {
      lessonId: asLessonId(lessonId),
      now: Date.now(),
    })
    return { kind: 'done', unlocked }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'failed', message: error.message }
    throw error
  }
}

const skipped = z.object({ lessonId: z.string().transform(asLessonId) })

export async function undoSkip(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(skipped, form, async ({ lessonId }) => {
    await takeLessonBack(await requireLearner(), lessonId)
    refresh()
    return 'The skip is undone.'
  })
}
