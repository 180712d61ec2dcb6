import { expect, test } from 'vitest'
import { lookUp } from '@/lib/course/look-up'
import { heldOrder } from '@/lib/server/cohort/held-plans'
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
