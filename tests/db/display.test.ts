import { afterAll, beforeAll, expect, test } from 'vitest'
import { findUser } from '@/lib/db/people/users'
import { chooseLook, chosenLook } from '@/lib/server/settings/choose-look'
import { callHintsBack, putHintAway } from '@/lib/server/settings/own-hints'
import { startReview } from '@/lib/server/study/start-review'
import { as, NOON, openScene, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

test('what somebody chose stays with the account, beside the hints they put away', async () => {
  const id = await somebody()
  expect(await chosenLook(id)).toBeNull()
  const look = { theme: 'dark', text: 'large' } as const
  await putHintAway(await as(id), 'ratings')
  await chooseLook(await as(id), { look, now: NOON })
  expect(await chosenLook(id)).toEqual(look)
  await putHintAway(await as(id), 'sources')
  expect((await findUser(id))?.display).toEqual({
    look,
    hintsOff: ['ratings', 'sources'],
    hintsAsked: false,
  })
})

test('a session brings the hints that are left, and all of them once they are called back', async () => {
  const id = await somebody()
  const hints = async () => (await startReview(await as(id), { part: null, now: NOON })).hints
  expect(await hints()).toEqual(['ratings', 'sources', 'tomorrow'])
  await putHintAway(await as(id), 'ratings')
  expect(await hints()).toEqual(['sources', 'tomorrow'])
  await callHintsBack(await as(id))
  expect(await hints()).toEqual(['ratings', 'sources', 'tomorrow'])
  expect((await findUser(id))?.display.hintsAsked).toBe(true)
})
