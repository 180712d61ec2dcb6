import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { counted } from '@/app/(app)/_components/counted'
import { requireLearner } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { asLessonId } from '@/lib/kernel/ids'
import { type LessonView, loadLesson } from '@/lib/server/load-lesson'
import { FinishLesson } from './_components/finish-lesson'
import { LessonBlocks } from './_components/lesson-blocks'
import { LessonNeighbours } from './_components/lesson-neighbours'
import './lesson.css'

type Props = { params: Promise<{ id: string }> }

const load = cache(async (id: string) => {
  const viewer = await requireLearner()
  try {
    const view = await loadLesson({
      userId: viewer.userId,
      lessonId: asLessonId(id),
      now: Date.now(),
    })
    return { viewer, view }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await load((await params).id)
  return { title: view.lesson.title }
}

export default async function LessonPage({ params }: Props) {
  const { viewer, view } = await load((await params).id)
  const { lesson } = view
  return (
    <>
      <div aria-hidden="true" className="lesson-progress" />
      <article className="mx-auto max-w-measure">
        <LessonHead view={view} />
        <LessonBlocks view={view} userId={viewer.userId} />
        <FinishLesson
          lessonId={lesson.id}
          moduleId={lesson.module}
          questions={view.questionsUnlocked}
          completed={view.completedAt !== null}
          next={view.next}
        />
        <LessonNeighbours previous={view.previous} next={view.next} />
      </article>
    </>
  )
}

function LessonHead({ view }: { view: LessonView }) {
  const { lesson } = view
  const prompts = lesson.recalls.length
  return (
    <header className="mb-10 border-b border-rule pb-6">
      <p className="label-caps mb-2 text-ink-2">{view.moduleTitle}</p>
      <h1 className="text-3xl">{lesson.title}</h1>
      <p className="mt-4 font-serif text-lg text-ink-2 italic">{lesson.question}</p>
      <p className="mt-4 text-sm text-ink-2">
        {lesson.minutes} min · {counted(prompts, 'recall prompt')}
        {view.completedAt === null ? '' : ' · finished'}
      </p>
    </header>
  )
}
