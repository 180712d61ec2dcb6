import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { cardsOf } from '@/lib/db/study/cards'
import { requireCourse } from '@/lib/server/current-course'
import { checkLog } from '@/lib/server/operate/check-log'
import { wholeScope } from '@/lib/server/whole-scope'
import { studied } from '../support/history'
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
  await checkLog(wholeScope(), { repair: true, now: NOON })
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  expect(await cardsOf(user)).toEqual(before)
})

test('a card that says it has seen other events than the log holds is named, since writes decide by it', async () => {
  const user = await somebody()
  await send(user, NOON, grade(3, NOON))
  const lastEventAt = new Date(NOON - DAY)
  for (const data of [{ version: 7 }, { lastEventAt }]) {
    await database().card.updateMany({ where: { userId: user }, data })
    const { differences } = await checkLog(wholeScope(), { repair: true, now: NOON })
    expect(differences).toMatchObject([{ what: 'founding-motive (events)' }])
    expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  }
})

test('repair writes sums of predictions to the last digit, so that nothing differs afterwards', async () => {
  const user = await somebody()
  const { catalogue } = await requireCourse()
  const questions = catalogue.questions.map(({ id }) => id)
  await studied(user, questions, { days: 60, seed: 'sums' })
  const before = await cardsOf(user)
  await database().card.updateMany({ where: { userId: user }, data: { varianceSum: 999 } })

  await checkLog(wholeScope(), { repair: true, now: NOON })
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  const byId = (a: { questionId: string }, b: { questionId: string }) =>
    a.questionId < b.questionId ? -1 : 1
  expect((await cardsOf(user)).sort(byId)).toEqual(before.sort(byId))
})
