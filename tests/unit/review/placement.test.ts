import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '@/lib/course/types'
import { asLessonId, asModuleId, type QuestionId } from '@/lib/kernel/ids'
import { type Random, seededRandom } from '@/lib/kernel/seeded-random'
import {
  canBeFoundKnown,
  candidatesOf,
  findingsOf,
  MOST_ASKED,
  nextQuestion,
  type PlacementAnswer,
  type PlacementLesson,
} from '@/lib/review/placement'
import { compileFolder } from '../../support/real-course'
import { id } from './build'

let lessons: readonly PlacementLesson[]
let questions: ReadonlyMap<QuestionId, Question>

beforeAll(async () => {
  const course = await compileFolder()
  questions = new Map(course.questions.map((question) => [question.id, question]))
  lessons = course.lessons.map((lesson) => ({
    id: lesson.id,
    module: lesson.module,
    candidates: candidatesOf(
      course.questions.filter((question) => question.lesson === lesson.id),
      'seed',
    ),
  }))
})

/** The answers of a placement in which `isRight` decides each question. */
function placementAnswers(
  of: readonly PlacementLesson[],
  isRight: (questionId: QuestionId, guess: number) => boolean,
): readonly PlacementAnswer[] {
  const guesses = new Map(
    of.flatMap(({ candidates }) => candidates.map((each) => [each.questionId, each.guess])),
  )
  const answers: PlacementAnswer[] = []
  for (;;) {
    const questionId = nextQuestion(of, answers)
    if (questionId === null) return answers
    answers.push({ questionId, right: isRight(questionId, guesses.get(questionId) ?? 0) })
  }
}

const knowing =
  (share: number, random: Random) =>
  (_: QuestionId, guess: number): boolean =>
    random() < share || random() < guess

/** Share of the lessons, each tested alone, that somebody who knows `share` of each may skip. */
function skipped(share: number): number {
  const random = seededRandom(7)
  let known = 0
  for (let round = 0; round < 40; round += 1) {
    for (const lesson of lessons) {
      const [finding] = findingsOf([lesson], placementAnswers([lesson], knowing(share, random)))
      if (finding?.verdict === 'known') known += 1
    }
  }
  return known / (40 * lessons.length)
}

describe('the placement', () => {
  it('can find every lesson of the course known', () => {
    expect(lessons.filter((lesson) => !canBeFoundKnown(lesson))).toEqual([])
  })

  it('skips hardly a lesson for somebody who guesses or knows a fifth', () => {
    expect(skipped(0)).toBeLessThan(0.01)
    expect(skipped(0.2)).toBeLessThan(0.05)
  })

  it('skips nearly all for somebody who knows nine tenths', () => {
    expect(skipped(1)).toBe(1)
    expect(skipped(0.9)).toBeGreaterThan(0.8)
  })

  it('leaves a module after two lessons that are not known, and asks one question of each', () => {
    const answers = placementAnswers(lessons, () => false)
    const modules = new Map<string, number>()
    for (const { questionId } of answers) {
      const module = questions.get(questionId)?.module ?? ''
      modules.set(module, (modules.get(module) ?? 0) + 1)
    }
    const sizes = new Map<string, number>()
    for (const { module } of lessons) sizes.set(module, (sizes.get(module) ?? 0) + 1)
    for (const [module, size] of sizes) expect(modules.get(module)).toBe(Math.min(2, size))
    expect(findingsOf(lessons, answers).some(({ verdict }) => verdict === 'known')).toBe(false)
  })

  it('goes on after one wrong answer that follows a right one', () => {
    const [lesson] = lessons
    const first = nextQuestion([lesson as PlacementLesson], [])
    const firstAnswer = [{ questionId: first as QuestionId, right: true }]
    const second = nextQuestion([lesson as PlacementLesson], firstAnswer)
    const answers = [...firstAnswer, { questionId: second as QuestionId, right: false }]
    expect(findingsOf([lesson as PlacementLesson], answers)[0]?.verdict).toBe('open')
  })

  it('never asks a sibling of an asked question, nothing twice, and no more than a session allows', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const answers = placementAnswers(lessons, knowing(share, seededRandom(seed)))
        const asked = answers.map(({ questionId }) => questionId)
        expect(new Set(asked).size).toBe(asked.length)
        expect(asked.length).toBeLessThanOrEqual(MOST_ASKED)
        for (const each of asked) {
          for (const sibling of questions.get(each)?.siblings ?? []) {
            expect(asked).not.toContain(sibling)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('never concludes less from a right answer than from a wrong one', () => {
    const order = { 'not-known': 0, open: 1, known: 2 }
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 59 }), (seed, at) => {
        const answers = placementAnswers(lessons, knowing(0.6, seededRandom(seed)))
        const better = answers.map((answer, index) =>
          index === at ? { ...answer, right: true } : answer,
        )
        const before = findingsOf(lessons, answers)
        const after = findingsOf(lessons, better)
        for (const [index, { verdict }] of before.entries()) {
          const then = after[index]?.verdict ?? 'not-known'
          expect(order[then]).toBeGreaterThanOrEqual(order[verdict])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('takes machine-graded questions, the hardest to guess first, determined by the seed alone', () => {
    const of = [...questions.values()].filter(({ lesson }) => lesson === lessons[0]?.id)
    const taken = candidatesOf(of, 'a')
    expect(candidatesOf(of, 'a')).toEqual(taken)
    expect(taken.map(({ guess }) => guess)).toEqual(taken.map(({ guess }) => guess).sort())
    expect(taken.some(({ questionId }) => questions.get(questionId)?.kind === 'flash')).toBe(false)
  })

  it('cannot find a lesson with two questions known', () => {
    const candidate = (name: string) => ({ questionId: id(name), guess: 0.05, siblings: [] })
    const lesson = { id: asLessonId('short'), module: asModuleId('membership') }
    const candidates = [candidate('one'), candidate('two')]
    expect(canBeFoundKnown({ ...lesson, candidates })).toBe(false)
    expect(canBeFoundKnown({ ...lesson, candidates: [...candidates, candidate('three')] })).toBe(
      true,
    )
  })
})

describe('whether a lesson can be tested', () => {
  it('does not depend on the draw', () => {
    const draws = Array.from({ length: 300 }, (_, draw) => `draw ${draw}`)
    for (const lesson of lessons) {
      const of = [...questions.values()].filter((question) => question.lesson === lesson.id)
      const found = draws.filter((seed) =>
        canBeFoundKnown({ ...lesson, candidates: candidatesOf(of, seed) }),
      ).length
      expect({ lesson: lesson.id, found }).toEqual({ lesson: lesson.id, found: draws.length })
    }
  })
})
