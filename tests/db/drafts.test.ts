import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { FormValues } from '@/lib/authoring/forms/form-values'
import type { Told } from '@/lib/authoring/raise-revision'
import type { Thing } from '@/lib/authoring/thing'
import { database, databasePool } from '@/lib/db/connection/client'
import { together } from '@/lib/db/connection/together'
import { lockPublishing } from '@/lib/db/course/course-versions'
import type { QuestionKind } from '@/lib/kinds/types'
import { checkThing } from '@/lib/server/authoring/check-thing'
import { askForReview, sendBack, withdrawDraft } from '@/lib/server/authoring/decide-draft'
import { findPicks } from '@/lib/server/authoring/find-picks'
import { loadDraft } from '@/lib/server/authoring/load-draft'
import { loadDrafts } from '@/lib/server/authoring/load-drafts'
import { loadEditor } from '@/lib/server/authoring/load-editor'
import { publishDraft } from '@/lib/server/authoring/publish-draft'
import { publishedFiles } from '@/lib/server/authoring/published-files'
import { saveThing } from '@/lib/server/authoring/save-thing'
import { startDraft } from '@/lib/server/authoring/start-draft'
import { retireQuestion, takeOut } from '@/lib/server/authoring/take-out'
import { askToRelearn } from '@/lib/server/operate/ask-to-relearn'
import { checkLog } from '@/lib/server/operate/check-log'
import { deleteAccount } from '@/lib/server/people/delete-account'
import type { InstructorScope } from '@/lib/server/scope'
import { startReview } from '@/lib/server/study/start-review'
import { wholeScope } from '@/lib/server/whole-scope'
import {
  as,
  DAY,
  instructing,
  MINUTE,
  NOON,
  openScene,
  somebody,
  somebodyWhoKnows,
} from '../support/scene'

let scene: { close: () => Promise<void> }
let author: InstructorScope
let reviewer: InstructorScope
beforeAll(async () => {
  scene = await openScene()
  author = await instructing(await somebody('instructor'))
  reviewer = await instructing(await somebody('instructor'))
})
// The law of every test below: no publication leaves a card that its log does not make.
afterAll(async () => {
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  await scene.close()
})

const QUESTION = 'founding-motive'
const NOT_TOLD: Told = { severity: null, note: '' }
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })
const draftNamed = (title: string) => startDraft(author, { title, now: NOON })

const open = (draftId: string, thing: Thing, id: string | null, kind: QuestionKind | null = null) =>
  loadEditor(author, { draftId, thing, id, kind, begin: {} })

type Editor = Awaited<ReturnType<typeof open>>

/** Sends the form of an editor with some of its fields filled in otherwise. */
const fill = (
  by: InstructorScope,
  editor: Editor,
  form: FormValues,
  told: Told = NOT_TOLD,
  now = NOON,
) =>
  saveThing(by, {
    draftId: editor.draftId,
    written: {
      thing: editor.thing,
      id: editor.id,
      kind: editor.kind,
      form: { ...editor.form, ...form },
      loaded: editor.loaded,
      told,
    },
    seen: editor.seen,
    now,
  })

const revisionOf = async (draftId: string) => (await loadDraft(author, { draftId })).revision
const entityNamed = async (id: string) =>
  (await publishedFiles()).catalogue.entities.find((entity) => entity.id === id)
const textIn = async (path: string) => (await publishedFiles()).files.get(path) ?? ''

/** Publishes a draft by the second person. */
async function published(draftId: string, now: number): Promise<number> {
  await askForReview(author, { draftId, revision: await revisionOf(draftId), now })
  return publishDraft(reviewer, { draftId, revision: await revisionOf(draftId), now })
}

describe('a draft', () => {
  test('is published by a second person, and who learned a changed meaning sees the old answer', async () => {
    const learner = await somebodyWhoKnows(QUESTION, NOON)
    const before = await textIn('harbours/questions/growth.yaml')
    const draftId = await draftNamed('Pirates')
    const editor = await open(draftId, 'questions', QUESTION)
    const told = { severity: 'meaning', note: 'The letter names pirates.' } as const
    await fill(author, editor, { answer: 'Pirates' }, told)

    await askForReview(author, { draftId, revision: await revisionOf(draftId), now: NOON })
    const revision = await revisionOf(draftId)
    await expect(publishDraft(author, { draftId, revision, now: NOON })).rejects.toThrow(
      refusal('not_allowed'),
    )
    expect((await loadDraft(reviewer, { draftId })).changes[0]?.fields).toContainEqual({
      label: 'Answer',
      before: 'Tolls had doubled',
      after: 'Pirates',
    })
    const now = NOON + DAY
    const version = await publishDraft(reviewer, { draftId, revision, now })
    expect(await loadDraft(author, { draftId })).toMatchObject({
      state: 'published',
      publishedVersion: version,
      reviewer: reviewer.user.name,
    })

    await askToRelearn(wholeScope(), now)
    const [card] = (await startReview(await as(learner), { part: null, now: now + 2 * MINUTE }))
      .cards
    expect(card).toMatchObject({
      question: { id: QUESTION, revision: 2 },
      correction: {
        severity: 'meaning',
        previousAnswer: 'Tolls had doubled',
        notes: ['The letter names pirates.'],
      },
    })
    // Everything else in the file is byte for byte as it was.
    const after = await textIn('harbours/questions/growth.yaml')
    const lines = (text: string) => text.split('\n')
    const gone = lines(before).filter((line) => !lines(after).includes(line))
    expect(gone.map((line) => line.trim())).toEqual(['answer: Tolls had doubled'])
    const kinds = await auditKinds(draftId)
    expect(kinds).toEqual([
      'draft_started',
      'draft_changed',
      'draft_review_asked',
      'draft_published',
    ])
  })

  test('does not save a change of what people learned without its severity and its reason', async () => {
    const draftId = await draftNamed('Untold')
    const editor = await open(draftId, 'questions', 'fleet-size')
    await expect(fill(author, editor, { explanation: 'Another one.' })).rejects.toThrow(
      refusal('invalid_input'),
    )
    expect((await loadDraft(author, { draftId })).changes).toEqual([])
    // Its surroundings are nothing that anybody learned.
    await fill(author, editor, { depth: 'core' })
    expect((await loadDraft(author, { draftId })).changes).toHaveLength(1)
  })

  test('that has faults waits for no review, and says where they are', async () => {
    const draftId = await draftNamed('Faulty')
    const editor = await open(draftId, 'questions', null, 'choice')
    await fill(author, editor, { prompt: 'Who?', id: 'who-is-it', lesson: 'lean-years' })
    const revision = await revisionOf(draftId)
    await expect(askForReview(author, { draftId, revision, now: NOON })).rejects.toThrow(
      refusal('course_invalid'),
    )
    const { faults, state } = await loadDraft(author, { draftId })
    expect(state).toBe('draft')
    expect(faults[0]).toMatchObject({ file: 'harbours/questions/rivals.yaml' })
  })

  test('goes back to its author with what is to be done, and a change ends the review', async () => {
    const draftId = await draftNamed('Back and forth')
    await fill(author, await open(draftId, 'topics', 'trade'), { title: 'Trade and tolls' })
    await askForReview(author, { draftId, revision: await revisionOf(draftId), now: NOON })
    const seen = await revisionOf(draftId)
    await sendBack(reviewer, { draftId, revision: seen, comment: 'Shorter, please.', now: NOON })
    expect(await loadDraft(author, { draftId })).toMatchObject({
      state: 'sent_back',
      comment: 'Shorter, please.',
    })
    await askForReview(author, { draftId, revision: await revisionOf(draftId), now: NOON })
    const waiting = await revisionOf(draftId)
    await fill(author, await open(draftId, 'topics', 'trade'), { title: 'Tolls' })
    await expect(publishDraft(reviewer, { draftId, revision: waiting, now: NOON })).rejects.toThrow(
      refusal('not_allowed'),
    )
    expect((await loadDraft(author, { draftId })).state).toBe('draft')
    await expect(
      withdrawDraft(reviewer, { draftId, revision: await revisionOf(draftId), now: NOON }),
    ).rejects.toThrow(refusal('not_allowed'))
    await withdrawDraft(author, { draftId, revision: await revisionOf(draftId), now: NOON })
    await expect(open(draftId, 'topics', 'trade')).rejects.toThrow(refusal('not_found'))
    const listed = (await loadDrafts(reviewer)).find(({ id }) => id === draftId)
    expect(listed).toMatchObject({ state: 'withdrawn', own: false })
  })

  test('is published by nobody who has changed it, but by a third person', async () => {
    const draftId = await draftNamed('Three people')
    const change = async (by: InstructorScope, title: string) =>
      fill(by, await open(draftId, 'topics', 'trade'), { title })
    await change(reviewer, 'Trade of the second')
    await askForReview(author, { draftId, revision: await revisionOf(draftId), now: NOON })
    const revision = await revisionOf(draftId)
    for (const by of [author, reviewer]) {
      await expect(publishDraft(by, { draftId, revision, now: NOON })).rejects.toThrow(
        refusal('not_allowed'),
      )
    }
    expect((await loadDraft(reviewer, { draftId })).whyNotPublish).toMatch(/You have changed/)
    const third = await instructing(await somebody('instructor'))
    expect((await loadDraft(third, { draftId })).whyNotPublish).toBeNull()
    const version = await publishDraft(third, { draftId, revision, now: NOON })
    const event = await database().auditEvent.findFirst({
      where: { kind: 'draft_published', actorId: third.user.id },
    })
    expect(event?.detail).toMatchObject({ draft: draftId, version, alone: 'no' })
  })

  test('that all who are left have changed is published by an administrator among them, and the audit says so', async () => {
    const admin = await instructing(await somebody('admin'))
    const gone = await instructing(await somebody('instructor'))
    const draftId = await draftNamed('All of them')
    const change = async (by: InstructorScope, title: string) =>
      fill(by, await open(draftId, 'topics', 'trade'), { title })
    await change(gone, 'Trade of somebody who leaves')
    await change(admin, 'Trade of an administrator')
    await askForReview(author, { draftId, revision: await revisionOf(draftId), now: NOON })
    const revision = await revisionOf(draftId)
    await expect(publishDraft(admin, { draftId, revision, now: NOON })).rejects.toThrow(
      refusal('not_allowed'),
    )
    await deleteAccount(wholeScope(), {
      userId: gone.user.id,
      mode: 'anonymise',
      certificates: 'keep',
      now: NOON,
    })
    await database().user.updateMany({
      where: {
        id: { notIn: [admin.user.id, author.user.id] },
        role: { in: ['instructor', 'admin'] },
      },
      data: { disabledAt: new Date(NOON) },
    })
    try {
      await expect(publishDraft(author, { draftId, revision, now: NOON })).rejects.toThrow(
        refusal('not_allowed'),
      )
      await publishDraft(admin, { draftId, revision, now: NOON })
    } finally {
      await database().user.updateMany({ data: { disabledAt: null } })
    }
    const event = await database().auditEvent.findFirst({
      where: { kind: 'draft_published', actorId: admin.user.id },
    })
    expect(event?.detail).toMatchObject({ draft: draftId, alone: 'yes' })
  })

  test('of an administrator who is alone is published by themselves, and the audit says so', async () => {
    const admin = await instructing(await somebody('admin'))
    const draftId = await startDraft(admin, { title: 'Alone', now: NOON })
    const editor = await loadEditor(admin, {
      draftId,
      thing: 'topics',
      id: 'leagues',
      kind: null,
      begin: {},
    })
    await fill(admin, editor, { title: 'Leagues, with dates' })
    await askForReview(admin, { draftId, revision: await revisionOf(draftId), now: NOON })
    const revision = await revisionOf(draftId)
    await expect(publishDraft(admin, { draftId, revision, now: NOON })).rejects.toThrow(
      refusal('not_allowed'),
    )
    await database().user.updateMany({
      where: { id: { not: admin.user.id }, role: { in: ['instructor', 'admin'] } },
      data: { disabledAt: new Date(NOON) },
    })
    try {
      await publishDraft(admin, { draftId, revision, now: NOON })
    } finally {
      await database().user.updateMany({ data: { disabledAt: null } })
    }
    const event = await database().auditEvent.findFirst({
      where: { kind: 'draft_published', actorId: admin.user.id },
    })
    expect(event?.detail).toMatchObject({ draft: draftId, alone: 'yes' })
  })
})

test.each([
  [
    'sent back',
    (draftId: string, revision: number) =>
      sendBack(reviewer, { draftId, revision, comment: 'Not yet.', now: NOON }),
  ],
  [
    'withdrawn',
    (draftId: string, revision: number) => withdrawDraft(author, { draftId, revision, now: NOON }),
  ],
])('a draft that is %s while it is being published is not published', async (_, decide) => {
  const draftId = await draftNamed('Too late')
  await fill(author, await open(draftId, 'topics', 'trade'), { title: 'Trade, too late' })
  await askForReview(author, { draftId, revision: await revisionOf(draftId), now: NOON })
  const revision = await revisionOf(draftId)
  const { version } = await publishedFiles()
  const held = await holdPublishing()
  const publishing = publishDraft(reviewer, { draftId, revision, now: NOON })
  const failure = expect(publishing).rejects.toThrow(refusal('not_allowed'))
  await vi.waitUntil(held.somebodyWaits, { timeout: 10_000 })
  await decide(draftId, revision)
  await held.release()
  await failure
  expect((await publishedFiles()).version).toBe(version)
  expect(await auditKinds(draftId)).not.toContain('draft_published')
})

describe('two people', () => {
  test('who change different fields of one question both keep what they wrote', async () => {
    const draftId = await draftNamed('Both')
    const [one, other] = [
      await open(draftId, 'questions', 'plan-status'),
      await open(draftId, 'questions', 'plan-status'),
    ]
    const told = { severity: 'wording', note: 'Clearer.' } as const
    expect((await fill(author, one, { explanation: 'It speaks of a plan.' }, told)).kind).toBe(
      'saved',
    )
    expect((await fill(reviewer, other, { asOf: '1999' }, told)).kind).toBe('saved')
    const { form } = await open(draftId, 'questions', 'plan-status')
    expect(form).toMatchObject({ explanation: 'It speaks of a plan.', asOf: '1999' })
  })

  test('who change the same field see both values, and the second one chooses', async () => {
    const draftId = await draftNamed('The same')
    const told = { severity: 'wording', note: 'Clearer.' } as const
    const [one, other] = [
      await open(draftId, 'questions', 'plan-status'),
      await open(draftId, 'questions', 'plan-status'),
    ]
    await fill(author, one, { explanation: 'Mine.', depth: 'core' }, told)
    const second = await fill(reviewer, other, { explanation: 'Yours.' }, told)
    if (second.kind !== 'collided') return expect.unreachable('something was overwritten')
    expect(second.collisions).toEqual([
      { field: 'explanation', label: 'Explanation', theirs: 'Mine.', mine: 'Yours.' },
    ])
    expect(second.form).toMatchObject({ explanation: 'Yours.', depth: 'core' })
    expect((await open(draftId, 'questions', 'plan-status')).form.explanation).toBe('Mine.')
    const again = { ...other, form: second.form, loaded: second.loaded }
    expect((await fill(reviewer, again, {}, told)).kind).toBe('saved')
    expect((await open(draftId, 'questions', 'plan-status')).form).toMatchObject({
      explanation: 'Yours.',
      depth: 'core',
    })
  })

  test('whose drafts change the same field: the later draft cannot be published before its author chose', async () => {
    const first = await draftNamed('Earlier')
    const second = await draftNamed('Later')
    const told = { severity: 'wording', note: 'Clearer.' } as const
    const target = ['questions', 'league-order'] as const
    await fill(
      author,
      await open(second, ...target),
      { explanation: 'Later words.', depth: 'core' },
      told,
    )
    await fill(
      author,
      await open(first, ...target),
      { explanation: 'Earlier words.', topic: 'trade' },
      told,
    )
    await published(first, NOON + DAY)

    const shown = await loadDraft(author, { draftId: second })
    expect(shown.changes[0]?.collides).toBe(true)
    await expect(
      askForReview(author, { draftId: second, revision: shown.revision, now: NOON + DAY }),
    ).rejects.toThrow(refusal('not_allowed'))
    const editor = await open(second, ...target)
    expect(editor.collisions).toContainEqual({
      field: 'explanation',
      label: 'Explanation',
      theirs: 'Earlier words.',
      mine: 'Later words.',
    })
    // What the published course alone has changed is there already.
    expect(editor.form).toMatchObject({
      explanation: 'Later words.',
      topic: 'trade',
      depth: 'core',
    })
    await fill(author, editor, {}, told)
    await published(second, NOON + 2 * DAY)
    const { look } = await publishedFiles()
    expect(look.catalogue.questions.find(({ id }) => id === 'league-order')).toMatchObject({
      explanation: 'Later words.',
      topic: 'trade',
      depth: 'core',
      revision: 4,
    })
  })
})

describe('a form as it is filled in', () => {
  test('has each fault at its field, and the question as learners will see it', async () => {
    const draftId = await draftNamed('Checked')
    const editor = await open(draftId, 'questions', 'fleet-size')
    const check = (form: FormValues, told: Told = NOT_TOLD) =>
      checkThing(author, {
        draftId,
        written: { ...editor, form: { ...editor.form, ...form }, told },
      })
    expect(await check({})).toMatchObject({ faults: [], elsewhere: [], asksForSeverity: false })
    const wrong = await check({ explanation: '', facts: 'no-such-fact', answer: 'many' })
    expect(new Set(wrong.faults.map(({ field }) => field))).toEqual(
      new Set(['severity', 'note', 'explanation', 'answer']),
    )
    expect((await check({ facts: 'no-such-fact' }, told)).faults).toContainEqual({
      field: 'facts',
      message: 'There is no fact `no-such-fact`.',
    })
    const right = await check({ explanation: 'As the report says.' }, told)
    expect(right).toMatchObject({
      faults: [],
      asksForSeverity: true,
      preview: { kind: 'question', card: { question: { explanation: 'As the report says.' } } },
    })
  })

  test('of a lesson has the line of the text on which a fault stands, and refuses markup', async () => {
    const draftId = await draftNamed('Lesson')
    const editor = await open(draftId, 'lessons', 'lean-years')
    const body = `Hello <script>alert(1)</script>\n\n${editor.form.body}`
    const { faults, preview } = await checkThing(author, {
      draftId,
      written: { ...editor, form: { ...editor.form, body }, told: NOT_TOLD },
    })
    expect(faults[0]).toEqual({
      field: 'body',
      message: 'Line 1: a lesson must not contain raw HTML.',
    })
    const shown = preview?.kind === 'lesson' ? preview.lesson.blocks : []
    expect(JSON.stringify(shown)).toContain('Hello')
    expect(JSON.stringify(shown)).not.toContain('<script')
  })

  const told = { severity: 'wording', note: 'Clearer.' } as const
})

test('a state and a body get their names by a form, and what is written of others stays', async () => {
  const before = await textIn('harbours/entities.yaml')
  const draftId = await draftNamed('Names')
  const gault = { name: 'Gault', id: 'ga', iso: '90', mentions: 'Gaultish\nGault Bay' }
  await fill(author, await open(draftId, 'states', null), gault)
  const { faults } = await loadDraft(author, { draftId })
  expect(faults).toMatchObject([{ file: 'harbours/entities.yaml' }])
  await fill(author, await open(draftId, 'states', 'ga'), { iso: '910' })
  await fill(author, await open(draftId, 'bodies', null), { name: 'Pilot Guild' })
  await fill(author, await open(draftId, 'states', 'ar'), { aliases: 'Old Arvenia' })
  expect(await loadDraft(author, { draftId })).toMatchObject({ faults: [] })
  const find = { draftId, course: 'harbours', what: 'states', query: 'gault' } as const
  expect(await findPicks(author, find)).toEqual([{ value: 'ga', label: 'Gault' }])

  await published(draftId, NOON)
  const after = await textIn('harbours/entities.yaml')
  const kept = before.split('\n').filter((line) => !line.includes('id: ar,'))
  expect(after.split('\n')).toEqual(expect.arrayContaining(kept))
  expect(await entityNamed('ga')).toMatchObject({ name: 'Gault', isoNumeric: '910' })
  expect(await entityNamed('ar')).toMatchObject({ aliases: ['Old Arvenia'] })
  expect(await entityNamed('pilot-guild')).toMatchObject({ kind: 'body' })
})

test('a retired question is asked no more, and one that is taken out of the draft stays', async () => {
  const draftId = await draftNamed('Retire')
  const reason = 'The letter is a forgery.'
  await retireQuestion(author, { draftId, questionId: 'exit-members', reason, now: NOON })
  const { faults, changes } = await loadDraft(author, { draftId })
  // A lesson still asks it: the author is told, and takes it out of the lesson.
  expect(faults.map(({ file }) => file)).toContain('harbours/lessons/rivals/lean-years.md')
  expect(changes.map(({ how }) => how)).toEqual(['removed', 'new'])
  for (const { path, list, id } of changes)
    await takeOut(author, { draftId, path, list, id, now: NOON })
  expect(await loadDraft(author, { draftId })).toMatchObject({ changes: [], faults: [] })
})

/** Lets nobody publish until it is released. */
async function holdPublishing() {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let holding = Promise.resolve()
  await new Promise<void>((locked) => {
    holding = together(async () => {
      await lockPublishing()
      locked()
      await released
    })
  })
  return {
    somebodyWaits: async () => {
      const waiting = await databasePool().query(
        `SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = "database"
         WHERE "locktype" = 'advisory' AND NOT "granted" AND d.datname = current_database()`,
      )
      return waiting.rows.length > 0
    },
    release: () => {
      release()
      return holding
    },
  }
}

async function auditKinds(draft: string): Promise<readonly string[]> {
  const events = await database().auditEvent.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return events
    .filter(({ detail }) => JSON.stringify(detail).includes(draft))
    .map(({ kind }) => kind)
}
