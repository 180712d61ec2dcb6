import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishCourse } from '@/lib/server/course/publish-course'
import { requireCourse } from '@/lib/server/current-course'
import { wholeScope } from '@/lib/server/whole-scope'
import { NOON, openScene } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const publish = (compiled: string | null) =>
  publishCourse(wholeScope(), { folder: '/no/such/course', compiled, now: NOON })

test('files that are known to make the published course are not read again', async () => {
  const { hash, version } = await requireCourse()
  expect(await publish(hash)).toEqual({ outcome: 'unchanged', version, hash })
})

test('files that are known to make another course, or nothing, are read', async () => {
  for (const compiled of ['the hash of an older course', null]) {
    await expect(publish(compiled)).rejects.toThrow('/no/such/course')
  }
})
