import { LinkButton } from '@/app/_components/link-button'
import { Panel } from '@/app/_components/panel'
import { count } from '@/lib/kernel/count'
import { filterScope } from '@/lib/review/custom-study'
import type { QuestionFilter } from '@/lib/review/question-filter'
import type { QuestionsView } from '@/lib/server/study/load-questions'

type Props = { filter: QuestionFilter } & Pick<QuestionsView, 'toStudy' | 'toCram'>

/** A session of what the filter finds. Each way says first what it does to the schedule. */
export function StudyThese({ filter, toStudy, toCram }: Props) {
  if (toCram === 0) return null
  const scope = encodeURIComponent(filterScope(filter))
  return (
    <Panel title="Study what the filter finds" className="mt-12">
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <div>
          <p className="mb-3 text-sm text-ink-2">
            <strong className="font-semibold text-ink">These answers count.</strong> Each question
            is scheduled anew from today on, whenever it would have been due, and counts as one of
            today’s reviews. What you have answered today and what is set aside is left out.
          </p>
          {toStudy === 0 ? (
            <p className="text-sm">None of them is left for today.</p>
          ) : (
            <LinkButton href={`/review?scope=${scope}`} kind="secondary">
              Review {count(toStudy, 'question')}
            </LinkButton>
          )}
        </div>
        <div>
          <p className="mb-3 text-sm text-ink-2">
            <strong className="font-semibold text-ink">These answers change nothing.</strong> A cram
            is practice beside your schedule, starting with what you are most likely to have
            forgotten.
          </p>
          <LinkButton href={`/review?mode=cram&scope=${scope}`} kind="secondary">
            Cram {count(toCram, 'question')}
          </LinkButton>
        </div>
      </div>
    </Panel>
  )
}
