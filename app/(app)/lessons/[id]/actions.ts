'use server'

import { requireLearner } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { asLessonId } from '@/lib/kernel/ids'
import { completeLesson } from '@/lib/server/complete-lesson'

export type FinishState =
  | { readonly kind: 'open' }
  | { readonly kind: 'done'; readonly unlocked: number | null }
  | { readonly kind: 'failed'; readonly message: string }

export async function finishLesson(lessonId: string): Promise<FinishState> {
  const viewer = await requireLearner()
  try {
    const { unlocked } = await completeLesson({
      userId: viewer.userId,
      lessonId: asLessonId(lessonId),
      now: Date.now(),
    })
    return { kind: 'done', unlocked }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'failed', message: error.message }
    throw error
  }
}
