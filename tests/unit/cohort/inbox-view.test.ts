import { beforeAll, expect, test } from 'vitest'
import type { Flag } from '@/lib/cohort/flag'
import type { SceneCourse } from '@/lib/cohort/scene'
import { inboxView } from '@/lib/cohort/view/inbox-view'
import { asQuestionId, asUserId } from '@/lib/kernel/ids'
import { fixtureCourse } from './scene'

let course: SceneCourse
beforeAll(async () => {
  course = await fixtureCourse()
})

const ana = asUserId('ana')
const flag = (over: Partial<Flag>): Flag => ({
  id: 'flag',
  userId: ana,
  questionId: asQuestionId('unknown'),
  revision: 1,
  comment: 'Two readings.',
  answer: null,
  raisedAt: 0,
  solvedAt: null,
  reply: null,
  repliedAt: null,
  repliedById: null,
  mendedBy: null,
  seenAt: null,
  ...over,
})
const view = (flags: readonly Flag[], show: 'open' | 'solved' = 'open') =>
  inboxView(
    { name: 'Autumn', archived: false },
    { flags, names: new Map([[ana, 'Ana']]), look: course.look, show },
  )

test('open and solved flags are counted, and those asked for are shown by question', () => {
  const [first, second] = course.catalogue.questions
  if (!first || !second) throw new Error('The fixture has questions')
  const flags = [
    flag({ id: 'c', questionId: second.id }),
    flag({ id: 'b', questionId: first.id, solvedAt: 5 }),
    flag({ id: 'a', questionId: second.id, revision: 1 }),
  ]
  const open = view(flags)
  expect(open).toMatchObject({ open: 2, solved: 1 })
  expect(open.groups.map(({ questionId }) => questionId)).toEqual([second.id])
  expect(open.groups[0]?.flags.map(({ id, by }) => [id, by])).toEqual([
    ['c', 'Ana'],
    ['a', 'Ana'],
  ])
  expect(view(flags, 'solved').groups.map(({ questionId }) => questionId)).toEqual([first.id])
})

test('corrections since the oldest flag are offered, and none that was there before it', () => {
  const corrected = course.catalogue.questions.find(({ revision }) => revision === 2)
  if (!corrected) throw new Error('The fixture has a corrected question')
  const of = (revision: number) =>
    flag({ id: String(revision), questionId: corrected.id, revision })
  expect(view([of(1)]).groups[0]?.changes).toEqual([{ revision: 2, note: 'Shorter items.' }])
  expect(view([of(2)]).groups[0]?.changes).toEqual([])
  expect(view([of(2), of(1)]).groups[0]?.changes).toHaveLength(1)
})

test('a flag on a question that the course no longer asks is still shown', () => {
  const [group] = view([flag({ repliedById: asUserId('gone'), reply: 'Thanks.' })]).groups
  expect(group).toMatchObject({ prompt: null, answer: null, revision: null, changes: [] })
  expect(group?.flags[0]?.repliedBy).toBe('A former instructor')
})
