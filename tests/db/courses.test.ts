import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { coursesIn } from '@/lib/compiler/library/library-files'
import { readCourse } from '@/lib/compiler/read'
import { coursesOf } from '@/lib/course/courses'
import { insertMember } from '@/lib/db/cohort/cohorts'
import { database } from '@/lib/db/connection/client'
import { listVersions } from '@/lib/db/course/course-versions'
import { asLessonId, asQuestionId, asTopicId, type CohortId, type UserId } from '@/lib/kernel/ids'
import { askForReview } from '@/lib/server/authoring/decide-draft'
import { loadDraft } from '@/lib/server/authoring/load-draft'
import { loadEditor } from '@/lib/server/authoring/load-editor'
import { publishDraft } from '@/lib/server/authoring/publish-draft'
import { publishedFiles } from '@/lib/server/authoring/published-files'
import { saveThing } from '@/lib/server/authoring/save-thing'
import { startCourse } from '@/lib/server/authoring/start-course'
import { chooseCourses } from '@/lib/server/cohort/choose-courses'
import { archiveCohort } from '@/lib/server/cohort/cohort-life'
import { cohortScene } from '@/lib/server/cohort/cohort-scene'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadCohorts } from '@/lib/server/cohort/load-cohorts'
import { loadForecasts } from '@/lib/server/cohort/load-forecasts'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { createAssignment } from '@/lib/server/cohort/save-assignment'
import { completeLesson } from '@/lib/server/course/complete-lesson'
import { filesOfVersion } from '@/lib/server/course/course-files-of'
import { exportFiles } from '@/lib/server/course/export-files'
import { loadCourse } from '@/lib/server/course/load-course'
import { loadLesson } from '@/lib/server/course/load-lesson'
import { publishCourse } from '@/lib/server/course/publish-course'
import { publishAgain, publishFolder } from '@/lib/server/course/publish-folder'
import { requireCourse } from '@/lib/server/current-course'
import { createExam } from '@/lib/server/exam/create-exam'
import { examTopics } from '@/lib/server/exam/exam-topics'
import { exportRevlog, exportXapi } from '@/lib/server/export/export-cohort'
import { everyTable } from '@/lib/server/export/export-everything'
import { TABLES, type TableName } from '@/lib/server/export/tables/all'
import { loadCourses } from '@/lib/server/load-courses'
import { checkLog } from '@/lib/server/operate/check-log'
import { storeForecasts } from '@/lib/server/operate/store-forecasts'
import { search } from '@/lib/server/reference/search-course'
import type { CohortScope, InstructorScope } from '@/lib/server/scope'
import { loadProgress } from '@/lib/server/study/load-progress'
import { loadToday } from '@/lib/server/study/load-today'
import { startReview } from '@/lib/server/study/start-review'
import { wholeScope } from '@/lib/server/whole-scope'
import { bothCourses, folderWith } from '../support/library'
import {
  as,
  changing,
  DAY,
  grade,
  instructing,
  NOON,
  openScene,
  running,
  send,
  somebody,
} from '../support/scene'
import { SECOND_COURSE } from '../support/second-course'

const whole = wholeScope()
let scene: { close: () => Promise<void> }
let folder: { path: string; remove: () => void }
let instructor: InstructorScope
beforeAll(async () => {
  folder = folderWith(await bothCourses())
  scene = await openScene(folder.path)
  instructor = await instructing(await somebody('instructor'))
})
// The law of every test below: nothing that is done to courses leaves a card that its log does not make.
afterAll(async () => {
  expect((await checkLog(whole, { repair: false })).differences).toEqual([])
  await scene.close()
  folder.remove()
})

const cohortOf = (...courses: string[]): Promise<CohortId> =>
  createCohort(instructor, { name: courses.join(' and '), courses, now: NOON - 9 * DAY })

/** Somebody who learns in these cohorts, and has read both lessons that the tests need. */
async function learnerIn(...cohorts: readonly CohortId[]): Promise<UserId> {
  const userId = await somebody()
  for (const cohortId of cohorts) await join_(userId, cohortId)
  for (const lessonId of ['founding-years', 'closing'].map(asLessonId)) {
    await database().lessonProgress.create({
      data: { userId, lessonId, openedAt: new Date(NOON), completedAt: new Date(NOON) },
    })
  }
  return userId
}
const join_ = (userId: UserId, cohortId: CohortId) =>
  insertMember(cohortId, { userId, role: 'learner', joinedAt: NOON - 9 * DAY })

const OURS = asQuestionId('pass-month')
/** What tells the rows of a table apart: the first of these columns that it has. */
const KEYS = ['Question', 'Lesson', 'Fact', 'Topic', 'Assignment', 'Exam', 'Days ahead']
const THEIRS = asQuestionId('founding-motive')
/** Beside THEIRS, and not in the core. */
const BEYOND = asQuestionId('founders')

/** What somebody is asked, by course. */
async function asked(userId: UserId, now = NOON): Promise<readonly string[]> {
  const { cards } = await startReview(await as(userId), { part: null, now })
  return [...new Set(cards.map(({ question }) => courseOfQuestion(question.id)))].sort()
}
const courseOfQuestion = (id: string) => (id.startsWith('pass-') ? 'passes' : 'harbours')

/** Answers a question of each course until both are in review. */
async function learn(userId: UserId): Promise<void> {
  for (const questionId of [OURS, THEIRS]) {
    for (const at of [NOON - 3 * DAY, NOON - 2 * DAY]) {
      await send(userId, at, grade(4, at, { questionId }))
    }
  }
}

const readiness = (scope: CohortScope) =>
  loadReadiness(scope, {
    ...{ on: null, reach: 'all', sort: null, page: 1, now: NOON },
  })

async function text(lines: AsyncIterable<string>): Promise<string> {
  let all = ''
  for await (const line of lines) all += line
  return all
}

describe('a learner of a cohort', () => {
  test('is asked, shown and told only of the courses of that cohort', async () => {
    const userId = await learnerIn(await cohortOf('passes'))
    const scope = await as(userId)
    expect(await asked(userId)).toEqual(['passes'])
    const today = await loadToday(scope, { now: NOON })
    const course = await loadCourse(scope, { now: NOON })
    expect(course).toMatchObject({ title: 'The mountain passes', courses: [{ id: 'passes' }] })
    expect(course.modules.map(({ id }) => id)).toEqual(['winter'])
    expect(JSON.stringify([today, course])).not.toMatch(/Harbour|League|growth/)
    expect(JSON.stringify(await loadProgress(scope, { now: NOON }))).not.toContain('Leagues')
    expect(await loadCourses(scope)).toMatchObject([{ id: 'passes' }])
    await expect(
      loadLesson(scope, { lessonId: asLessonId('lean-years'), now: NOON }),
    ).rejects.toThrow('There is no lesson')
    await expect(
      completeLesson(scope, { lessonId: asLessonId('lean-years'), now: NOON }),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect(JSON.stringify(await search(scope, { query: 'lighthouse', limit: 5 }))).not.toContain(
      'plan',
    )
    await expect(startReview(scope, { part: 'growth', now: NOON })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })

  test('of two cohorts learns what either of them learns', async () => {
    const both = await learnerIn(await cohortOf('passes'), await cohortOf('harbours'))
    expect(await asked(both)).toEqual(['harbours', 'passes'])
    const { courses, modules } = await loadCourse(await as(both), { now: NOON })
    expect(courses.map(({ id, modules: own }) => [id, own])).toEqual([
      ['harbours', ['growth', 'rivals']],
      ['passes', ['winter']],
    ])
    expect(modules.map(({ id }) => id)).toEqual(['growth', 'rivals', 'winter'])
    // One course of them is a part of what is learned, as a module is.
    const { cards } = await startReview(await as(both), { part: 'passes', now: NOON })
    expect(cards.map(({ question }) => courseOfQuestion(question.id))).not.toContain('harbours')
    expect(cards.length).toBeGreaterThan(0)
  })

  test('learns everything in no running cohort, as instructors do', async () => {
    const archived = await cohortOf('passes')
    const userId = await learnerIn(archived)
    expect(await asked(userId)).toEqual(['passes'])
    await archiveCohort(await running(instructor.user.id, archived), { now: NOON })
    expect(await asked(userId)).toEqual(['harbours', 'passes'])
    expect(await asked(await learnerIn())).toEqual(['harbours', 'passes'])
    expect((await loadCourses(instructor)).map(({ id }) => id)).toEqual(['harbours', 'passes'])
  })

  test('keeps every card of a course that is taken away, and goes on when it comes back', async () => {
    const cohortId = await cohortOf('passes', 'harbours')
    const userId = await learnerIn(cohortId)
    await learn(userId)
    const later = NOON + 300 * DAY
    const cards = () =>
      database().card.findMany({ where: { userId }, orderBy: { questionId: 'asc' } })
    const before = await cards()
    const due = async () => (await loadToday(await as(userId), { now: later })).counts.review
    expect(await due()).toBe(2)

    const choose = async (...courses: string[]) =>
      chooseCourses(await changing(instructor.user.id, cohortId), { courses, now: later })
    await choose('passes')
    expect(await due()).toBe(1)
    expect(await asked(userId, later)).toEqual(['passes'])
    // Answered without a network, and sent after the course was taken away.
    const [late] = await send(userId, later, grade(3, NOON - DAY, { questionId: THEIRS }))
    expect(late?.status).toBe('accepted')
    const kept = await cards()
    expect(kept.map(({ questionId }) => questionId)).toEqual(before.map((card) => card.questionId))

    await choose('harbours', 'passes')
    expect(await due()).toBe(2)
    expect(await cards()).toEqual(kept)
    expect(await asked(userId, later)).toEqual(['harbours', 'passes'])
    const events = await database().auditEvent.findMany({
      where: { kind: 'cohort_courses_changed' },
      orderBy: { at: 'asc' },
    })
    expect(events.at(-1)?.detail).toMatchObject({
      cohort: cohortId,
      coursesBefore: 'passes',
      courses: 'harbours, passes',
    })
  })
})

describe('a cohort', () => {
  test('learns at least one course, and only one that there is', async () => {
    const cohortId = await cohortOf('passes')
    const choose = async (courses: readonly string[]) =>
      chooseCourses(await changing(instructor.user.id, cohortId), { courses, now: NOON })
    await expect(choose([])).rejects.toThrow('at least one course')
    await expect(choose(['passes', 'gone'])).rejects.toThrow('not there any more')
    const all = await createCohort(instructor, { name: 'All', now: NOON })
    expect((await running(instructor.user.id, all)).cohort.courses).toEqual(['harbours', 'passes'])
  })

  test('has figures, exams, assignments and exports of its own courses only', async () => {
    const cohortId = await cohortOf('passes')
    const userId = await learnerIn(cohortId)
    await learn(userId)
    const scope = await running(instructor.user.id, cohortId)
    const { course, learners } = await cohortScene(scope, NOON)
    expect(course.catalogue.course.id).toBe('passes')
    expect(learners[0]?.memory.phase).toHaveLength(4)
    expect(JSON.stringify(await readiness(scope))).not.toContain('Leagues')
    expect((await examTopics(scope)).map(({ id }) => id)).toEqual(['snow'])
    const open = await changing(instructor.user.id, cohortId)
    const exam = (topic: string) =>
      createExam(open, {
        title: 'Sign-off',
        minutes: 30,
        passMark: 0.8,
        blueprint: [{ topicId: asTopicId(topic), questions: 1 }],
        movesSchedule: false,
        maxAttempts: 1,
        retakeAfterDays: 0,
        opensAt: null,
        closesAt: null,
        now: NOON,
      })
    await exam('snow')
    await expect(exam('leagues')).rejects.toMatchObject({ code: 'invalid_input' })
    const assign = (id: string) =>
      createAssignment(open, {
        ...{ target: { kind: 'module', id }, reach: 'all', due: { afterDays: 30 } },
        ...{ targetPercent: 80, now: NOON },
      })
    await assign('winter')
    await expect(assign('growth')).rejects.toMatchObject({ code: 'invalid_input' })
    const statements = await text(
      await exportXapi(scope, { origin: 'https://steppe.example', now: NOON }),
    )
    expect(statements).toContain('pass-month')
    expect(statements).not.toContain('founding-motive')
    expect(statements).not.toContain('founding-years')
    const log = await text(await exportRevlog(scope, { now: NOON }))
    expect(log).toContain('pass-month')
    expect(log).not.toContain('founding-motive')
  })

  test('has tables that name the course of every row, also of an exam of both', async () => {
    const cohortId = await cohortOf('harbours', 'passes')
    const userId = await learnerIn(cohortId)
    await learn(userId)
    await send(userId, NOON - DAY, grade(1, NOON - DAY, { questionId: OURS }))
    const open = await changing(instructor.user.id, cohortId)
    const assign = (kind: 'module' | 'lesson', id: string) =>
      createAssignment(open, {
        ...{ target: { kind, id }, reach: 'all', due: { afterDays: 30 } },
        ...{ targetPercent: 80, now: NOON },
      })
    await assign('module', 'growth')
    await assign('lesson', 'closing')
    await createExam(open, {
      title: 'Sign-off',
      blueprint: ['snow', 'leagues'].map((topic) => ({
        ...{ topicId: asTopicId(topic), questions: 1, reach: 'all' as const },
      })),
      ...{ minutes: 10, passMark: 0.8, movesSchedule: false, maxAttempts: 1, retakeAfterDays: 0 },
      ...{ opensAt: null, closesAt: null, now: NOON },
    })
    const scope = await running(instructor.user.id, cohortId)
    const namedIn = async (table: TableName): Promise<Record<string, string>> => {
      const csv = await TABLES[table].csv(scope, { now: NOON, on: null, of: null })
      const [head = [], ...rows]: string[][] = parse(csv, { bom: true })
      const key = head.indexOf(KEYS.find((name) => head.includes(name)) ?? '')
      return Object.fromEntries(rows.map((row) => [row[key], row[head.indexOf('Course')]]))
    }
    for (const table of ['questions', 'answers', 'analyst-questions'] as const) {
      const named = await namedIn(table)
      expect(new Set(Object.values(named))).toEqual(new Set(['harbours', 'passes']))
      for (const [id, course] of Object.entries(named)) expect(course).toBe(courseOfQuestion(id))
    }
    const lessons = { 'When the passes close': 'passes', 'The founding years': 'harbours' }
    expect(await namedIn('analyst-lessons')).toMatchObject(lessons)
    expect(await namedIn('analyst-facts')).toMatchObject({ 'pas-closing': 'passes' })
    expect(await namedIn('analyst-topics')).toMatchObject({ Snow: 'passes' })
    expect(await namedIn('readiness')).toMatchObject({
      ...{ 'All topics': 'harbours; passes', Snow: 'passes' },
    })
    const assigned = Object.values(await namedIn('assignments')).toSorted()
    expect(assigned).toEqual(['harbours', 'passes'])
    expect(Object.values(await namedIn('analyst-assignments')).toSorted()).toEqual(assigned)
    for (const table of ['exams', 'gradebook'] as const) {
      expect(await namedIn(table)).toEqual({ 'Sign-off': 'harbours; passes' })
    }
    expect(await namedIn('forecasts')).toEqual({ 7: 'harbours; passes', 28: 'harbours; passes' })
    // Of a course that was taken away since, an assignment and an exam still say which it was.
    await chooseCourses(open, { courses: ['passes'], now: NOON })
    const later = await running(instructor.user.id, cohortId)
    const exams = await TABLES.exams.csv(later, { now: NOON, on: null, of: null })
    expect(exams).toContain('harbours; passes')
    const every = await text(
      await everyTable(whole, { table: 'questions', cohort: cohortId, now: NOON }),
    )
    const [head = [], first = []]: string[][] = parse(every, { bom: true })
    expect([head.at(-1), first.at(-1)]).toEqual(['Course', 'passes'])
  })

  test('has its own figures beside others with the same people', async () => {
    const [one, other] = [await cohortOf('passes'), await cohortOf('harbours')]
    const userId = await learnerIn(one, other)
    await learn(userId)
    for (let round = 0; round < 2; round += 1) {
      for (const [cohortId, count] of [
        [one, 4],
        [other, 10],
      ] as const) {
        const { learners } = await cohortScene(await running(instructor.user.id, cohortId), NOON)
        expect(learners[0]?.memory.phase).toHaveLength(count)
      }
    }
    const { overview } = await loadCohorts(instructor, { now: NOON })
    expect(overview.filter(({ id }) => id === one || id === other)).toHaveLength(2)
  })

  test('has forecasts at the places of all questions that are published', async () => {
    const userId = await learnerIn(await cohortOf('passes'))
    await learn(userId)
    await storeForecasts(whole, NOON)
    const { catalogue } = await requireCourse()
    const stored = await database().forecastSnapshot.findFirstOrThrow({ where: { userId } })
    const seen = [...stored.idle].flatMap((byte, place) => (byte === 255 ? [] : [place]))
    expect(seen.map((place) => catalogue.questions[place]?.id)).toEqual([OURS])
  })

  test('forecasts of its own courses for somebody who learns in two, and judges what it forecast', async () => {
    const cohorts = [await cohortOf('passes'), await cohortOf('harbours')] as const
    const userId = await learnerIn(...cohorts)
    const start = NOON - 8 * DAY
    for (const questionId of [OURS, THEIRS]) {
      await send(userId, start, grade(4, start - DAY, { questionId }))
    }
    await storeForecasts(whole, start)
    const { questions } = (await requireCourse()).catalogue
    const forecastIn = async (cohortId: CohortId) => {
      const rows = await database().forecastSnapshot.findMany({ where: { userId, cohortId } })
      return rows.map(({ horizonDays, planned }) => ({
        horizonDays,
        of: questions.filter((_, place) => planned[place] !== 255).map(({ id }) => id),
      }))
    }
    for (const [cohortId, id] of [
      [cohorts[0], OURS],
      [cohorts[1], THEIRS],
    ] as const) {
      expect(await forecastIn(cohortId)).toEqual(
        [7, 28].map((horizonDays) => ({ horizonDays, of: [id] })),
      )
    }
    expect((await storeForecasts(whole, start)).made, 'the second time on a day').toBe(0)

    const day = start + 7 * DAY
    await send(
      userId,
      day,
      grade(3, day, { questionId: OURS }),
      grade(1, day, { questionId: THEIRS }),
    )
    await storeForecasts(whole, NOON)
    await storeForecasts(whole, NOON)
    for (const [cohortId, recalled] of [
      [cohorts[0], 1],
      [cohorts[1], 0],
    ] as const) {
      const { tracks } = await loadForecasts(await running(instructor.user.id, cohortId), {
        now: NOON,
      })
      const judged = tracks.filter(({ calibration }) => calibration !== null)
      expect(judged).toMatchObject([{ horizonDays: 7, recalled, calibration: { n: 1 } }])
    }
  })

  test('forecasts to the depth of its assignments, and without one of all that somebody has begun', async () => {
    const [core, all] = [await cohortOf('harbours'), await cohortOf('harbours')]
    await createAssignment(await changing(instructor.user.id, core), {
      ...{ target: { kind: 'module', id: 'growth' }, reach: 'core', due: { afterDays: 90 } },
      ...{ targetPercent: 80, now: NOON },
    })
    const userId = await learnerIn(core, all)
    for (const questionId of [THEIRS, BEYOND]) {
      await send(userId, NOON - DAY, grade(4, NOON - DAY, { questionId }))
    }
    await storeForecasts(whole, NOON)
    const forecast = async (cohortId: CohortId) => {
      const where = { userId, cohortId, horizonDays: 7 }
      const { idle } = await database().forecastSnapshot.findFirstOrThrow({ where })
      return idle.filter((byte) => byte !== 255).length
    }
    expect(await forecast(core)).toBe(1)
    expect(await forecast(all)).toBe(2)
  })
})

describe('what is published', () => {
  const start = () => publishCourse(whole, { folder: folder.path, compiled: null, now: NOON })
  const newest = async () => (await listVersions())[0] ?? expect.unreachable('nothing is published')

  test('by an earlier release, without the folder of its course, is the same after the upgrade', async () => {
    const alone = folderWith(SECOND_COURSE)
    const files = Object.fromEntries(SECOND_COURSE.map(({ path, text: file }) => [path, file]))
    const { version } = await newest()
    const row = await database().publishedCourse.findUniqueOrThrow({ where: { version } })
    try {
      await database().publishedCourse.deleteMany({})
      expect(
        await publishCourse(whole, { folder: alone.path, compiled: null, now: NOON }),
      ).toMatchObject({
        outcome: 'published',
      })
      const published = await newest()
      await database().publishedCourse.updateMany({ data: { files } })
      expect(
        await publishCourse(whole, { folder: alone.path, compiled: null, now: NOON }),
      ).toMatchObject({
        outcome: 'unchanged',
        version: published.version,
      })
      expect(await newest()).toEqual(published)
      expect(coursesIn(await filesOfVersion(published.version)).get('passes')).toHaveLength(6)
      // Somebody edits it in the browser, and the folder stays as it was.
      await database().publishedCourse.updateMany({ data: { origin: 'browser' } })
      expect(await publishCourse(whole, { folder: alone.path, compiled: null, now: NOON })).toEqual(
        {
          outcome: 'kept',
          version: published.version,
          heldBack: null,
        },
      )
    } finally {
      await database().publishedCourse.deleteMany({})
      await database().publishedCourse.create({
        data: { ...row, files: row.files ?? {}, catalogue: row.catalogue ?? {} },
      })
      alone.remove()
    }
  })

  test('from the folder of one course leaves the other byte for byte, and goes round', async () => {
    const before = coursesIn(await filesOfVersion((await newest()).version))
    const out = folderWith([])
    rmSync(out.path, { recursive: true })
    await exportFiles(whole, { folder: out.path, version: null, course: 'passes' })
    const path = join(out.path, 'course.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('Another invented', 'Yet another'))
    const said = await publishFolder(whole, {
      ...{ folder: out.path, isServed: false, note: null, over: null, dryRun: false, now: NOON },
    })
    expect(said).toContain('Published as version')
    const after = coursesIn(await filesOfVersion((await newest()).version))
    expect(after.get('harbours')).toEqual(before.get('harbours'))
    expect(after.get('passes')).toEqual(await readCourse(out.path))
    const again = { folder: out.path, isServed: false, note: null, over: null, dryRun: false }
    expect(await publishFolder(whole, { ...again, now: NOON })).toContain('Unchanged')
    out.remove()

    await exportFiles(whole, { folder: out.path, version: null, course: null })
    expect(existsSync(join(out.path, 'harbours/course.yaml'))).toBe(true)
    expect(await publishFolder(whole, { ...again, now: NOON })).toContain('Unchanged')
    out.remove()
    await expect(
      exportFiles(whole, { folder: out.path, version: null, course: 'other' }),
    ).rejects.toThrow('It has harbours, passes.')
    expect(coursesOf((await requireCourse()).catalogue)).toHaveLength(2)
  })

  test('begins as an empty course in the browser, fills up there, and keeps no other from its folder', async () => {
    const reviewer = await instructing(await somebody('instructor'))
    const publish = async (draftId: string) => {
      const revision = async () => (await loadDraft(instructor, { draftId })).revision
      await askForReview(instructor, { draftId, revision: await revision(), now: NOON })
      return publishDraft(reviewer, { draftId, revision: await revision(), now: NOON })
    }
    const asked_ = { summary: 'About lakes.', now: NOON }
    await expect(startCourse(instructor, { ...asked_, title: 'X', id: 'passes' })).rejects.toThrow(
      '`passes` is taken already',
    )
    await expect(startCourse(instructor, { ...asked_, title: 'X', id: 'facts' })).rejects.toThrow(
      'is taken already',
    )
    const draftId = await startCourse(instructor, { ...asked_, title: 'The great lakes', id: '' })
    const view = await loadDraft(instructor, { draftId })
    expect(view.faults).toEqual([])
    expect(view.changes.map(({ path }) => path)).toEqual([
      'the-great-lakes/course.yaml',
      'the-great-lakes/entities.yaml',
    ])
    await publish(draftId)
    expect(await loadCourses(instructor)).toContainEqual({
      id: 'the-great-lakes',
      title: 'The great lakes',
      summary: 'About lakes.',
    })
    const cohortId = await cohortOf('the-great-lakes')
    const userId = await learnerIn(cohortId)
    expect(await asked(userId)).toEqual([])
    const { courses, modules } = await loadCourse(await as(userId), { now: NOON })
    expect([courses.map(({ title }) => title), modules]).toEqual([['The great lakes'], []])
    await loadToday(await as(userId), { now: NOON })
    await loadProgress(await as(userId), { now: NOON })
    await readiness(await running(instructor.user.id, cohortId))

    // A module goes into the course of its draft, and stands in its file.
    const second = await startCourse(instructor, { ...asked_, title: 'Islands', id: 'isles' })
    const editor = await loadEditor(instructor, {
      ...{ draftId: second, thing: 'modules', id: null, kind: null, begin: {} },
    })
    expect(editor.course).toBe('isles')
    await saveThing(instructor, {
      draftId: second,
      written: {
        ...{ thing: 'modules', id: null, kind: null, loaded: null },
        form: { ...editor.form, title: 'Reefs', summary: 'Of them.', lessons: '' },
        told: { severity: null, note: '' },
      },
      seen: null,
      now: NOON,
    })
    // So do states, in the file that it began with.
    for (const form of [
      { name: 'Thule', iso: '304', aliases: '', mentions: '' },
      { name: 'Ultima', iso: '352', aliases: 'The Last', mentions: '' },
    ]) {
      await saveThing(instructor, {
        draftId: second,
        written: {
          ...{ thing: 'states', id: null, kind: null, loaded: null, form },
          told: { severity: null, note: '' },
        },
        seen: null,
        now: NOON,
      })
    }
    const names = (await loadDraft(instructor, { draftId: second })).changes.map(({ name }) => name)
    expect(names).toContain('isles: the file entities.yaml')
    expect(names).toContain('isles: state ultima')
    await publish(second)
    const { files } = await publishedFiles()
    expect(files.get('isles/entities.yaml')).toMatch(/states:\n {2}- id: thule\n/)
    expect(files.get('isles/entities.yaml')).toContain('\n  - id: ultima\n')
    expect(files.get('isles/course.yaml')).toMatch(/modules:\n {2}- id: reefs/)
    expect(files.get('passes/course.yaml')).not.toContain('reefs')

    // The folder of the starts has changed in one of its own courses, which nobody has edited since.
    writeFileSync(
      join(folder.path, 'harbours/facts/growth.yaml'),
      `${readFileSync(join(folder.path, 'harbours/facts/growth.yaml'), 'utf8')}# Checked.\n`,
    )
    const stored = coursesIn(await filesOfVersion((await newest()).version)).get('passes') ?? []
    for (const file of stored) writeFileSync(join(folder.path, 'passes', file.path), file.text)
    expect(await start()).toMatchObject({ outcome: 'published' })
    const now = coursesIn(await filesOfVersion((await newest()).version))
    expect([...now.keys()]).toEqual(['harbours', 'isles', 'passes', 'the-great-lakes'])
    expect(now.get('harbours')).toEqual(await readCourse(join(folder.path, 'harbours')))
    expect(await start()).toMatchObject({ outcome: 'unchanged' })

    // Going back takes the courses that have nothing to ask, and leaves the others.
    const again = { note: null, dryRun: false, now: NOON }
    const [oldest] = (await listVersions()).toReversed()
    await publishAgain(whole, { version: oldest?.version ?? 0, ...again })
    const back = coursesIn(await filesOfVersion((await newest()).version))
    expect([...back.keys()]).toEqual(['harbours', 'passes'])
    // Somebody whose one course is gone is asked nothing, and told nothing else.
    expect(await asked(userId)).toEqual([])
    expect((await loadCourse(await as(userId), { now: NOON })).courses).toEqual([])
  })
})
