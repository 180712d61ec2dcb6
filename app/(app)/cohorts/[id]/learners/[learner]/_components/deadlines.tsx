import { shortDate } from '@/app/_format/calendar-date'
import type { ShownColumn } from '@/app/_table/data-table'
import { DEPTH_NAMES } from '@/app/(app)/_components/depth-words'
import type { DeadlineStatus } from '@/lib/cohort/learner-status'
import { percent } from '@/lib/kernel/percent'
import { isoDate } from '@/lib/kernel/study-day'
import { rangeText } from '../../../_components/range'

/** The assignments of an analyst: due dates, targets, and the readiness to expect. */
export const DEADLINE_COLUMNS: readonly ShownColumn<DeadlineStatus>[] = [
  {
    id: 'title',
    head: 'Assignment',
    value: ({ title }) => title,
    cell: ({ title, assignment }) => (
      <>
        {title}
        <span className="block text-label text-ink-2">{DEPTH_NAMES[assignment.reach]}</span>
      </>
    ),
  },
  {
    id: 'due',
    head: 'Due',
    value: ({ dueDay }) => dueDay,
    numeric: true,
    fallsFirst: false,
    cell: ({ dueDay, extended }) => (
      <>
        {shortDate(isoDate(dueDay))}
        {extended ? <span className="block text-label text-ink-2">extended</span> : null}
      </>
    ),
  },
  {
    id: 'target',
    head: 'Target',
    value: ({ assignment }) => assignment.targetReadiness,
    numeric: true,
    cell: ({ assignment }) => percent(assignment.targetReadiness),
  },
  {
    id: 'today',
    head: 'Today',
    value: ({ today }) => today,
    numeric: true,
    cell: ({ today }) => percent(today),
  },
  {
    id: 'on-day',
    head: 'On the due date',
    value: ({ daysLeft, onDay }) => (daysLeft < 0 ? null : onDay.idle),
    numeric: true,
    cell: ({ daysLeft, onDay }) => (daysLeft < 0 ? 'past' : rangeText(onDay)),
  },
  {
    id: 'pace',
    head: 'At this pace',
    value: ({ daysLeft, atPace }) => (daysLeft < 0 ? null : atPace),
    numeric: true,
    cell: ({ daysLeft, atPace }) => (daysLeft < 0 ? '–' : percent(atPace)),
  },
]
