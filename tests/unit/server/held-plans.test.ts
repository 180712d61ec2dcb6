import { expect, test } from 'vitest'
import { emptyMemory } from '@/lib/cohort/learner-memory'
import { lookUp } from '@/lib/course/look-up'
import { asUserId } from '@/lib/kernel/ids'
import { asStudyDay } from '@/lib/kernel/study-day'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { heldOrder, heldPlan } from '@/lib/server/cohort/held-plans'
import { compiled, fixtureFiles } from '../../support/course-fixture'

test('an order that is known stays the same object, also when no more are kept', async () => {
  const catalogue = compiled(await fixtureFiles())
  const course = { version: 1, catalogue, look: lookUp(catalogue) }
  const [lesson] = catalogue.lessons
  const target = { kind: 'lesson', id: lesson?.id ?? expect.unreachable() } as const
  const reach = 'full' as const
  const assigned = (times: number) => Array.from({ length: times }, () => ({ target, reach }))
  const first = heldOrder(course, 'core', assigned(1))
  // As many as are kept.
  for (let times = 2; times <= 500; times += 1) heldOrder(course, 'core', assigned(times))
  heldOrder(course, 'core', assigned(500))
  expect(heldOrder(course, 'core', assigned(1))).toBe(first)
  expect(heldOrder(course, 'all', assigned(1))).not.toBe(first)
})

test('the plans of somebody who is in three cohorts are all kept, and a change makes a new one', async () => {
  const catalogue = compiled(await fixtureFiles())
  const course = { version: 1, catalogue, look: lookUp(catalogue) }
  const memory = emptyMemory(asUserId('a'), catalogue.questions.length)
  const input = {
    today: asStudyDay(20_000),
    settings: { newPerDay: 5, reviewsPerDay: 50 },
    introduced: 0,
    order: heldOrder(course, 'all', []),
    model: DEFAULT_MODEL,
    forgetting: 1,
  }
  const inputs = [1, 1.1, 1.2].map((forgetting) => ({ ...input, forgetting }))
  const plans = inputs.map((each) => heldPlan(memory, each))
  expect(new Set(plans).size).toBe(3)
  for (const [index, each] of inputs.entries()) expect(heldPlan(memory, each)).toBe(plans[index])
  expect(heldPlan(memory, { ...input, introduced: 1 })).not.toBe(plans[0])
})
