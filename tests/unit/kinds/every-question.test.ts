import { beforeAll, describe, expect, test } from 'vitest'
import { INTERFACES } from '@/app/_study/answers/kinds'
import { parseDraft } from '@/lib/compiler/parse/parse-draft'
import { readCourse } from '@/lib/compiler/read'
import type { Catalogue, Question } from '@/lib/course/types'
import { ask } from '@/lib/kinds/ask'
import { answerSchema, fileOf } from '@/lib/kinds/files'
import { grade } from '@/lib/kinds/grade'
import { KIND_NAMES, kindOf } from '@/lib/kinds/kinds'
import { shuffleOptions } from '@/lib/kinds/shuffle-options'
import type { Asked, AskedOf, QuestionKind } from '@/lib/kinds/types'
import { compileFolder, courseFolder } from '../../support/real-course'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await compileFolder()
}, 30_000)

const asked = (question: Question, seed = 'a'): Asked =>
  ask(question, shuffleOptions(question, seed), (id) => ({ id, name: id, isoNumeric: '' }))

describe('the registries', () => {
  test('have the same kinds, and the course has questions of each', () => {
    expect(Object.keys(INTERFACES).sort()).toEqual([...KIND_NAMES].sort())
    expect(new Set(catalogue.questions.map(({ kind }) => kind))).toEqual(new Set(KIND_NAMES))
  })
})

describe('every question of the course', () => {
  test('is in the catalogue what its entry in the files says', async () => {
    const { draft } = parseDraft(await readCourse(courseFolder), null)
    expect(draft.questions).toHaveLength(catalogue.questions.length)
    const compiled = new Map(catalogue.questions.map((question) => [question.id, question]))
    for (const { value: entry } of draft.questions) {
      expect(compiled.get(entry.id)).toMatchObject(fileOf(entry.kind).build(entry) ?? {})
    }
  })

  test('shows a browser only these fields while it is asked', () => {
    const fields: { readonly [K in QuestionKind]: readonly (keyof AskedOf<K>)[] } = {
      flash: ['kind', 'prompt'],
      cloze: ['after', 'before', 'kind'],
      choice: ['kind', 'options', 'prompt'],
      multi: ['kind', 'options', 'prompt'],
      order: ['items', 'kind', 'prompt', 'scale'],
      match: ['kind', 'lefts', 'prompt', 'rights'],
      number: ['kind', 'prompt', 'unit'],
      text: ['kind', 'prompt'],
      map: ['kind', 'prompt', 'states'],
    }
    for (const question of catalogue.questions) {
      expect(Object.keys(asked(question)).sort()).toEqual(fields[question.kind])
    }
  })

  test('does not let a field through that it gets tomorrow', () => {
    for (const question of catalogue.questions) {
      const tomorrow = { ...question, note: 'SECRET' }
      const shown = { ...shuffleOptions(tomorrow, 'a'), note: 'SECRET' }
      const view = ask<QuestionKind>(tomorrow, shown, (id) => ({ id, name: id, isoNumeric: '' }))
      expect(JSON.stringify(view)).not.toContain('SECRET')
    }
  })

  test('tells neither what it is called, nor why, nor on what it rests', () => {
    for (const question of catalogue.questions) {
      const view = JSON.stringify(asked(question))
      for (const secret of [question.id, question.explanation, ...question.facts]) {
        expect(view.includes(secret), `${question.id}: ${secret}`).toBe(false)
      }
    }
  })

  test('lays out the same things with every seed, in an order that the seed decides', () => {
    for (const question of catalogue.questions) {
      const kind = kindOf(question.kind)
      const offered = kind.offered(question, (id) => id)
      if (offered === null) continue
      const views = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
        JSON.stringify(asked(question, seed)),
      )
      expect(new Set(views.map((view) => [...view].sort().join(''))).size).toBe(1)
      expect(new Set(views).size).toBeGreaterThan(1)
    }
  })

  test('takes its right answer as right, also when it comes over the network', () => {
    for (const question of catalogue.questions) {
      const kind = kindOf(question.kind)
      const answer = kind.rightAnswer(question)
      expect(answerSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
      const expected = kind.gradedBy === 'learner' ? 'self' : 'right'
      expect(grade(question, answer).outcome, question.id).toBe(expected)
      expect(kind.isGiven(asked(question), answer)).toBe(kind.gradedBy === 'machine')
    }
  })

  test('takes an untouched field for no right answer', () => {
    for (const question of catalogue.questions) {
      const { outcome } = grade(question, kindOf(question.kind).untouched(asked(question)))
      expect(outcome, question.id).not.toBe('right')
    }
  })

  test('has one right answer among those that can be given, where these are few', () => {
    for (const question of catalogue.questions) {
      const possible = kindOf(question.kind).possibleAnswers(question)
      if (possible === null) continue
      const right = possible.filter((answer) => grade(question, answer).outcome === 'right')
      expect(right).toEqual([kindOf(question.kind).rightAnswer(question)])
    }
  })

  test('grades what somebody who has forgotten gives, and leaves nothing ungraded', () => {
    for (const question of catalogue.questions) {
      const answer = kindOf(question.kind).forgottenAnswer(question, () => 0.7)
      expect(grade(question, answer).outcome, question.id).not.toBe('incomplete')
    }
  })
})
