import { expect, test } from 'vitest'
import { matching } from '@/lib/authoring/matching'
import { similarQuestions } from '@/lib/authoring/similar'

const others = [
  { id: 'a', prompt: 'When was the treaty of Tashkent signed?', answer: '15 May 1992' },
  { id: 'b', prompt: 'Which state left the treaty in 1999?', answer: 'Uzbekistan' },
  { id: 'c', prompt: 'How many exercises took place?', answer: 'Six' },
]

test('a question about the same is found by its rare words, and itself is not', () => {
  const one = { id: 'new', prompt: 'In which year was the Tashkent treaty signed?', answer: '1992' }
  expect(similarQuestions(one, others).map(({ id }) => id)).toEqual(['a'])
  expect(similarQuestions({ ...one, id: 'a' }, others)).toEqual([])
  expect(similarQuestions({ id: 'new', prompt: '', answer: '' }, others)).toEqual([])
})

test('what is looked for is found by the beginnings of its words, and by its id before all others', () => {
  const options = [
    { value: 'x#1', label: 'Annual report, paragraph 1' },
    { value: 'x#12', label: 'Annual report, paragraph 12' },
  ]
  expect(matching(options, 'rep 12', 5).map(({ value }) => value)).toEqual(['x#12'])
  expect(matching(options, 'x#12', 5)[0]?.value).toBe('x#12')
  expect(matching(options, '', 1)).toHaveLength(1)
})
