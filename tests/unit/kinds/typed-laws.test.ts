import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { normalForm } from '@/lib/course/normal-form'
import { plainCharacters } from '@/lib/course/plain-characters'
import type { QuestionOf } from '@/lib/course/types'
import { typedReadings, typedWords } from '@/lib/grading/normalise'
import { grade } from '@/lib/kinds/grade'
import { compileFolder } from '../../support/real-course'

type Typed = QuestionOf<'text'> | QuestionOf<'cloze'>
let typed: readonly Typed[]
let numbers: readonly QuestionOf<'number'>[]
beforeAll(async () => {
  const { questions } = await compileFolder()
  typed = questions.flatMap((each) => (each.kind === 'text' || each.kind === 'cloze' ? [each] : []))
  numbers = questions.flatMap((each) => (each.kind === 'number' ? [each] : []))
}, 60_000)

const outcome = (question: Typed, text: string) =>
  grade(question, { kind: question.kind, text }).outcome

const FULL_WIDTH = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
const CYRILLIC = new Map(
  [...'ABEKMHOPCTXaeopcyxijs'].map((l, i) => [l, [...'АВЕКМНОРСТХаеорсухіјѕ'][i] ?? l]),
)
const GREEK = new Map([...'ABEZHIKMNOPTYXo'].map((l, i) => [l, [...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'][i] ?? l]))
const written = (twins: ReadonlyMap<string, string>) => (text: string) =>
  // A word of the course that is Cyrillic already has no Latin letter to replace.
  [...text].map((letter) => twins.get(letter) ?? letter).join('')
const DIGITS = (zero: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'with accents apart (NFD)': (text) => text.normalize('NFD'),
  'in full-width characters': FULL_WIDTH,
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'with Cyrillic letters that look the same': written(CYRILLIC),
  'with Greek letters that look the same': written(GREEK),
  'with Arabic-Indic digits': DIGITS(0x660),
  'with Devanagari digits': DIGITS(0x966),
  'with the apostrophe ʼ': (text) => text.replace(/['’]/g, 'ʼ'),
  'with the prime ′': (text) => text.replace(/['’]/g, '′'),
  'with no-break hyphens': (text) => text.replace(/[-–]/g, '‑'),
  'with minus signs': (text) => text.replace(/[-–]/g, '−'),
  'with no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'with invisible marks': (text) => `\u202a${[...text].join('\u200b')}\u202c\ufeff`,
  'with space around it': (text) => ` \t${text}\u00a0\n`,
  'in quotation marks': (text) => `“${text}”`,
  'in guillemets': (text) => `«${text}»`,
  'with a full stop': (text) => `${text}.`,
}

describe('every accepted form of the course is right', () => {
  test.each(Object.entries(WAYS))('%s', (_, way) => {
    for (const question of typed) {
      for (const form of [question.answer, ...question.accept]) {
        expect(outcome(question, form), `${question.id}: ${form}`).toBe('right')
        expect(outcome(question, way(form)), `${question.id}: ${way(form)}`).toBe('right')
      }
    }
    for (const question of numbers) {
      const text = way(`${question.answer} ${question.unit}`)
      const verdict = grade(question, { kind: 'number', text })
      expect(verdict.outcome, `${question.id}: ${text}`).toBe('right')
    }
  })
})

describe('what is wrong in the course stays wrong', () => {
  test('every near-miss, in all these ways', () => {
    for (const question of typed) {
      for (const { text } of question.near) {
        for (const way of [(same: string) => same, ...Object.values(WAYS)]) {
          expect(outcome(question, way(text)), `${question.id}: ${way(text)}`).toBe('wrong')
        }
      }
    }
  }, 60_000)

  test('the answer to another question of the same topic, unless the question lists it', () => {
    const bare = (text: string) =>
      text
        .toLowerCase()
        .replace(/^the /, '')
        .replace(/^republic of | republic$/, '')
        .replace(/['’]s$/, '')
        .replace(/[^\p{L}\p{N}]/gu, '')
    for (const question of typed) {
      const listed = new Set([question.answer, ...question.accept].map(bare))
      for (const other of typed.filter(({ topic }) => topic === question.topic)) {
        for (const text of [other.answer, ...other.accept]) {
          if (outcome(question, text) !== 'right') continue
          const isListed = listed.has(bare(text)) || listed.has(bare(other.answer))
          expect(isListed, `${question.id}: ${text}`).toBe(true)
        }
      }
    }
  }, 30_000)

  test('two different forms of one question have two normal forms, right and wrong ones apart', () => {
    for (const { id, answer, accept, near } of typed) {
      const right = new Set([answer, ...accept].map(normalForm))
      for (const { text } of near) expect(right.has(normalForm(text)), `${id}: ${text}`).toBe(false)
    }
  })
})

const isFigures = (word: string) => /^\d+$/.test(word)

describe('laws', () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."aeoCSTOхСОТДд'’ʼ-‑ .,%19٣５½ßéй\u00adﬁİŉ"),
    maxLength: 20,
  })
  const words = fc
    .array(
      fc.constantFrom(
        'the',
        'a',
        'per',
        'cent',
        'colour',
        'co',
        'operation',
        'twenty',
        'five',
        'and',
        'hundred',
        '2006',
        '5th',
        'third',
        'U.S.',
        '1,500',
        'four',
        'Kazak',
        'to',
        'СSTO',
        'travelled',
        'programmes',
        '&',
        '’06',
        'organisation',
        'republic',
        'Kyrgyz',
      ),
      { maxLength: 6 },
    )
    .map((list) => list.join(' '))
  const anything = fc.oneof(
    letters,
    words,
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  )

  test('plain characters of plain characters, and the normal form of a normal form, are the same', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(plainCharacters(plainCharacters(text))).toBe(plainCharacters(text))
        expect(normalForm(normalForm(text))).toBe(normalForm(text))
      }),
      { numRuns: 2000, examples: [['ᵝc']] },
    )
  })

  test('reading the words that were read changes nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = typedWords(text)
        // Two numbers side by side read as one with a space before its thousands.
        fc.pre(!once.some((word, at) => isFigures(word) && isFigures(once[at + 1] ?? '')))
        expect(typedWords(once.join(' '))).toEqual(once)
      }),
      { numRuns: 1000, examples: [['twenty to five']] },
    )
  })

  test('no text has no reading', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (text, years) => {
        expect(typedReadings(text, { years }).length).toBeGreaterThan(0)
      }),
    )
  })
})
