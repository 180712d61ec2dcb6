import { DAY_MS } from '@/lib/kernel/duration'
import type { AssignmentView, TodayView } from '@/lib/review/view/today'
import type { OpenExam } from '@/lib/server/exam/load-open-exams'

/** One thing to do today, without what the page needs for it. */
export type ToDo =
  | { readonly kind: 'exam'; readonly open: OpenExam }
  | { readonly kind: 'assignment'; readonly assignment: AssignmentView }
  | { readonly kind: 'reviews' }
  | { readonly kind: 'lesson'; readonly lesson: NonNullable<TodayView['nextLesson']> }

/** An exam that can be started only so long (ms) is as pressing as one that runs. */
const CLOSES_SOON_MS = 2 * DAY_MS

/**
 * What is to be done, in order: an exam that runs or closes soon, assignments that are late or
 * endangered, the reviews, the next lesson, and the exams that can wait. The reviews are always there:
 * where none waits, their place says so.
 */
export function toDoList(
  today: Pick<TodayView, 'assignments' | 'nextLesson'>,
  exams: readonly OpenExam[],
  now: number,
): readonly ToDo[] {
  const isPressing = ({ exam, status }: OpenExam) =>
    status.kind === 'running' || (exam.closesAt !== null && exam.closesAt - now <= CLOSES_SOON_MS)
  const running = ({ status }: OpenExam) => (status.kind === 'running' ? 0 : 1)
  const asExam = (open: OpenExam): ToDo => ({ kind: 'exam', open })
  const pressing = exams.filter(isPressing).toSorted((a, b) => running(a) - running(b))
  const lateFirst = ({ standing }: AssignmentView) => (standing === 'late' ? 0 : 1)
  const assigned = today.assignments
    .filter(({ standing }) => standing !== 'on-time')
    .toSorted((a, b) => lateFirst(a) - lateFirst(b) || a.daysLeft - b.daysLeft)
  const { nextLesson } = today
  return [
    ...pressing.map(asExam),
    ...assigned.map((assignment): ToDo => ({ kind: 'assignment', assignment })),
    { kind: 'reviews' },
    ...(nextLesson === null ? [] : [{ kind: 'lesson', lesson: nextLesson } as const]),
    ...exams.filter((open) => !isPressing(open)).map(asExam),
  ]
}
