import { expect, test } from 'vitest'
import { checksums } from '../support/frozen-releases'

test('every frozen file of a release is as it was written', () => {
  const { noted, now } = checksums()
  expect(now, 'Frozen fixtures may be added to, never edited.').toEqual(noted)
})
