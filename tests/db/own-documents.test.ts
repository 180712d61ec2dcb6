import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Thing } from '@/lib/authoring/thing'
import { database } from '@/lib/db/connection/client'
import { DOCUMENT_LIMITS } from '@/lib/documents/limits'
import { readDocument } from '@/lib/documents/read-document'
import { asLessonId, asSourceId } from '@/lib/kernel/ids'
import { addDocument } from '@/lib/server/authoring/add-document'
import { askForReview, withdrawDraft } from '@/lib/server/authoring/decide-draft'
import { draftOf, workspaceOf } from '@/lib/server/authoring/draft-of'
import { findPicks } from '@/lib/server/authoring/find-picks'
import { checkTable, importQuestions } from '@/lib/server/authoring/import-questions'
import { loadDraft } from '@/lib/server/authoring/load-draft'
import { publishDraft } from '@/lib/server/authoring/publish-draft'
import { publishedFiles } from '@/lib/server/authoring/published-files'
import { readUpload } from '@/lib/server/authoring/read-upload'
import { saveThing } from '@/lib/server/authoring/save-thing'
import { startDraft } from '@/lib/server/authoring/start-draft'
import { takeOut } from '@/lib/server/authoring/take-out'
import { completeLesson } from '@/lib/server/course/complete-lesson'
import { publishFiles } from '@/lib/server/course/publish-files'
import { loadSource } from '@/lib/server/reference/load-source'
import type { InstructorScope } from '@/lib/server/scope'
import { startReview } from '@/lib/server/study/start-review'
import { wholeScope } from '@/lib/server/whole-scope'
import { docxOf, pdfOf, pdfOfZeros, zipOf } from '../support/documents'
import { as, instructing, MINUTE, NOON, openScene, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
let author: InstructorScope
let reviewer: InstructorScope
beforeAll(async () => {
  scene = await openScene()
  author = await instructing(await somebody('instructor'))
  reviewer = await instructing(await somebody('instructor'))
})
afterAll(() => scene.close())

const bytes = (data: Uint8Array) => ({ bytes: data })

test('the text of a .docx document, of a PDF and of a text file comes with its paragraphs', async () => {
  expect(await readUpload(author, bytes(docxOf(['One.', 'Two.'])))).toMatch(/^One\.\n\nTwo\.\s*$/)
  const pdf = pdfOf([
    [700, 'The first'],
    [686, 'goes on.'],
    [650, 'The second.'],
    [636, 'It ends.'],
  ])
  expect(await readUpload(author, bytes(pdf))).toBe('The first goes on.\n\nThe second. It ends.')
  expect(await readUpload(author, bytes(Buffer.from('Каспий.\n\nДва.')))).toBe('Каспий.\n\nДва.')
}, 120_000)

test('a zip bomb, a PDF that is none, broken text and a file that is too large are refused in words, and the next document is read', async () => {
  const zeros = Buffer.alloc(DOCUMENT_LIMITS.unpackedBytes + 1)
  const refused: readonly (readonly [Uint8Array, RegExp])[] = [
    [
      docxOf(['One.'], [{ name: 'word/media/a.bin', bytes: zeros, claimed: 10 }]),
      /unpacks to more/,
    ],
    [zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]), /no \.docx/],
    [docxOf(['One.']).subarray(0, 300), /damaged/],
    [Buffer.from('%PDF-1.7\nThis is no PDF at all.'), /damaged/],
    [Buffer.from([0x41, 0xff, 0xfe, 0x41]), /not text in UTF-8/],
    [Buffer.alloc(50 * 1024 * 1024, 0x41), /larger than 20 MB/],
    [Buffer.from('a '.repeat(DOCUMENT_LIMITS.characters)), /more than 400000 characters/],
    [pdfOf([]), /no text/],
    [Buffer.alloc(0), /empty/],
  ]
  for (const [file, words] of refused) {
    await expect(readUpload(author, bytes(file)), String(words)).rejects.toThrow(words)
  }
  expect(await readUpload(author, bytes(docxOf(['Still here.'])))).toContain('Still here.')
  expect(await database().ownDocument.count()).toBe(0)
}, 240_000)

test('a document that takes too long or too much memory is given up', async () => {
  const long = docxOf(
    Array.from({ length: 20_000 }, (_, i) => `Paragraph ${i} of a long document.`),
  )
  const slow = { memoryMb: 512, seconds: 0.001, unpackedBytes: 1e9 }
  expect(await readDocument(long, slow)).toEqual({ kind: 'failed', why: 'time' })
  const small = { memoryMb: 16, seconds: 60, unpackedBytes: 1e9 }
  expect(await readDocument(long, small)).toMatchObject({ kind: 'failed' })
}, 120_000)

test('a small PDF that unpacks to hundreds of megabytes is given up for its memory, and a plain one is read', async () => {
  const limits = { memoryMb: 200, seconds: 60, unpackedBytes: 1e9 }
  const bomb = pdfOfZeros(400)
  expect(bomb.length).toBeLessThan(500_000)
  expect(await readDocument(bomb, limits)).toEqual({ kind: 'failed', why: 'memory' })
  expect(await readDocument(pdfOf([[700, 'Still here.']]), limits)).toMatchObject({ kind: 'text' })
}, 120_000)

test('a document becomes a lesson with five questions, which a learner reviews with the text at hand', async () => {
  const draftId = await startDraft(author, { title: 'The lighthouse', now: NOON })
  const source = await addDocument(author, {
    draftId,
    text: 'The lighthouse of Borland was lit in 1993.\n\nIts keeper was a woman from Elsund.\n\nShe lit it\nwith whale oil.',
    form: { ...DESCRIBED, title: 'The lighthouse book', short: 'lig' },
    now: NOON,
  })
  expect(source).toBe('the-lighthouse-book')
  const paragraphs = await findPicks(author, {
    draftId,
    course: 'harbours',
    what: 'citations',
    query: 'whale oil',
  })
  expect(paragraphs.map(({ value }) => value)).toEqual(['the-lighthouse-book#3'])

  const write = (
    thing: Thing,
    form: Readonly<Record<string, string>>,
    kind: 'flash' | null = null,
  ) =>
    saveThing(author, {
      draftId,
      written: { thing, id: null, kind, form, loaded: null, told: { severity: null, note: '' } },
      seen: null,
      now: NOON,
    })
  const fact = (id: string, statement: string, paragraph: number, keyTerms: string) => ({
    id,
    statement,
    kind: 'event',
    asOf: '1993',
    cites: `${source}#${paragraph}`,
    keyTerms,
  })
  await write(
    'facts',
    fact('lig-lit', 'The lighthouse was lit in 1993.', 1, 'lit in 1993\nlighthouse'),
  )
  await write('facts', fact('lig-keeper', 'Its keeper came from Elsund.', 2, 'Elsund\nkeeper'))
  await write('facts', fact('lig-oil', 'It burned whale oil.', 3, 'whale oil\nlit it'))
  await write('topics', { id: 'lights', title: 'Lights' })
  await write('modules', { id: 'lights', title: 'Lights', summary: 'How the coast was lit.' })
  await write('lessons', {
    id: 'the-lighthouse',
    module: 'lights',
    title: 'The lighthouse',
    question: 'Who lit the coast?',
    minutes: '3',
    body: LESSON,
  })
  const table = [
    'id\tkind\tquestion\tanswer\twrong\texplanation\tfacts\tlesson\ttopic\tdepth\tasks',
    line('lit-year', 'flash', 'When was the lighthouse lit?', '1993', '', 'lig-lit', 'core'),
    line(
      'lit-who',
      'choice',
      'Where did the keeper come from?',
      'Elsund',
      'Arvenia | Farholm',
      'lig-keeper',
      'core',
    ),
    line('lit-oil', 'text', 'What did it burn?', 'Whale oil', '', 'lig-oil', 'full'),
    line('lit-gender', 'flash', 'Was the keeper a man?', 'No', '', 'lig-keeper', 'full'),
    line('lit-where', 'flash', 'In which state does it stand?', 'Borland', '', 'lig-lit', 'full'),
  ]
  const broken = [
    ...table.slice(0, 3),
    line('lit-oil', 'text', 'What did it burn?', '', '', 'lig-none', 'deep'),
  ]
  const { faults } = await checkTable(author, { draftId, text: broken.join('\n') })
  expect(faults.map(({ line: at, column }) => [at, column])).toEqual(
    expect.arrayContaining([
      [4, 'depth'],
      [4, 'answer'],
    ]),
  )
  await expect(
    importQuestions(author, { draftId, text: broken.join('\n'), now: NOON }),
  ).rejects.toThrow(/Nothing was imported/)
  expect(await importQuestions(author, { draftId, text: table.join('\n'), now: NOON })).toBe(5)
  expect((await loadDraft(author, { draftId })).faults).toEqual([])

  const revision = async () => (await loadDraft(author, { draftId })).revision
  await askForReview(author, { draftId, revision: await revision(), now: NOON })
  await publishDraft(reviewer, { draftId, revision: await revision(), now: NOON })

  const learner = await as(await somebody())
  await completeLesson(learner, { lessonId: asLessonId('the-lighthouse'), now: NOON })
  const { cards } = await startReview(learner, { part: null, now: NOON + MINUTE })
  const asked = cards.filter(({ question }) => question.lesson === 'the-lighthouse')
  expect(asked.length).toBeGreaterThan(0)
  expect(asked[0]?.citations[0]?.source).toBe(source)
  const shown = await loadSource(learner, asSourceId(source))
  expect(JSON.stringify(shown)).toContain('She lit it with whale oil.')
})

test('a paragraph of an own document is found by the words of its text and of its headings', async () => {
  const draftId = await startDraft(author, { title: 'Harbours', now: NOON })
  const text = [
    'Pirates of Elsund taxed the co-operation of the ports.',
    'The Café was closed.',
    `${'A long sentence. '.repeat(60)}It ends with a walrus.`,
    'Каспийское море.',
    ...Array.from({ length: 40 }, (_, i) => `Ship ${i} came into the port.`),
  ].join('\n\n')
  const form = { ...DESCRIBED, title: 'The harbour book', short: 'har', sections: '1-2 | Coffee' }
  await addDocument(author, { draftId, text, form, now: NOON })
  const find = (query: string) =>
    findPicks(author, { draftId, course: 'harbours', what: 'citations', query })
  const numbers = async (query: string) =>
    (await find(query)).map(({ value }) => value.replace('the-harbour-book#', ''))

  expect(await numbers('harbour pirates taxed')).toEqual(['1'])
  expect(await numbers('cooperation')).toEqual([])
  expect(await numbers('Co-operation ELSUND')).toEqual(['1'])
  expect(await numbers('coffee cafe')).toEqual(['2'])
  expect(await numbers('coffee café')).toEqual(['2'])
  expect(await numbers('irates harbour'), 'within a word').toEqual([])
  expect(await numbers('walrus')).toEqual(['3'])
  expect(await numbers('каспий')).toEqual(['4'])
  // And “Ship 7 came into the port.”
  expect(await numbers('the-harbour-book#7')).toEqual(['7', '12'])
  expect(await numbers('ship harbour')).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 5)))
  const [long] = await find('harbour walrus')
  expect(long?.label).toMatch(/^The harbour book, paragraph 3 · A long sentence/)
  expect(long?.label.length).toBeLessThan(300)
})

test('a table of two hundred questions is imported at once, also after another one', async () => {
  const draftId = await startDraft(author, { title: 'Many', now: NOON })
  for (const table of ['one', 'two']) {
    const text = [
      'id\tkind\tquestion\tanswer\texplanation\tfacts\tlesson\tdepth\tasks',
      ...Array.from({ length: 200 }, (_, i) =>
        [
          `${table}-${i}`,
          'flash',
          `What is number ${i} of table ${table}?`,
          `It is ${table} ${i}`,
          'As the report says.',
          'tid-motive',
          'lean-years',
          'full',
          'fact',
        ].join('\t'),
      ),
    ].join('\n')
    expect(await importQuestions(author, { draftId, text, now: NOON })).toBe(200)
  }
  const { changes } = await loadDraft(author, { draftId })
  expect(changes.map(({ id }) => id)).toContain('two-199')
  expect(changes).toHaveLength(400)
}, 60_000)

test('a document that is taken out of its draft leaves no text behind', async () => {
  const draftId = await startDraft(author, { title: 'Not this one', now: NOON })
  const source = await addDocument(author, {
    draftId,
    text: 'A text.',
    form: { title: 'Unwanted' },
    now: NOON,
  })
  await expect(
    addDocument(author, { draftId, text: 'Another.', form: { id: source }, now: NOON }),
  ).rejects.toThrow(/taken/)
  expect(await database().ownDocument.count({ where: { sourceId: source } })).toBe(1)
  await takeOut(author, {
    draftId,
    path: `harbours/sources/${source}.yaml`,
    list: null,
    id: source,
    now: NOON,
  })
  expect(await database().ownDocument.count({ where: { sourceId: source } })).toBe(0)
  expect((await loadDraft(author, { draftId })).changes).toEqual([])
})

test('a draft that is withdrawn leaves no text behind, and its id is free', async () => {
  const add = async (title: string) => {
    const draftId = await startDraft(author, { title, now: NOON })
    const form = { title: 'The withdrawn one' }
    return { draftId, source: await addDocument(author, { draftId, text: 'A.', form, now: NOON }) }
  }
  const first = await add('The first')
  // Its text is not published, so nothing but its id tells others of it.
  const second = await add('The second')
  expect([first.source, second.source]).toEqual(['the-withdrawn-one', 'the-withdrawn-one-2'])
  const { draftId } = first
  const { revision } = await loadDraft(author, { draftId })
  await withdrawDraft(author, { draftId, revision, now: NOON })
  const left = await database().ownDocument.findMany({
    where: { sourceId: { startsWith: 'the-withdrawn-one' } },
  })
  expect(left.map(({ sourceId }) => sourceId)).toEqual([second.source])
  expect((await add('The third')).source).toBe(first.source)
})

test.each(['taken out', 'withdrawn'] as const)(
  'a document that was published meanwhile keeps its text when it is %s',
  async (how) => {
    const draftId = await startDraft(author, { title: 'Ahead of it', now: NOON })
    const form = { ...DESCRIBED, title: `Published and ${how}`, short: how.slice(0, 3) }
    const source = await addDocument(author, { draftId, text: 'A text.', form, now: NOON })
    const published = await publishedFiles()
    const { files } = workspaceOf(published, await draftOf(draftId))
    const made = await publishFiles(wholeScope(), {
      files: [...files].map(([path, text]) => ({ path, text })),
      origin: 'command',
      note: null,
      expectedVersion: published.version,
      now: NOON,
    })
    expect(made).toMatchObject({ outcome: 'published' })
    const path = `harbours/sources/${source}.yaml`
    const { revision } = await loadDraft(author, { draftId })
    if (how === 'taken out') {
      await takeOut(author, { draftId, path, list: null, id: source, now: NOON })
    } else await withdrawDraft(author, { draftId, revision, now: NOON })
    expect(await database().ownDocument.count({ where: { sourceId: source } })).toBe(1)
  },
)

const DESCRIBED = {
  publisher: 'Coast Review',
  date: '1994',
  dateKnown: 'stated',
  dateNote: 'Printed on its cover.',
  reliability: 'Invented.',
}

const LESSON = `## The keeper

:fact[The lighthouse was lit in 1993]{id=lig-lit}.

:fact[A woman from Elsund kept it]{id=lig-keeper}.

| Light | Year |
|---|---|
| Borland | 1993 |

::recall{q=lit-year}

::recall{q=lit-who}

:fact[It burned whale oil]{id=lig-oil}.

::recall{q=lit-oil}

::recall{q=lit-gender}

## What remains uncertain

How far it was seen.
`

const line = (
  id: string,
  kind: string,
  prompt: string,
  answer: string,
  wrong: string,
  fact: string,
  depth: string,
) =>
  [
    id,
    kind,
    prompt,
    answer,
    wrong,
    'The book says so.',
    fact,
    'the-lighthouse',
    'lights',
    depth,
    'fact',
  ].join('\t')
