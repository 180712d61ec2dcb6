import { longDate } from '@/app/_format/calendar-date'
import type { ShownColumn } from '@/app/_table/data-table'
import { analystColumn } from '@/app/(app)/cohorts/[id]/_components/analyst-column'
import type { ExamMark } from '@/lib/exam/gradebook'
import { count } from '@/lib/kernel/count'
import { percent } from '@/lib/kernel/percent'
import { isoDate, studyDayOf } from '@/lib/kernel/study-day'
import type { Gradebook, GradebookRow } from '@/lib/server/exam/load-gradebook'

/** The name, the exams from the oldest to the newest, and readiness in all topics and in each. */
export const gradebookColumns = (
  cohortId: string,
  { exams, topics }: Pick<Gradebook, 'exams' | 'topics'>,
  zone: string,
): readonly ShownColumn<GradebookRow>[] => [
  analystColumn(cohortId),
  ...exams.map(
    ({ id, title }, index): ShownColumn<GradebookRow> => ({
      id,
      head: title,
      value: ({ results }) => shareOf(results[index]),
      cell: ({ results }) => <Mark mark={results[index]} zone={zone} />,
      fallsFirst: true,
      className: 'min-w-32 whitespace-normal!',
    }),
  ),
  {
    id: 'ready',
    head: 'Ready',
    value: ({ overall }) => overall.idle,
    cell: ({ overall }) => <strong className="font-semibold">{percent(overall.idle)}</strong>,
    numeric: true,
  },
  ...topics.map(
    ({ id, title }, index): ShownColumn<GradebookRow> => ({
      id: `topic-${id}`,
      head: title,
      value: ({ topics: each }) => each[index]?.idle ?? null,
      cell: ({ topics: each }) => percent(each[index]?.idle ?? 0),
      numeric: true,
      className: 'min-w-24 whitespace-normal!',
    }),
  ),
]

const shareOf = (mark: ExamMark | undefined): number | null =>
  mark?.best && mark.best.total > 0 ? mark.best.right / mark.best.total : null

const dateOf = (instantMs: number, zone: string): string =>
  longDate(isoDate(studyDayOf(instantMs, { zone, rolloverHour: 0 })))

function Mark({ mark, zone }: { mark: ExamMark | undefined; zone: string }) {
  if (mark === undefined || mark.attempts === 0) {
    return <span className="text-ink-2">not taken</span>
  }
  const { best, attempts, passedAt, inProgress } = mark
  const share = shareOf(mark)
  return (
    <>
      {best === null ? null : (
        <span className="block whitespace-nowrap">
          <strong className="font-semibold">
            {best.right}/{best.total}
          </strong>{' '}
          {share === null ? null : <span className="text-ink-2">({percent(share)})</span>}
        </span>
      )}
      {best === null ? null : (
        <span className="block text-label whitespace-nowrap text-ink-2">
          {passedAt === null ? 'not passed' : `passed on ${dateOf(passedAt, zone)}`}
        </span>
      )}
      <span className="block text-label text-ink-2">
        {count(attempts, 'attempt')}
        {inProgress ? ', in progress' : ''}
      </span>
    </>
  )
}
