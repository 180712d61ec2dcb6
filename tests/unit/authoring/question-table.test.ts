import { expect, test } from 'vitest'
import { questionTable } from '@/lib/authoring/question-table'
import { readTable } from '@/lib/interop/read-table'

const tableOf = (text: string) => questionTable(readTable(text).lines)

test('a line becomes the question of the kind that it names, or that its columns tell', () => {
  const { questions, faults } = tableOf(
    'kind;question;answer;wrong;wrong 2;pairs\n;Who?;He;She;They;\nflash;What?;That;;;\n;Match;;;;a = b | c = d | e = f\n',
  )
  expect(faults).toEqual([])
  expect(questions.map(({ line, kind }) => [line, kind])).toEqual([
    [2, 'choice'],
    [3, 'flash'],
    [4, 'match'],
  ])
  expect(questions[0]?.form).toMatchObject({
    prompt: 'Who?',
    answer: 'He',
    distractors: 'She\nThey',
  })
  expect(questions[2]?.form.pairs).toBe('a | b\nc | d\ne | f')
})

test('an unknown column, an unknown kind and a field of another kind are named with line and column', () => {
  const { faults } = tableOf('Kind\tQuestion\tColour\tUnit\nriddle\tA?\t\t\nflash\tB?\t\ttroops\n')
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [1, 'Colour'],
    [2, 'Kind'],
    [3, 'Unit'],
  ])
})
