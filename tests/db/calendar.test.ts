import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET } from '@/app/api/calendar/[file]/route'
import { database } from '@/lib/db/connection/client'
import { asStudyDay, isoDate, studyDayOf } from '@/lib/kernel/study-day'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { calendarFeed } from '@/lib/server/reminder/calendar-feed'
import {
  endCalendarLink,
  loadReminders,
  makeCalendarLink,
} from '@/lib/server/settings/reminder-settings'
import { as, grade, instructing, MINUTE, NOON, openScene, send, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const ask = (file: string, headers: Record<string, string> = {}) =>
  GET(new Request(`https://steppe.example/api/calendar/${file}`, { headers }), {
    params: Promise.resolve({ file }),
  })

async function learnerWithCard() {
  const userId = await somebody()
  await send(userId, NOON, grade(3, NOON - 60 * MINUTE), grade(3, NOON - 30 * MINUTE))
  return userId
}

test('the feed holds the coming reviews and what is assigned, and nothing of who it is', async () => {
  const userId = await learnerWithCard()
  const actorId = await somebody('instructor')
  const cohortId = await createCohort(await instructing(actorId), {
    name: 'Secret cohort',
    now: NOON,
  })
  await database().membership.create({
    data: { userId, cohortId, role: 'learner', joinedAt: new Date(NOON) },
  })
  const { clock, user } = {
    clock: { zone: 'Asia/Kathmandu', rolloverHour: 4 },
    user: await database().user.findUniqueOrThrow({ where: { id: userId } }),
  }
  const today = studyDayOf(NOON, clock)
  await database().assignment.create({
    data: {
      id: '01a20db4-f8b9-76cb-a3c1-e8df61f71d90',
      cohortId,
      kind: 'module',
      targetId: 'growth',
      dueAfterDays: 9,
      targetReadiness: 0.8,
      createdAt: new Date(NOON),
      createdById: actorId,
    },
  })
  const secret = await makeCalendarLink(await as(userId), NOON)
  const text = (await calendarFeed({ secret, now: NOON + 60 * MINUTE })) ?? ''
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((part) => new ICAL.Event(part))
  const { dueDay } = await database().card.findFirstOrThrow({ where: { userId } })
  const reviews = events.filter(({ uid }) => uid.startsWith('reviews-'))
  expect(reviews[0]?.startDate.toString()).toBe(isoDate(asStudyDay(dueDay ?? 0)))
  expect(reviews[0]?.summary).toBe('1 review, about 1 min')
  const assigned = events.find(({ uid }) => uid.startsWith('assignment-'))
  expect(assigned?.startDate.toString()).toBe(isoDate(asStudyDay(today + 9)))
  for (const private_ of [user.name, user.email, userId, 'Secret cohort', secret]) {
    expect(text).not.toContain(private_)
  }
  expect(await calendarFeed({ secret, now: NOON + 90 * MINUTE })).toBe(text)
})

test('only the secret’s hash is kept; a new link ends the old one, and switching off ends all', async () => {
  const userId = await learnerWithCard()
  const first = await makeCalendarLink(await as(userId), NOON)
  const row = await database().user.findUniqueOrThrow({ where: { id: userId } })
  expect(row.calendarHash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(row)).not.toContain(first)
  const second = await makeCalendarLink(await as(userId), NOON)
  expect(await calendarFeed({ secret: first, now: NOON })).toBeNull()
  expect(await calendarFeed({ secret: second, now: NOON })).not.toBeNull()
  expect(await loadReminders(await as(userId))).toMatchObject({
    hasCalendar: true,
    weeklySummary: null,
  })
  await endCalendarLink(await as(userId), NOON)
  expect(await calendarFeed({ secret: second, now: NOON })).toBeNull()
  expect(await loadReminders(await as(userId))).toMatchObject({ hasCalendar: false })
})

test('the route answers 200 with a tag, 304 to who has it, and 404 to what it does not know', async () => {
  const userId = await learnerWithCard()
  const secret = await makeCalendarLink(await as(userId), NOON)
  const response = await ask(`${secret}.ics`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const etag = response.headers.get('etag') ?? ''
  expect((await ask(`${secret}.ics`, { 'if-none-match': `W/${etag}` })).status).toBe(304)
  for (const file of [secret, `${secret}x.ics`, '.ics', 'x.ics', '']) {
    expect((await ask(file)).status, file).toBe(404)
  }
  await database().user.update({ where: { id: userId }, data: { disabledAt: new Date(NOON) } })
  expect((await ask(`${secret}.ics`)).status).toBe(404)
})
