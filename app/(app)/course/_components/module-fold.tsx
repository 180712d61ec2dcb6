'use client'

import { ChevronDownIcon } from '@/app/_components/icons'
import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { shortDate } from '@/app/_format/calendar-date'
import { count } from '@/lib/kernel/count'
import type { CourseView } from '@/lib/review/view/course'
import { LessonCard } from './lesson-card'
import { LessonStrip } from './lesson-strip'

type Module = CourseView['modules'][number]
type Props = { module: Module; number: number; open: boolean }

/**
 * One module: folded, one line with its lessons as tiles; open, what it is about and its lessons. A client
 * component, so that the browser is sent figures and not elements (decision 057).
 */
export function ModuleFold({ module, number, open }: Props) {
  const { deck } = module
  return (
    // The tiles are links, which the summary of <details> may not hold: they follow it, and stand beside it
    // on a wide page.
    <li id={`module-${module.id}`} className="module-fold">
      <details open={open}>
        <summary>
          <ChevronDownIcon className="module-chevron shrink-0 text-ink-2" />
          <span className="w-6 shrink-0 text-right text-sm text-ink-2 tabular-nums">{number}</span>
          <h3 className="min-w-0 text-lg leading-snug">{module.title}</h3>
          <span className="module-figures text-sm text-ink-2 tabular-nums">
            {Math.round(deck.known)} of {deck.total} known
            {module.minutesLeft === 0 ? '' : ` · ${module.minutesLeft} min to read`}
            {module.due === null ? '' : ` · due ${shortDate(module.due)}`}
          </span>
        </summary>
        <div className="pt-1.5 pb-6 sm:pl-12">
          <p className="max-w-measure font-serif text-ink-2">{module.summary}</p>
          <Deck module={module} />
          <ol className="mt-4 grid gap-x-10 lg:grid-cols-2">
            {module.lessons.map((lesson, index) => (
              <LessonCard key={lesson.id} lesson={lesson} number={index + 1} />
            ))}
          </ol>
        </div>
      </details>
      <LessonStrip lessons={module.lessons} label={`Lessons of ${module.title}`} />
    </li>
  )
}

/** What waits in its deck, and the ways into it. */
function Deck({ module: { id, title, deck } }: { module: Module }) {
  const waiting = deck.due + deck.learning + deck.new
  const parts = [
    deck.due === 0 ? '' : `${deck.due} due`,
    deck.learning === 0 ? '' : `${deck.learning} in learning`,
    deck.new === 0 ? '' : `${deck.new} new`,
    deck.locked === 0 ? '' : `${deck.locked} locked until their lesson is finished`,
  ].filter((part) => part !== '')
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      {waiting === 0 ? null : (
        <LinkButton href={`/review?scope=${id}`} kind="secondary" size="small">
          Review this deck<span className="sr-only">: {title}</span>
        </LinkButton>
      )}
      <span className="text-ink-2">
        {deck.deeper === 0
          ? `Deck of ${count(deck.total, 'question')}`
          : `Deck: ${deck.total} of ${count(deck.total + deck.deeper, 'question')}`}
        {parts.length === 0 ? ', none due' : `: ${parts.join(', ')}`}
      </span>
      {deck.seen === 0 ? null : (
        <Link href={`/review?mode=cram&scope=${id}`} className="link">
          Cram<span className="sr-only">: {title}</span>
        </Link>
      )}
      <Link href={`/course/${id}/brief`} className="link">
        Briefing sheet<span className="sr-only"> of {title}</span>
      </Link>
    </div>
  )
}
