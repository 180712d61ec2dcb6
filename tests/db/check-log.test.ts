import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { cardsOf } from '@/lib/db/study/cards'
import { checkLog } from '@/lib/server/operate/check-log'
import { wholeScope } from '@/lib/server/whole-scope'
import { DAY, grade, MINUTE, NOON, openScene, send, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

test('a card and a study day that differ from the log are named, and repair writes them from it', async () => {
  const user = await somebody()
  await send(user, NOON + DAY, grade(3, NOON), grade(3, NOON + 11 * MINUTE), grade(3, NOON + DAY))
  const before = await cardsOf(user)
  await database().card.updateMany({ where: { userId: user }, data: { stability: 999 } })
  await database().studyDay.deleteMany({ where: { userId: user } })

  const found = await checkLog(wholeScope(), { repair: false })
  expect(found.differences.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['founding-motive', expect.stringMatching(/^day \d+$/)]),
  )
  await checkLog(wholeScope(), { repair: true })
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  expect(await cardsOf(user)).toEqual(before)
})
