import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { SendWhenShown } from '@/app/_components/send-when-shown'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { asLessonId } from '@/lib/kernel/ids'
import type { LessonView } from '@/lib/review/view/lesson'
import { loadLesson } from '@/lib/server/course/load-lesson'
import { FinishLesson } from './_components/finish-lesson'
import { LessonBlocks } from './_components/lesson-blocks'
import { LessonFold, LessonMargin } from './_components/lesson-contents'
import { LessonNeighbours } from './_components/lesson-neighbours'
import './_components/lesson.css'
import { noteOpened } from './actions'

type Props = { params: Promise<{ id: string }> }

const load = cache(async (id: string) => {
  const scope = await requireLearner('/lessons/[id]')
  const view = await orNotFound(() =>
    loadLesson(scope, { lessonId: asLessonId(id), now: Date.now() }),
  )
  return { userId: scope.user.id, view, mayEdit: scope.user.role !== 'learner' }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await load((await params).id)
  return { title: view.lesson.title }
}

export default async function LessonPage({ params }: Props) {
  const { userId, view, mayEdit } = await load((await params).id)
  const { lesson } = view
  return (
    <>
      <div aria-hidden="true" className="lesson-progress" />
      {view.opened ? null : (
        <SendWhenShown action={noteOpened}>
          <input type="hidden" name="lessonId" value={lesson.id} />
        </SendWhenShown>
      )}
      <article className="relative mx-auto max-w-measure">
        <LessonMargin parts={view.parts} />
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
        {mayEdit ? (
          <p className="mt-8 text-sm">
            <Link href={`/authoring/write?thing=lessons&id=${lesson.id}`} className="link">
              Edit this lesson
            </Link>
          </p>
        ) : null}
      </article>
    </>
  )
}

function LessonHead({ view }: { view: LessonView }) {
  const { lesson } = view
  const prompts = lesson.recalls.length
  return (
    <header className="mb-10 border-b border-rule pb-6">
      <nav aria-label="Where this lesson stands" className="mb-2 text-sm text-ink-2">
        <ol className="flex flex-wrap items-center gap-x-2">
          <li>
            <Link href="/course" className="link inline-flex min-h-6 items-center">
              Course
            </Link>{' '}
            <span aria-hidden="true">›</span>
          </li>
          <li>
            <Link
              href={`/course?module=${lesson.module}#module-${lesson.module}`}
              className="link inline-flex min-h-6 items-center"
            >
              {view.moduleTitle}
            </Link>
          </li>
        </ol>
      </nav>
      <h1 className="text-3xl">{lesson.title}</h1>
      <p className="mt-4 font-serif text-lg text-ink-2 italic">{lesson.question}</p>
      <p className="mt-4 text-sm text-ink-2">
        {lesson.minutes} min · {count(prompts, 'recall prompt')}
        {view.skipped ? ' · skipped' : view.completedAt === null ? '' : ' · finished'}
      </p>
      <LessonFold parts={view.parts} />
    </header>
  )
}
