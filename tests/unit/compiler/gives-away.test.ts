import { describe, expect, test } from 'vitest'
import type { InputFile } from '@/lib/compiler/draft'
import { edit, faultsIn, fixtureFiles } from '../../support/course-fixture'

const GROWTH = 'questions/growth.yaml'
const RIVALS = 'questions/rivals.yaml'

const cluesIn = (files: readonly InputFile[]) => {
  const faults = faultsIn(files)
  expect(faults.filter(({ rule }) => rule !== 'gives-away')).toEqual([])
  return faults.map(({ message }) => message)
}

const broken = async (...edits: readonly (readonly [string, string, string])[]) => {
  let files = await fixtureFiles()
  for (const [path, old, now] of edits) files = edit(files, path, old, now)
  return cluesIn(files)
}

const monthPrompt = 'prompt: In which month was the Harbour League founded?'
const guestPrompt = 'prompt: Which state came to the League as an observer in 1984?'
const fleetPrompt = 'prompt: How many ships did the report of June 1990 count in the League?'
const mapPrompt = 'prompt: Which states were full members at the end of 1992?'

describe('a prompt that gives its answer away is refused', () => {
  test.each([
    ['a typed answer', GROWTH, monthPrompt, 'prompt: What was founded in March 1980?'],
    ['another accepted form', GROWTH, monthPrompt, 'prompt: What does 1980-03 stand for?'],
    [
      'a choice whose answer alone is named',
      GROWTH,
      guestPrompt,
      "prompt: What was Dunmere's role?",
    ],
    ['a cloze that says it beside the gap', RIVALS, 'after twelve years', 'as of May, 1992'],
    ['a number', GROWTH, fleetPrompt, 'prompt: Of its 4,500 ships, how many were counted?'],
    ['a right state of a map', RIVALS, mapPrompt, 'prompt: Who but Borland was a member?'],
    ['a right state by its alias', RIVALS, mapPrompt, 'prompt: Who but BOR was a member?'],
    ['one side of a pair', RIVALS, '{ left: The report,', '{ left: The report of 4500 ships,'],
    ['dates in an order by date', RIVALS, 'items: [The founding,', 'items: [The founding of 1980,'],
  ])('%s', async (_name, path, old, now) => {
    expect(await broken([path, old, now])).toHaveLength(1)
  })

  test('an order whose items carry numbers that run one way', async () => {
    const items = 'items: [The founding, The coming of a guest, The exit of Cadmoria]'
    const clues = await broken(
      [RIVALS, items, 'items: [Step 1 of all, Step 2 of all, Step 3 of all]'],
      [RIVALS, 'scale: earliest first', 'scale: smallest first'],
    )
    expect(clues).toEqual(['the numbers in the items give their order away'])
  })

  test('a small number beside its unit', async () => {
    const clues = await broken(
      [GROWTH, 'answer: 4500', 'answer: 7'],
      [GROWTH, fleetPrompt, 'prompt: Of these seven ships, how many?'],
    )
    expect(clues).toEqual(['the prompt contains its answer, 7'])
  })
})

describe('what only looks like a clue is let through', () => {
  test.each([
    [
      'a choice that names all its options',
      GROWTH,
      guestPrompt,
      'prompt: Dunmere, Elsund or Farholm, who came as a guest?',
    ],
    [
      'a typed answer offered as one of two',
      GROWTH,
      monthPrompt,
      'prompt: Was it March 1980 or May 1992?',
    ],
    [
      'a state in another word',
      RIVALS,
      mapPrompt,
      'prompt: Which members spoke Borlandic in 1992?',
    ],
    ['an acronym in a word', RIVALS, mapPrompt, 'prompt: Which members were bor to lead in 1992?'],
    [
      'a number inside another',
      GROWTH,
      fleetPrompt,
      'prompt: How many of 14,500 men and 450 guns were ships?',
    ],
  ])('%s', async (_name, path, old, now) => {
    expect(await broken([path, old, now])).toEqual([])
  })

  test('single digits and small numbers in dates', async () => {
    const clues = await broken(
      [GROWTH, 'answer: 4500', 'answer: 7'],
      [GROWTH, fleetPrompt, 'prompt: On 7 June 1997, how many were left?'],
    )
    expect(clues).toEqual([])
  })

  test('a year in an order that is not by date', async () => {
    const clues = await broken(
      [RIVALS, 'items: [The founding,', 'items: [The founding of 1980,'],
      [RIVALS, 'scale: earliest first', 'scale: largest first'],
    )
    expect(clues).toEqual([])
  })
})
