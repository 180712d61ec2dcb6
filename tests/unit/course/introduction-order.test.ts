import { expect, test } from 'vitest'
import { introductionOrder } from '@/lib/course/introduction-order'
import { asQuestionId, type QuestionId } from '@/lib/kernel/ids'

const question = (id: string, depth: 'core' | 'full', ...siblings: string[]) => ({
  id: asQuestionId(id),
  depth,
  siblings: siblings.map(asQuestionId),
})
const namesOf = (questions: readonly { readonly id: QuestionId }[]) => questions.map(({ id }) => id)

test('the core comes first, of one depth whatever most of it waits for, and else course order stays', () => {
  const ordered = introductionOrder([
    question('deep', 'full', 'wide', 'deeper'),
    question('deeper', 'full', 'deep'),
    question('alone', 'core'),
    question('linked', 'core', 'hub'),
    question('wide', 'core', 'deep'),
    question('hub', 'core', 'linked', 'linked-too'),
    question('linked-too', 'core', 'hub'),
  ])
  expect(namesOf(ordered)).toEqual([
    'hub',
    'linked',
    'linked-too',
    'alone',
    'wide',
    'deep',
    'deeper',
  ])
})

test('siblings that were asked already, or are of another depth, do not count', () => {
  const waiting = [
    question('first', 'core'),
    question('asked-siblings', 'core', 'asked-1', 'asked-2', 'deep'),
    question('deep', 'full', 'asked-siblings'),
  ]
  expect(namesOf(introductionOrder(waiting))).toEqual(['first', 'asked-siblings', 'deep'])
})
