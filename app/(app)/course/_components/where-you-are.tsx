import type { ReactNode } from 'react'
import { ArrowRightIcon } from '@/app/_components/icons'
import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { count } from '@/lib/kernel/count'
import type { Known } from '@/lib/review/known'
import type { CourseView } from '@/lib/review/view/course'
import { hoursText } from './hours-text'

type Props = { course: Pick<CourseView, 'way' | 'next' | 'modules'>; known: Known }

/** Where the learner is, what is next, how long it takes, and one button that goes on. */
export function WhereYouAre({ course: { way, next, modules }, known }: Props) {
  const { counts, lesson } = next
  const waiting = counts.learning + counts.review + counts.new
  const module = modules.findIndex(({ id }) => id === lesson?.module)
  return (
    <section aria-label="Where you are" className="-mt-6 mb-6 border-y border-rule-ink py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-4">
        <div className="min-w-0">
          {lesson === null ? (
            <p className="font-serif text-lg">You have read every lesson.</p>
          ) : (
            <>
              <p className="text-sm text-ink-2">
                Next: lesson {lesson.number} of {way.lessonsTotal}, in module {module + 1}
              </p>
              <p className="mt-0.5 font-serif text-xl">{lesson.title}</p>
            </>
          )}
          <p className="mt-1 text-sm text-ink-2">
            {lesson === null ? '' : `${lesson.minutes} min to read. `}
            {waiting === 0 ? (
              'No question waits today.'
            ) : lesson === null ? (
              `${count(waiting, 'question')} ${waiting === 1 ? 'waits' : 'wait'} today.`
            ) : (
              <>
                <Link href="/review" className="link">
                  {count(waiting, 'question')}
                </Link>{' '}
                {waiting === 1 ? 'waits' : 'wait'} today.
              </>
            )}
          </p>
        </div>
        {lesson !== null || waiting > 0 ? (
          <LinkButton
            href={lesson === null ? '/review' : `/lessons/${lesson.id}`}
            className="min-w-44 py-3 text-lg max-sm:w-full"
          >
            Continue
            <ArrowRightIcon />
          </LinkButton>
        ) : null}
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-x-8 gap-y-3 sm:grid-cols-4">
        <Figure name="Lessons finished">
          {way.lessonsTotal - way.lessonsLeft} <Rest>of {way.lessonsTotal}</Rest>
        </Figure>
        <Figure name="Reading left">
          {hoursText(way.readingMinutes)} <Rest>of {hoursText(way.readingMinutesTotal)}</Rest>
        </Figure>
        <Figure name="Answers left">{answersText(way)}</Figure>
        <Figure name="Known today">
          {Math.round(known.known)} <Rest>of {known.total}</Rest>
        </Figure>
      </dl>
    </section>
  )
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-label text-ink-2">{name}</dt>
      <dd className="font-semibold tabular-nums">{children}</dd>
    </div>
  )
}

const Rest = ({ children }: { children: ReactNode }) => (
  <span className="font-normal text-ink-2">{children}</span>
)

/** Until every question of the furthest reach shown has begun; what reviews take later is not in it. */
function answersText({ steps }: CourseView['way']): string {
  const last = steps.at(-1)
  if (last === undefined || last.days === 0) return 'none to begin'
  if (last.days === null || last.minutesPerDay === null) return 'not by your limits'
  return `about ${hoursText(last.days * last.minutesPerDay)}`
}
