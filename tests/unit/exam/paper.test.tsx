import { Writable } from 'node:stream'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { AskedQuestion } from '@/app/(focus)/exams/[id]/paper/_components/asked-question'
import type { Catalogue } from '@/lib/course/types'
import type { ExamQuestion } from '@/lib/exam/blueprint'
import { type PaperQuestion, paperQuestion } from '@/lib/exam/paper'
import { typedWords } from '@/lib/grading/normalise'
import { shuffleOptions } from '@/lib/kinds/shuffle-options'
import { examCourse } from './build'

let catalogue: Catalogue
let questions: readonly ExamQuestion[]
beforeAll(async () => {
  ;({ catalogue, questions } = await examCourse())
}, 30_000)

const asked = (question: ExamQuestion, seed = 'secret'): PaperQuestion =>
  paperQuestion({ question, shown: shuffleOptions(question, seed) }, (id) => {
    const entity = catalogue.entities.find((each) => each.id === id)
    return { id, name: entity?.name ?? id, isoNumeric: entity?.isoNumeric ?? '' }
  })

/** With what a browser gets from the server's render, lazy fields included. */
function rendered(question: PaperQuestion): Promise<string> {
  return new Promise((resolve, reject) => {
    let html = ''
    const sink = new Writable({
      write(chunk, _encoding, done) {
        html += chunk
        done()
      },
    })
    sink.on('finish', () => resolve(html))
    const nothing = () => {}
    const props = { question, answer: null, onGive: nothing, onNext: nothing }
    const stream = renderToPipeableStream(
      createElement(AskedQuestion, { ...props, onBack: null, isLast: false }),
      { onAllReady: () => stream.pipe(sink), onError: reject },
    )
  })
}

const said = (text: string) => ` ${typedWords(text).join(' ')} `
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

describe('what the browser gets of every question of the course', () => {
  test('contains no id, explanation, facts or sources, in the payload or the page', async () => {
    for (const question of questions) {
      const paper = asked(question)
      for (const text of [JSON.stringify(paper), await rendered(paper)]) {
        for (const secret of [question.id, question.explanation, ...question.facts]) {
          expect(text.includes(secret), `${question.id}: ${secret}`).toBe(false)
        }
      }
    }
  }, 30_000)

  test('does not hold the answer of a typed kind', async () => {
    for (const question of questions) {
      if (question.kind !== 'cloze' && question.kind !== 'text' && question.kind !== 'number')
        continue
      const answers =
        question.kind === 'number' ? [`${question.answer}`] : [question.answer, ...question.accept]
      const paper = asked(question)
      // Values only. What a prompt itself says is the author's, and the compiler's to check.
      const sent = Object.values(paper).join(' | ')
      for (const text of [sent, textOf(await rendered(paper))]) {
        const beyond = said(text.replaceAll(question.prompt, ' | '))
        for (const answer of answers) {
          expect(beyond.includes(said(answer)), `${question.id}: ${answer}`).toBe(false)
        }
      }
    }
  }, 30_000)

  test('marks no option: what is sent and shown is the same whichever is right', async () => {
    for (const question of questions) {
      if (question.kind !== 'choice') continue
      const [other, ...rest] = question.distractors
      if (other === undefined) continue
      const { options } = shuffleOptions(question, 'x') as { options: readonly string[] }
      const shown = { kind: 'choice' as const, options }
      const stateOf = () => expect.unreachable()
      const twin = { ...question, answer: other, distractors: [question.answer, ...rest] }
      const [one, two] = [question, twin].map((q) => paperQuestion({ question: q, shown }, stateOf))
      expect(one).toEqual(two)
    }
  })

  test('never sends things to order in their order', () => {
    for (const question of questions) {
      if (question.kind !== 'order') continue
      for (const seed of ['a', 'b', 'c', 'd']) {
        const paper = asked(question, seed)
        expect(paper.kind === 'order' ? paper.items : []).not.toEqual(question.items)
        expect(paper.kind === 'order' ? [...paper.items].sort() : []).toEqual(
          [...question.items].sort(),
        )
      }
    }
  })

  test('shuffles both sides of a match, and the options, independently of the right answer', () => {
    const facings: number[] = []
    const places: number[] = []
    for (const question of questions) {
      for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
        const paper = asked(question, seed)
        if (question.kind === 'match' && paper.kind === 'match') {
          const facing = question.pairs.filter(
            ({ left, right }) => paper.lefts.indexOf(left) === paper.rights.indexOf(right),
          )
          facings.push(facing.length)
        }
        if (question.kind === 'choice' && paper.kind === 'choice') {
          places.push(paper.options.indexOf(question.answer) / (paper.options.length - 1))
        }
      }
    }
    // By chance one pair of a match faces the other; the right option stands in the middle on average.
    expect(Math.abs(mean(facings) - 1)).toBeLessThan(0.2)
    expect(Math.abs(mean(places) - 0.5)).toBeLessThan(0.05)
  })
})
