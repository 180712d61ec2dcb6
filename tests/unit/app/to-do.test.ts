import { expect, test } from 'vitest'
import { type ToDo, toDoList } from '@/app/(app)/today/_components/to-do'
import { asAttemptId, asLessonId } from '@/lib/kernel/ids'
import type { AssignmentView } from '@/lib/review/view/today'
import { exam } from '../exam/build'
import { DAY, NOON } from '../memory/build'

type OpenExam = Parameters<typeof toDoList>[1][number]

const open = (title: string, closesAt: number | null, runs = false): OpenExam => ({
  exam: { ...exam(), title, closesAt },
  minutes: 30,
  status: runs
    ? { kind: 'running', attemptId: asAttemptId('a'), endsAt: NOON + 1 }
    : { kind: 'may-start', number: 1 },
})
const assignment = (id: string, standing: AssignmentView['standing'], daysLeft: number) => ({
  id,
  standing,
  daysLeft,
  title: id,
  reach: 'all' as const,
  href: '/course',
  due: '2027-01-01',
  ready: 0.5,
  target: 0.8,
  action: { kind: 'wait' as const },
})
const nextLesson = { id: asLessonId('l'), title: 'L', minutes: 10, moduleTitle: 'M' }

const nameOf = (toDo: ToDo): string => {
  switch (toDo.kind) {
    case 'exam':
      return toDo.open.exam.title
    case 'assignment':
      return toDo.assignment.id
    case 'reviews':
    case 'lesson':
      return toDo.kind
  }
}
const said = (list: readonly ToDo[]) => list.map(nameOf)

test('an exam that runs comes first, then what is late or in danger, the reviews, the lesson, and exams that can wait', () => {
  const assignments = [
    assignment('soon', 'endangered', 2),
    assignment('calm', 'on-time', 20),
    assignment('sooner', 'endangered', 1),
    assignment('late', 'late', -3),
  ]
  const exams = [
    open('waits', NOON + 9 * DAY),
    open('closes', NOON + DAY),
    open('runs', null, true),
    open('open', null),
  ]
  expect(said(toDoList({ assignments, nextLesson }, exams, NOON))).toEqual([
    ...['runs', 'closes', 'late', 'sooner', 'soon', 'reviews', 'lesson', 'waits', 'open'],
  ])
})

test('where nothing else is to be done, the place of the reviews says so', () => {
  expect(said(toDoList({ assignments: [], nextLesson: null }, [], NOON))).toEqual(['reviews'])
})
