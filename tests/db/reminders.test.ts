import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { updateReminderSettings } from '@/lib/db/reminder/reminder-settings'
import type { UserId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import { digestOccasion } from '@/lib/reminder/when'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { runJobs } from '@/lib/server/operate/daily-jobs'
import { type Mailer, mailerFromEnvironment, type OutgoingMail } from '@/lib/server/reminder/mailer'
import { loadNotifications, readNotifications } from '@/lib/server/reminder/notifications'
import { sendDigests } from '@/lib/server/reminder/send-digests'
import { sendSummaries } from '@/lib/server/reminder/send-summaries'
import { wholeScope } from '@/lib/server/whole-scope'
import { steppe } from '../support/command-line'
import { mailScene } from '../support/mail-scene'
import { as, DAY, grade, instructing, MINUTE, NOON, send, somebody } from '../support/scene'

const WHOLE = wholeScope()
const HOUR = 60 * MINUTE
/** Noon of a Wednesday three weeks on, when what was learnt is due. */
const LATER = NOON + 21 * DAY

const sink = mailScene()
const { smtp } = sink
beforeEach(async () => {
  await database().user.deleteMany()
})

/** A learner with one card due from a week after NOON on, who wishes a digest. */
async function reader(zone = 'Asia/Kathmandu'): Promise<UserId> {
  const id = await somebody()
  await database().user.update({ where: { id }, data: { zone } })
  await send(id, NOON, grade(3, NOON - HOUR), grade(3, NOON - HOUR / 2))
  await updateReminderSettings(id, { dailyDigest: true })
  return id
}

const notes = async (userId: UserId) => loadNotifications(await as(userId))

describe('a daily digest', () => {
  test('without a mail server is a note in the app, once, and can be read', async () => {
    const id = await reader()
    expect(await sendDigests(WHOLE, { now: LATER, mailer: null })).toEqual(['noted'])
    expect(await sendDigests(WHOLE, { now: LATER + MINUTE, mailer: null })).toEqual([])
    expect(await notes(id)).toMatchObject([{ title: '1 review due today', read: false }])
    await readNotifications(await as(id), { until: LATER, now: LATER + HOUR })
    expect(await notes(id)).toMatchObject([{ read: true }])
    expect(await sendDigests(WHOLE, { now: LATER + DAY, mailer: null })).toEqual(['noted'])
  })

  test('by mail has both texts, a stable id and a way to stop', async () => {
    const id = await reader()
    expect(await sendDigests(WHOLE, { now: LATER, mailer: smtp() })).toEqual(['mailed'])
    const [mail] = sink.mails
    const user = await database().user.findUniqueOrThrow({ where: { id } })
    expect(mail?.to).toBe(user.email)
    expect(mail?.data).toMatch(/^Subject: 1 review due today/m)
    expect(mail?.data).toMatch(
      /^List-Unsubscribe: <https:\/\/steppe\.example\/settings\/reminders>/m,
    )
    expect(mail?.data).toMatch(
      new RegExp(`^Message-ID:\\s+<digest\\.${id}\\.\\d+@steppe\\.example>`, 'm'),
    )
    expect(mail?.data).toContain('text/plain')
    expect(mail?.data).toContain('text/html')
    expect(await notes(id)).toEqual([])
  })

  test('is not sent before seven, to who did not ask, with nothing due, or after studying', async () => {
    const id = await reader()
    const seven = LATER - 5 * HOUR
    expect(await sendDigests(WHOLE, { now: seven - MINUTE, mailer: null })).toEqual([])
    await updateReminderSettings(id, { dailyDigest: false })
    expect(await sendDigests(WHOLE, { now: seven, mailer: null })).toEqual([])
    await updateReminderSettings(id, { dailyDigest: true })
    await send(id, seven + MINUTE, grade(3, seven + MINUTE))
    expect(await sendDigests(WHOLE, { now: seven + HOUR, mailer: null })).toEqual([])
    expect(await sendDigests(WHOLE, { now: seven + DAY, mailer: null })).toEqual([])
    expect(await notes(id)).toEqual([])
  })
})

describe('a mail server that fails', () => {
  test('is left alone for a while; what it did not take is sent when it is back', async () => {
    await reader()
    const mailer = smtp()
    sink.state.mood = 'busy'
    expect(await sendDigests(WHOLE, { now: LATER - 5 * HOUR, mailer })).toEqual(['later'])
    sink.state.mood = 'takes'
    expect(await sendDigests(WHOLE, { now: LATER - 5 * HOUR + 5 * MINUTE, mailer })).toEqual([
      'mailed',
    ])
    expect(sink.mails).toHaveLength(1)
  })

  test('in the middle of a run: the others wait, and none is lost', async () => {
    await Promise.all([reader(), reader(), reader()])
    const mailer = smtp()
    const { deliver } = mailer
    let handed = 0
    const breaks: Mailer = {
      ...mailer,
      deliver: (letter) => {
        handed += 1
        if (handed === 2) sink.state.mood = 'goes-down'
        return deliver(letter)
      },
    }
    const at = LATER - 5 * HOUR
    expect(await sendDigests(WHOLE, { now: at, mailer: breaks })).toEqual([
      'mailed',
      'later',
      'later',
    ])
    expect(handed).toBe(2)
    sink.state.mood = 'takes'
    expect(await sendDigests(WHOLE, { now: at + 5 * MINUTE, mailer })).toEqual(['mailed', 'mailed'])
    expect(sink.mails).toHaveLength(3)
  })

  test('is not asked again before its time, and after three hours the word is given in the app', async () => {
    const id = await reader()
    const asked: number[] = []
    const deliver = vi.fn<Mailer['deliver']>()
    const mailer: Mailer = {
      isOpen: async (now) => {
        asked.push(now)
        return false
      },
      deliver,
    }
    for (const hours of [0, 1, 2.9]) {
      expect(await sendDigests(WHOLE, { now: LATER - 5 * HOUR + hours * HOUR, mailer })).toEqual([
        'later',
      ])
    }
    expect(await notes(id)).toEqual([])
    expect(await sendDigests(WHOLE, { now: LATER - 2 * HOUR, mailer })).toEqual(['noted'])
    expect(deliver).not.toHaveBeenCalled()
    expect(await notes(id)).toHaveLength(1)

    vi.stubEnv('STEPPE_SMTP_URL', 'smtp://127.0.0.1:1')
    vi.stubEnv('STEPPE_MAIL_FROM', 'a@example.org')
    vi.stubEnv('STEPPE_URL', 'https://steppe.example')
    const dead = mailerFromEnvironment()
    expect(await dead?.isOpen(LATER)).toBe(false)
    vi.mocked(console.error).mockClear()
    expect(await dead?.isOpen(LATER + 4 * MINUTE)).toBe(false)
    expect(console.error).not.toHaveBeenCalled()
    expect(await dead?.isOpen(LATER + 5 * MINUTE)).toBe(false)
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('again in 10 minutes'))
  })

  test('that refuses an address, or hangs up when perhaps it has it, makes a note and no second mail', async () => {
    const id = await reader()
    sink.state.mood = 'refuses-recipients'
    expect(await sendDigests(WHOLE, { now: LATER, mailer: smtp() })).toEqual(['noted'])
    expect(sink.mails).toHaveLength(0)
    sink.state.mood = 'hangs-up-after-data'
    expect(await sendDigests(WHOLE, { now: LATER + DAY, mailer: smtp() })).toEqual(['noted'])
    sink.state.mood = 'takes'
    expect(await sendDigests(WHOLE, { now: LATER + DAY + HOUR, mailer: smtp() })).toEqual([])
    expect(sink.mails).toHaveLength(1)
    expect(await notes(id)).toHaveLength(2)
  })

  test('and a process that dies with it: the word is given in the app, no second mail goes out', async () => {
    const id = await reader()
    const dies: Mailer = {
      isOpen: async () => true,
      deliver: async () => {
        throw new Error('The plug was pulled')
      },
    }
    expect(await sendDigests(WHOLE, { now: LATER - 4 * HOUR, mailer: dies })).toEqual([])
    expect(await sendDigests(WHOLE, { now: LATER - 3.5 * HOUR, mailer: smtp() })).toEqual(['taken'])
    expect(await sendDigests(WHOLE, { now: LATER - 2.9 * HOUR, mailer: smtp() })).toEqual(['noted'])
    expect(await sendDigests(WHOLE, { now: LATER, mailer: smtp() })).toEqual([])
    expect(sink.mails).toHaveLength(0)
    expect(await notes(id)).toHaveLength(1)
  })
})

test('several runners at once send each once', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => reader()))
  const runs = await Promise.all(
    Array.from({ length: 4 }, () => sendDigests(WHOLE, { now: LATER, mailer: smtp() })),
  )
  expect(runs.flat().filter((sent) => sent === 'mailed')).toHaveLength(ids.length)
  expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(ids.length)
  expect(sink.mails).toHaveLength(ids.length)
})

test('two processes at once send each once', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => reader()))
  // Wherever the clock of this machine stands, it is noon there.
  const offset = 12 - new Date().getUTCHours()
  const zone = offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
  await database().user.updateMany({ data: { zone } })
  await database().card.updateMany({ data: { dueDay: 0 } })
  smtp()
  const dataDir = mkdtempSync(join(tmpdir(), 'steppe-remind-'))
  try {
    const said = await Promise.all([steppe(dataDir, ['remind']), steppe(dataDir, ['remind'])])
    const mailed = said.map((text) => Number(text.match(/(\d+) mailed/)?.[1] ?? 0))
    expect(mailed.reduce((sum, n) => sum + n, 0)).toBe(ids.length)
    expect(sink.mails).toHaveLength(ids.length)
    expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(ids.length)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 120_000)

test('law: whatever the times, the restarts and the failures, at most one mail a study day, and nothing is lost', async () => {
  const zone = 'Europe/London'
  const clock = { zone, rolloverHour: 4 }
  // Three days round the end of summer time, and of its beginning a year on.
  const starts = [Date.UTC(2026, 9, 24), Date.UTC(2027, 2, 27)]
  const turn = fc.record({
    minutes: fc.integer({ min: 0, max: 3 * 24 * 60 }),
    luck: fc.constantFrom('takes', 'takes', 'busy', 'dies-before', 'dies-after', 'closed'),
  })
  const plan = fc.record({
    start: fc.constantFrom(...starts),
    turns: fc.array(turn, { minLength: 1, maxLength: 9 }),
  })
  await fc.assert(
    fc.asyncProperty(plan, async ({ start, turns }) => {
      await database().user.deleteMany()
      await database().sentMessage.deleteMany()
      await database().notification.deleteMany()
      const id = await reader(zone)
      const mailed: { letter: OutgoingMail; at: number }[] = []
      for (const { minutes, luck } of turns.toSorted((a, b) => a.minutes - b.minutes)) {
        const now = start + minutes * MINUTE
        const mailer: Mailer = {
          isOpen: async () => luck !== 'closed',
          deliver: async (letter) => {
            if (luck === 'busy') return { kind: 'later', why: 'busy' }
            if (luck === 'dies-before') throw new Error('died before')
            mailed.push({ letter, at: now })
            if (luck === 'dies-after') throw new Error('died after')
            return { kind: 'accepted' }
          },
        }
        await sendDigests(WHOLE, { now, mailer })
      }
      const days = mailed.map(({ at }) => studyDayOf(at, clock))
      expect(new Set(days).size).toBe(days.length)
      const noted = (await notes(id)).map(({ at }) => studyDayOf(at, clock))
      expect(new Set(noted).size).toBe(noted.length)
      // Where a mail server took mail at a time for it, the person has heard by the end of the run.
      for (const { minutes, luck } of turns) {
        const now = start + minutes * MINUTE
        const day = studyDayOf(now, clock)
        const claimed = turns.some(
          (other) =>
            other.luck.startsWith('dies') &&
            studyDayOf(start + other.minutes * MINUTE, clock) === day,
        )
        if (luck === 'takes' && digestOccasion(now, clock) !== null && !claimed)
          expect([...days, ...noted]).toContain(day)
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)

describe('a weekly summary', () => {
  /** Monday 7:00 in Kathmandu, after the Wednesday of LATER. */
  const MONDAY = LATER + 5 * DAY - 5 * HOUR

  test('goes to instructors on Monday, with what their own cohorts did', async () => {
    const actorId = await somebody('instructor')
    const cohortId = await createCohort(await instructing(actorId), { name: 'Autumn', now: NOON })
    const learner = await somebody()
    await database().membership.create({
      data: { userId: learner, cohortId, role: 'learner', joinedAt: new Date(NOON) },
    })
    const other = await somebody('instructor')
    await createCohort(await instructing(other), { name: 'Empty', now: NOON })
    await send(learner, LATER, grade(3, LATER - HOUR), grade(3, LATER - HOUR / 2))
    expect(await sendSummaries(WHOLE, { now: MONDAY - MINUTE, mailer: null })).toEqual([])
    expect(await sendSummaries(WHOLE, { now: MONDAY, mailer: null })).toEqual(['noted'])
    expect(await sendSummaries(WHOLE, { now: MONDAY + DAY, mailer: null })).toEqual([])
    const [note] = await notes(actorId)
    expect(note?.body).toContain('Autumn')
    expect(note?.body).toContain('1 of 1 analyst studied, with 2 reviews in total.')
    expect(note?.href).toBe(`/cohorts/${cohortId}`)
    expect(await notes(other)).toEqual([])
    expect(await notes(learner)).toEqual([])
  })

  test('is not sent to who switched it off, nor of archived cohorts', async () => {
    const actorId = await somebody('instructor')
    const cohortId = await createCohort(await instructing(actorId), { name: 'Autumn', now: NOON })
    const learner = await somebody()
    const data = { userId: learner, cohortId, role: 'learner', joinedAt: new Date(NOON) } as const
    await database().membership.create({ data })
    await updateReminderSettings(actorId, { weeklySummary: false })
    expect(await sendSummaries(WHOLE, { now: MONDAY, mailer: null })).toEqual([])
    await updateReminderSettings(actorId, { weeklySummary: true })
    await database().cohort.update({
      where: { id: cohortId },
      data: { archivedAt: new Date(NOON) },
    })
    expect(await sendSummaries(WHOLE, { now: MONDAY, mailer: null })).toEqual([])
  })
})

test('the jobs tell what they did, and one that fails keeps nothing from the others', async () => {
  await reader()
  const told = await runJobs(WHOLE, { now: LATER, mailer: null })
  expect(told).toContainEqual({ name: 'daily digests', did: '1 shown in the app' })
})
