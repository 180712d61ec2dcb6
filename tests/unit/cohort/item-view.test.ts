import { beforeAll, expect, test } from 'vitest'
import type { ItemAnswer } from '@/lib/cohort/item-answer'
import type { SceneCourse } from '@/lib/cohort/scene'
import { givenToItem } from '@/lib/cohort/view/item-view'
import type { Question } from '@/lib/course/types'
import { asUserId } from '@/lib/kernel/ids'
import type { QuestionKind } from '@/lib/kinds/types'
import { memoryOf } from './build'
import { fixtureCourse, learner, scene } from './scene'

let course: SceneCourse
beforeAll(async () => {
  course = await fixtureCourse()
})

function questionOf<Kind extends QuestionKind>(kind: Kind): Extract<Question, { kind: Kind }> {
  const found = course.catalogue.questions.find(
    (question): question is Extract<Question, { kind: Kind }> => question.kind === kind,
  )
  if (!found) throw new Error(`The fixture asks no ${kind}`)
  return found
}

let at = 0
const answered = (who: string, over: Partial<ItemAnswer>): ItemAnswer => {
  at += 1
  return { userId: asUserId(who), at, rating: 3, answer: null, correct: null, revision: 1, ...over }
}
const view = (question: Question, given: readonly ItemAnswer[]) =>
  givenToItem(
    scene(course, [learner('Ana', memoryOf([], 10)), learner('Bela', memoryOf([], 10))]),
    question,
    given,
  )

test('answers are counted at first try and at all, and an option that nobody chose counts 0', () => {
  const question = questionOf('choice')
  const [wrong = '', unchosen = ''] = question.distractors
  const chose = (who: string, option: string, rating: number) =>
    answered(who, { rating, answer: { kind: 'choice', option }, correct: rating > 1 })
  const { answers } = view(question, [
    chose('Ana', wrong, 1),
    chose('Bela', question.answer, 3),
    chose('Ana', question.answer, 3),
  ])
  expect(answers.map(({ text, right, first, times }) => [text, right, first, times])).toEqual([
    [question.answer, true, 1, 2],
    [wrong, false, 1, 1],
    [unchosen, false, 0, 0],
  ])
})

test('typed answers that differ in spelling only are one, as most wrote it', () => {
  const typed = (who: string, text: string) =>
    answered(who, { rating: 1, answer: { kind: 'text', text }, correct: false })
  const { answers } = view(questionOf('text'), [
    typed('Ana', 'may 1980'),
    typed('Bela', 'May 1980'),
    typed('Ana', 'May 1980'),
  ])
  expect(answers).toMatchObject([{ text: 'May 1980', times: 3, first: 2, right: false }])
})

test('an answer is judged by what the course says now, whatever it counted as then', () => {
  const question = questionOf('choice')
  const then = { answer: { kind: 'choice' as const, option: question.answer }, correct: false }
  expect(view(question, [answered('Ana', then)]).answers[0]?.right).toBe(true)
})

test('who got it wrong comes with the most often wrong first, each wrong answer once, the latest first', () => {
  const question = questionOf('choice')
  const [a = '', b = ''] = question.distractors
  const wrong = (who: string, option: string) =>
    answered(who, { rating: 1, answer: { kind: 'choice', option }, correct: false })
  const { wrong: people } = view(question, [
    wrong('Bela', a),
    wrong('Ana', a),
    wrong('Ana', b),
    wrong('Ana', b),
    answered('Ana', {}),
  ])
  expect(people.map(({ name, wrong, times, answers }) => [name, wrong, times, answers])).toEqual([
    ['Ana', 3, 4, [b, a]],
    ['Bela', 1, 1, [a]],
  ])
})
