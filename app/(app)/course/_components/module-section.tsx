import { longDate } from '@/app/(app)/_components/day-label'
import type { CourseView } from '@/lib/review/view/course'
import { DeckStrip } from './deck-strip'
import { LessonRow } from './lesson-row'

type Props = { module: CourseView['modules'][number]; number: number }

export function ModuleSection({ module, number }: Props) {
  const heading = `module-${module.id}`
  return (
    <section aria-labelledby={heading} className="border-t border-ink pt-5">
      <p className="label-caps text-ink-2">
        Module {number}
        {module.due === null ? '' : ` · due ${longDate(module.due)}`}
      </p>
      <h2 id={heading} className="mt-1 text-2xl">
        {module.title}
      </h2>
      <p className="mt-2 max-w-measure font-serif text-lg text-ink-2">{module.summary}</p>
      <div className="mt-6 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <ol className="border-b border-rule">
          {module.lessons.map((lesson, index) => (
            <LessonRow key={lesson.id} lesson={lesson} number={index + 1} />
          ))}
        </ol>
        <DeckStrip moduleId={module.id} moduleTitle={module.title} deck={module.deck} />
      </div>
    </section>
  )
}
