import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edits, runEdits } from '../../support/course-edits'
import { fixtureFiles } from '../../support/course-fixture'

// `npm run drill -- course-edits` does 10,000.
test('whatever is edited, no answer is lost, none refers to nothing, and nobody is left with an old meaning', async () => {
  const files = await fixtureFiles()
  let published = 0
  let refused = 0
  fc.assert(
    fc.property(edits, (sequence) => {
      const outcome = runEdits(files, sequence)
      published += outcome.published
      refused += outcome.refused
    }),
    { numRuns: 60 },
  )
  // Both happen, or the law says nothing.
  expect(published).toBeGreaterThan(80)
  expect(refused).toBeGreaterThan(20)
}, 120_000)
