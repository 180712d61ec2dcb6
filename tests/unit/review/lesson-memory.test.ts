import { describe, expect, it } from 'vitest'
import { asLessonId } from '@/lib/kernel/ids'
import type { Card } from '@/lib/memory/card/card'
import { lessonMemory } from '@/lib/review/lesson-memory'
import { review } from './build'
import { OPENED, READ, SKIPPED, studyState } from './study-state'

const LESSON = asLessonId('founding-years')
const QUESTIONS = studyState({})
  .look.questionsOfLesson(LESSON)
  .map(({ id }) => id)

/** The lesson was read, and so many of its five questions have this card. */
const readWith = (card: Card, seen: number) =>
  lessonMemory(
    studyState({
      lessons: { [LESSON]: READ },
      cards: Object.fromEntries(QUESTIONS.slice(0, seen).map((id) => [id, card])),
    }),
    LESSON,
  )

describe('a lesson', () => {
  it('is unread until it is finished, also when some of its questions were met', () => {
    expect(lessonMemory(studyState({}), LESSON).memory).toBe('unread')
    const cards = { [QUESTIONS[0] ?? '']: review(0, 10) }
    const opened = studyState({ cards, lessons: { [LESSON]: OPENED } })
    expect(lessonMemory(opened, LESSON)).toMatchObject({ memory: 'unread', seen: 1, total: 5 })
    const skipped = studyState({ lessons: { [LESSON]: SKIPPED } })
    expect(lessonMemory(skipped, LESSON).memory).toBe('learning')
  })

  it('is learning until nearly all its questions have begun, however well the others are known', () => {
    expect(readWith(review(0, 10), 4)).toMatchObject({ memory: 'learning', seen: 4 })
    expect(readWith(review(0, 10), 4).known).toBeCloseTo(4, 1)
    expect(readWith(review(0, 10), 5).memory).toBe('known')
  })

  it('fades when those that have begun are recalled less than the schedule aims for, and not before half have begun', () => {
    const forgotten = review(60, 10)
    expect(readWith(forgotten, 5).memory).toBe('fading')
    expect(readWith(forgotten, 3).memory).toBe('fading')
    expect(readWith(forgotten, 2).memory).toBe('learning')
  })

  it('counts only what this person is to learn', () => {
    const core = studyState({ lessons: { [LESSON]: READ }, settings: { reach: 'core' } })
    const all = studyState({ lessons: { [LESSON]: READ } })
    expect(lessonMemory(core, LESSON).total).toBeLessThan(lessonMemory(all, LESSON).total)
  })
})
