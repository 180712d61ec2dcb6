import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { asSourceId } from '@/lib/kernel/ids'
import type { SourceParagraph, SourceView } from '@/lib/reference/view/source'
import { loadSource } from '@/lib/server/reference/load-source'
import { loadSources } from '@/lib/server/reference/load-sources'
import type { LearnerScope } from '@/lib/server/scope'
import { as, openScene, somebody } from '../support/scene'

const REPORT = asSourceId('tide-report')
const LETTER = asSourceId('quay-letter')

let scene: { close: () => Promise<void> }
let me: LearnerScope
beforeAll(async () => {
  scene = await openScene()
  me = await as(await somebody())
})
afterAll(() => scene.close())
afterEach(() => {
  vi.restoreAllMocks()
  delete process.env.STEPPE_SOURCES_DIR
})

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

/** The paragraph of this number; paragraphs are in order over all sections. */
function paragraph(view: SourceView, number: number): SourceParagraph {
  const found = view.sections.flatMap(({ paragraphs }) => paragraphs)[number - 1]
  if (found?.number !== number) throw new Error(`¶${number} is not in its place`)
  return found
}

describe('the list', () => {
  test('counts for each document what is taught, tested, left out and open', async () => {
    const sources = await loadSources(me)
    expect(sources.map(({ source, coverage }) => [source.id, coverage])).toEqual(
      expect.arrayContaining([
        [REPORT, { paragraphs: 6, taught: 5, tested: 5, leftOut: 1, open: 0 }],
        [LETTER, { paragraphs: 4, taught: 3, tested: 3, leftOut: 0, open: 1 }],
      ]),
    )
  })
})

describe('a document', () => {
  test('has every paragraph once, under its section', async () => {
    const { sections } = await loadSource(me, REPORT)
    const numbers = sections.map(({ title, paragraphs }) => [
      title,
      paragraphs.map(({ number }) => number),
    ])
    expect(numbers).toEqual([
      ['Masthead', [1]],
      ['Body', [2, 3, 4, 5, 6]],
    ])
  })

  test('a cited paragraph has our statement, its date, its lesson and its questions', async () => {
    const view = await loadSource(me, REPORT)
    expect(paragraph(view, 2)).toMatchObject({
      status: 'covered',
      facts: [{ id: 'tid-founded', kind: 'event', when: 'March 1980', contradicts: [] }],
      lessons: [{ id: 'founding-years', title: 'The founding years' }],
      questions: 3,
    })
  })

  test('a fact that another document contradicts names the other’s words and place', async () => {
    const [report, letter] = await Promise.all(
      [REPORT, LETTER].map((sourceId) => loadSource(me, sourceId)),
    )
    if (!report || !letter) throw new Error('unreachable')
    expect(paragraph(report, 4).facts).toMatchObject([
      {
        when: 'stated June 1990',
        contradicts: [
          {
            id: 'qua-ships',
            statement: 'The letter counts 3,900 ships for June 1990.',
            places: [{ source: LETTER, paragraph: 2, label: 'Coast Review, c. 1995, ¶2' }],
          },
        ],
      },
    ])
    expect(paragraph(letter, 2).facts[0]?.contradicts[0]?.places).toEqual([
      { source: REPORT, paragraph: 4, label: 'The tide report, 1990, ¶4' },
    ])
  })

  test('a fact on two paragraphs leads to the other one, and a plan is called a plan', async () => {
    const view = await loadSource(me, LETTER)
    expect(paragraph(view, 3).facts).toMatchObject([
      {
        kind: 'plan',
        confidence: 'uncertain',
        when: 'for 1999',
        places: [{ source: REPORT, paragraph: 6 }],
      },
    ])
  })

  test('a paragraph without facts is left out with its reason, or open', async () => {
    const report = await loadSource(me, REPORT)
    const letter = await loadSource(me, LETTER)
    expect(paragraph(report, 1)).toMatchObject({ status: 'left out', leftOut: 'Cover only.' })
    expect(paragraph(letter, 4)).toMatchObject({ status: 'open', leftOut: null, facts: [] })
  })

  test('an unknown document is not found', async () => {
    const attempt = loadSource(me, asSourceId('no-such-source'))
    await expect(attempt).rejects.toEqual(refusal('not_found'))
  })
})

describe('the document’s own words', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'steppe-sources-'))
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const write = (text: string) => writeFileSync(join(folder, 'sources.json'), text)
  const documents = (text: string) =>
    JSON.stringify([{ id: REPORT, paragraphs: [{ n: 2, section: 'Body', text }] }])
  const load = (sourceId = REPORT) => {
    process.env.STEPPE_SOURCES_DIR = folder
    return loadSource(me, sourceId)
  }

  test('are not shown where no copy is configured', async () => {
    const view = await loadSource(me, REPORT)
    expect(view.copy).toBe('no-copies')
    expect(paragraph(view, 2).text).toBeNull()
  })

  test('are shown where the copy has the paragraph, and only there', async () => {
    write(documents('Three towns agreed.'))
    const view = await load()
    expect(view.copy).toBe('held')
    expect([paragraph(view, 2).text, paragraph(view, 3).text]).toEqual([
      'Three towns agreed.',
      null,
    ])
    expect((await load(LETTER)).copy).toBe('not-among-them')
  })

  test('follow the file when it changes, without a restart', async () => {
    write(documents('An old reading.'))
    await load()
    write(documents('A reading that was mended.'))
    expect(paragraph(await load(), 2).text).toBe('A reading that was mended.')
  })

  test.each([
    ['missing', null],
    ['not JSON', '[{'],
    ['something else', '{"id": 7}'],
    ['a paragraph without text', `[{"id":"${REPORT}","paragraphs":[{"n":2}]}]`],
  ])('a file that is %s leaves the page whole and is logged once', async (_, text) => {
    if (text !== null) write(text)
    const [view] = [await load(), await load()]
    expect(view.copy).toBe('unreadable')
    expect(paragraph(view, 2).facts).toHaveLength(1)
    expect(console.error).toHaveBeenCalledTimes(1)
  })
})
