import type { Metadata } from 'next'
import { cache } from 'react'
import { count } from '@/app/_format/count'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import { asLessonId } from '@/lib/kernel/ids'
import type { LessonView } from '@/lib/review/view/lesson'
import { loadLesson } from '@/lib/server/course/load-lesson'
import { FinishLesson } from './_components/finish-lesson'
import { LessonBlocks } from './_components/lesson-blocks'
import { LessonNeighbours } from './_components/lesson-neighbours'
import './_components/lesson.css'

type Props = { params: Promise<{ id: string }> }

const load = cache(async (id: string) => {
  const scope = await requireLearner()
  const view = await orNotFound(() =>
    loadLesson(scope, { lessonId: asLessonId(id), now: Date.now() }),
  )
  return { userId: scope.user.id, view }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await load((await params).id)
  return { title: view.lesson.title }
}

export default async function LessonPage({ params }: Props) {
  const { userId, view } = await load((await params).id)
  const { lesson } = view
  return (
    <>
      <div aria-hidden="true" className="lesson-progress" />
      <article className="mx-auto max-w-measure">
        <LessonHead view={view} />
        <LessonBlocks view={view} userId={userId} />
        <FinishLesson
          lessonId={lesson.id}
          moduleId={lesson.module}
          questions={view.questionsUnlocked}
          state={view.skipped ? 'skipped' : view.completedAt === null ? 'open' : 'done'}
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
        {lesson.minutes} min · {count(prompts, 'recall prompt')}
        {view.skipped ? ' · skipped' : view.completedAt === null ? '' : ' · finished'}
      </p>
    </header>
  )
}
