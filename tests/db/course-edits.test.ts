import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { InputFile } from '@/lib/compiler/draft'
import { database } from '@/lib/db/connection/client'
import { listVersions } from '@/lib/db/course/course-versions'
import { cardsOf } from '@/lib/db/study/cards'
import { logOf } from '@/lib/db/study/review-log'
import { asQuestionId, asSourceId, type CohortId, type UserId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadItem } from '@/lib/server/cohort/load-item'
import { filesOfVersion } from '@/lib/server/course/course-files-of'
import { loadQuestionHistory } from '@/lib/server/course/load-question-history'
import { planRetraction } from '@/lib/server/course/plan-retraction'
import { publishFiles } from '@/lib/server/course/publish-files'
import { publishAgain } from '@/lib/server/course/publish-folder'
import { retract } from '@/lib/server/course/retract'
import { exportTable } from '@/lib/server/export/export-cohort'
import { askToRelearn } from '@/lib/server/operate/ask-to-relearn'
import { checkLog } from '@/lib/server/operate/check-log'
import { loadQuestion } from '@/lib/server/reference/load-question'
import { startReview } from '@/lib/server/study/start-review'
import { wholeScope } from '@/lib/server/whole-scope'
import { edit } from '../support/course-fixture'
import { dateText } from '../support/date-text'
import {
  as,
  DAY,
  grade,
  instructing,
  MINUTE,
  NOON,
  openScene,
  running,
  send,
  somebody,
} from '../support/scene'

// One course over weeks, with people who learn it. Each test goes on where the one before ended.

const GROWTH = 'harbours/questions/growth.yaml'
const whole = wholeScope()
let scene: { close: () => Promise<void> }
let instructor: UserId
let cohortId: CohortId
/** Knows everything; answered wrongly; knows nothing yet. */
let ana: UserId
let bela: UserId
let cleo: UserId

const KNOWN = [
  'guest-state',
  'founding-motive',
  'league-order',
  'exit-cloze',
  'ships-match',
  'plan-status',
]

beforeAll(async () => {
  scene = await openScene()
  instructor = await somebody('instructor')
  cohortId = await createCohort(await instructing(instructor), { name: 'Edits', now: NOON })
  ;[ana, bela, cleo] = [await somebody(), await somebody(), await somebody()]
  for (const userId of [ana, bela, cleo]) {
    const joinedAt = new Date(NOON)
    await database().membership.create({ data: { userId, cohortId, role: 'learner', joinedAt } })
  }
  for (const questionId of KNOWN) await learn(ana, questionId, NOON)
  await send(bela, NOON, grade(1, NOON, { questionId: 'founding-motive', revision: 1 }))
})
afterAll(() => scene.close())
afterEach(async () => {
  expect((await checkLog(whole, { repair: false })).differences).toEqual([])
})

async function learn(user: UserId, questionId: string, at: number, revision = 1) {
  const later = at + 10 * MINUTE
  const outcomes = await send(
    user,
    later,
    grade(4, at, { questionId, revision }),
    grade(4, later, { questionId, revision }),
  )
  expect(outcomes).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }])
}

/** Publishes the newest files with something changed, in the browser, and runs the job that follows. */
async function publish(change: (files: readonly InputFile[]) => readonly InputFile[], now: number) {
  const [newest] = await listVersions()
  const version = newest?.version ?? 0
  const files = change(await filesOfVersion(version))
  const made = await publishFiles(await instructing(instructor), {
    ...{ files, origin: 'browser', note: null, expectedVersion: version, now },
  })
  expect(made).toMatchObject({ outcome: 'published' })
  await askToRelearn(whole, now)
}

const changeLine = (revision: number, severity: string, note: string, previous = '') =>
  `\n    revision: ${revision}\n    changes:\n      - { revision: ${revision}, severity: ${severity}, note: ${note}${previous} }`

const cardOf = async (user: UserId, questionId: string) =>
  (await cardsOf(user)).find((each) => each.questionId === questionId)?.card
const asked = async (user: UserId, questionId: string, now: number) => {
  const { cards } = await startReview(await as(user), { part: null, now })
  return cards.find(({ question }) => question.id === questionId)
}
const itemOf = async (questionId: string, now: number) =>
  loadItem(await running(instructor, cohortId), { questionId: asQuestionId(questionId), now })

const LATER = NOON + 400 * DAY

test('a typo changes no card and is told to nobody', async () => {
  const before = await cardOf(ana, 'guest-state')
  await publish(
    (files) =>
      edit(
        files,
        GROWTH,
        'explanation: Dunmere watched without a vote.',
        `explanation: Dunmere watched, without a vote.${changeLine(2, 'typo', 'A comma.')}`,
      ),
    NOON + DAY,
  )
  expect(await cardOf(ana, 'guest-state')).toEqual(before)
  const card = await asked(ana, 'guest-state', LATER)
  expect(card?.question.revision).toBe(2)
  expect(card?.correction).toBeUndefined()
  expect((await itemOf('guest-state', LATER)).superseded).toBeNull()
})

test('a wording keeps the schedule and is told once', async () => {
  const before = await cardOf(ana, 'exit-cloze')
  await publish(
    (files) =>
      edit(
        files,
        'harbours/questions/rivals.yaml',
        'after twelve years."',
        `twelve years after its founding."${changeLine(2, 'wording', 'Clearer.')}`,
      ),
    NOON + 2 * DAY,
  )
  expect(await cardOf(ana, 'exit-cloze')).toEqual(before)
  expect((await asked(ana, 'exit-cloze', LATER))?.correction).toMatchObject({
    severity: 'wording',
    notes: ['Clearer.'],
  })
})

describe('a corrected meaning', () => {
  const questionId = 'founding-motive'
  const now = NOON + 3 * DAY

  test('is relearned by who had learned it, and the instructor sees who believes what is no longer so', async () => {
    await publish(
      (files) =>
        edit(
          files,
          GROWTH,
          'answer: Tolls had doubled',
          `answer: Pirates${changeLine(2, 'meaning', 'Misread.', ', previousAnswer: Tolls had doubled')}`,
        ),
      now,
    )
    expect((await asked(ana, questionId, now + 2 * MINUTE))?.correction).toMatchObject({
      severity: 'meaning',
      previousAnswer: 'Tolls had doubled',
    })
    const { superseded } = await itemOf(questionId, now)
    // Bela had answered it wrongly, and Cleo never did.
    expect(superseded).toMatchObject({
      previousAnswer: 'Tolls had doubled',
      note: 'Misread.',
      people: [{ userId: ana, since: 'not yet', sinceAt: null, knewAt: NOON + 10 * MINUTE }],
      before: { people: 2, answers: 3 },
      present: { people: 0, answers: 0 },
    })
  })

  test('the list tells who has relearned it, also as a table', async () => {
    const at = now + 3 * MINUTE
    await send(ana, at, grade(1, at, { questionId, revision: 2 }))
    expect((await itemOf(questionId, at)).superseded?.people).toMatchObject([{ since: 'wrong' }])
    await send(ana, at + MINUTE, grade(3, at + MINUTE, { questionId, revision: 2 }))
    const { superseded } = await itemOf(questionId, at)
    expect(superseded?.people).toMatchObject([{ since: 'relearned', sinceAt: at + MINUTE }])
    expect(superseded?.present).toMatchObject({ people: 1, answers: 2 })
    const csv = await exportTable(await running(instructor, cohortId), {
      ...{ table: 'old-meanings', of: questionId, on: null, now: at },
    })
    expect(csv).toContain('Tolls had doubled')
    expect(csv).toContain('relearned')
  })

  test('stands in the history of the question, and learners read its notes', async () => {
    const history = await loadQuestionHistory(await instructing(instructor), {
      questionId: asQuestionId(questionId),
    })
    expect(history).toMatchObject([
      { revision: 2, change: { severity: 'meaning' }, published: { version: 4, at: now } },
      { revision: 1, change: null, published: { version: 1, by: null } },
    ])
    expect(history[0]?.published?.by).toMatch(/^Person/)
    const view = await loadQuestion(await as(cleo), { questionId: asQuestionId(questionId), now })
    expect(view.notes).toEqual(['Misread.'])
  })
})

test('a retired question leaves the queue and stays in the log', async () => {
  const before = (await logOf(ana)).length
  await publish(
    (files) => {
      const text = files.find(({ path }) => path === 'harbours/questions/rivals.yaml')?.text ?? ''
      const gone = text.slice(text.indexOf('  - id: league-order'))
      return edit(
        edit(files, 'harbours/questions/rivals.yaml', gone, ''),
        'harbours/course.yaml',
        'modules:\n',
        'retired:\n  - { id: league-order, reason: Too easy. }\nmodules:\n',
      )
    },
    NOON + 4 * DAY,
  )
  expect(await asked(ana, 'league-order', LATER)).toBeUndefined()
  expect(await cardOf(ana, 'league-order')).toBeDefined()
  expect(await logOf(ana)).toHaveLength(before)
})

describe('a retraction', () => {
  const withdrawn = { kind: 'source', id: asSourceId('quay-letter') } as const
  const now = NOON + 5 * DAY

  test('is planned without changing anything, with who has learned what', async () => {
    const plan = await planRetraction(await instructing(instructor), withdrawn)
    expect(plan.alone.map(({ id }) => id)).toEqual(['exit-cloze', 'exit-members'])
    expect(plan.supported.map(({ question }) => question.id)).toEqual([
      'ships-match',
      'plan-status',
    ])
    expect(plan.people).toEqual([{ cohortId, cohort: 'Edits', people: 1 }])
    const stranger = await instructing(await somebody('instructor'))
    expect((await planRetraction(stranger, withdrawn)).people).toEqual([])
    expect((await planRetraction(whole, withdrawn)).people).toHaveLength(1)
    expect(await listVersions()).toHaveLength(plan.version)
  })

  test('asks what rests on it alone no more, and the rest again soon, with every schedule kept', async () => {
    const { version } = await planRetraction(whole, withdrawn)
    const before = { kept: await cardOf(ana, 'ships-match'), gone: await cardOf(ana, 'exit-cloze') }
    const made = await retract(await instructing(instructor), {
      ...{ withdrawn, reason: 'The quay never had a letter.', date: dateText('2026-06') },
      ...{ retire: true, retest: true, expectedVersion: version, now },
    })
    expect(made).toEqual({ version: version + 1, retired: 2, retested: 2 })
    await askToRelearn(whole, now)
    await askToRelearn(whole, now + MINUTE)

    for (const id of ['exit-cloze', 'exit-members']) {
      expect(await asked(ana, id, LATER)).toBeUndefined()
    }
    expect(await cardOf(ana, 'exit-cloze')).toEqual(before.gone)
    const { clock } = (await as(ana)).user
    const retested = await cardOf(ana, 'ships-match')
    expect(before.kept?.state.phase).toBe('review')
    expect(retested).toEqual({
      ...before.kept,
      state: { ...before.kept?.state, dueDay: studyDayOf(now, clock) },
    })
    expect(await asked(ana, 'ships-match', now + MINUTE)).toBeDefined()
    expect((await logOf(ana)).filter(({ kind }) => kind === 'retest')).toHaveLength(2)
    expect((await logOf(bela)).filter(({ kind }) => kind === 'retest')).toEqual([])
    const audit = await database().auditEvent.findMany({ orderBy: { id: 'desc' }, take: 3 })
    expect(audit.map(({ kind }) => kind).sort()).toEqual([
      'asked_again',
      'course_published',
      'course_retracted',
    ])
  })

  test('over a version that somebody has published meanwhile changes nothing', async () => {
    const again = retract(await instructing(instructor), {
      ...{ withdrawn, reason: 'Another reason.', date: dateText('2026') },
      ...{ retire: true, retest: false, expectedVersion: 1, now },
    })
    await expect(again).rejects.toThrow(/Somebody published version \d+ meanwhile/)
  })

  test('is undone by publishing the version before once more, and the cards are as they were', async () => {
    const [newest] = await listVersions()
    const before = await cardOf(ana, 'exit-cloze')
    await publishAgain(whole, {
      ...{ version: (newest?.version ?? 0) - 1, note: null, dryRun: false, now: now + DAY },
    })
    await askToRelearn(whole, now + DAY)
    expect(await asked(ana, 'exit-cloze', LATER)).toBeDefined()
    expect(await cardOf(ana, 'exit-cloze')).toEqual(before)
  })
})
