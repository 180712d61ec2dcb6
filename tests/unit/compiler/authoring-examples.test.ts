import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { InputFile } from '@/lib/compiler/draft'
import type { Catalogue } from '@/lib/course/types'
import { compiled, edit, faultsIn } from '../../support/course-fixture'

const PAGE = fileURLToPath(new URL('../../../docs/authoring.md', import.meta.url))
const FACTS = 'facts/growth.yaml'
const QUESTIONS = 'questions/growth.yaml'
const LESSON = 'lessons/growth/founding-years.md'
const SURVEY = 'sources/toll-survey.yaml'

let page: string
let files: readonly InputFile[]
let published: Catalogue

beforeAll(async () => {
  page = await readFile(PAGE, 'utf8')
  files = filesOf(page)
  published = compiled(files)
})

/** The fenced blocks that name a file; several of one file are parts of it. */
function filesOf(markdown: string): readonly InputFile[] {
  const texts = new Map<string, string>()
  for (const [, path = '', text = ''] of markdown.matchAll(/^```\w+ file=(\S+)\n(.*?)^```$/gms)) {
    texts.set(path, (texts.get(path) ?? '') + text)
  }
  return [...texts].map(([path, text]) => ({ path, text }))
}

test('the examples of the page make a course with every kind of question and no fault', () => {
  expect(published.questions.map(({ kind }) => kind).sort()).toEqual([
    'choice',
    'cloze',
    'flash',
    'map',
    'match',
    'multi',
    'number',
    'order',
    'text',
  ])
})

/** [rule, file, text replaced, by what] */
const cases: readonly (readonly [string, string, string, string])[] = [
  ['file-name', SURVEY, 'id: toll-survey', 'id: toll-surveys'],
  ['schema', FACTS, 'kind: reason', 'kind: reason\n    colour: red'],
  ['schema', QUESTIONS, '    unit: barges\n', ''],
  ['schema', QUESTIONS, 'kind: number', 'kind: essay'],
  ['schema', QUESTIONS, "asOf: '2007-12'", 'asOf: 2007'],
  ['cut-text', QUESTIONS, '[Elsund, Farholm, Borland]', '[Farholm, Elsund, but not Farholm]'],
  ['duplicate-id', FACTS, 'id: tol-observer', 'id: tol-founded'],
  ['unknown-id', QUESTIONS, '[fer-exit, tol-founded]', '[fer-exit, tol-founder]'],
  ['source-sections', SURVEY, 'from: 2, to: 6', 'from: 2, to: 5'],
  ['date-order', FACTS, "{ from: '1998', to: '2004' }", "{ from: '1998', to: '1997' }"],
  ['fact-citations', FACTS, "['toll-survey#5']", '[]'],
  ['paragraph-range', FACTS, 'toll-survey#5', 'toll-survey#7'],
  ['left-out-cited', FACTS, 'toll-survey#5', 'toll-survey#1'],
  ['key-terms', FACTS, '[farmers, doubled]', '[]'],
  ['unused-fact', LESSON, '{id=tol-toll}', '{id=tol-motive}'],
  ['future-fact', FACTS, 'kind: plan', 'kind: event'],
  ['contradiction', FACTS, '[fer-barges]', '[tol-barges]'],
  ['membership', FACTS, 'leaves, states: [ca]', 'leaves, states: [el]'],
  ['question-facts', QUESTIONS, 'facts: [fer-bridge]', 'facts: []'],
  ['question-topic', QUESTIONS, 'topic: membership\n', ''],
  ['cloze-gap', QUESTIONS, '{{March 2007}}', 'March 2007'],
  ['distinct-options', QUESTIONS, '[Elsund, Farholm, Borland]', '[Elsund, the Dunmere]'],
  ['near-miss', QUESTIONS, 'text: Millhithe', 'text: stonehithe'],
  ['map-candidates', QUESTIONS, '[ar, bo, ca, du, el, fa]', '[ar, bo, ca, du]'],
  ['gives-away', QUESTIONS, 'prompt: How many barges does', 'prompt: Of what are 120 what'],
  ['revision', QUESTIONS, 'unit: barges', 'unit: barges\n    revision: 2'],
  ['changed-question', QUESTIONS, 'answer: 120', 'answer: 121'],
  ['retired', QUESTIONS, 'id: bridge-place', 'id: bridge-site'],
  ['lesson-order', 'course.yaml', '[founding-years]', '[founding-years, founding-years]'],
  ['lesson-parts', LESSON, '## What remains uncertain', '## The end'],
  ['markdown', LESSON, 'Neither document', '<b>Neither</b> document'],
  ['picture', 'pictures.yaml', "date: '2012'", "date: '2011'"],
  ['image', 'images.yaml', 'file: barge.svg', 'file: barges.svg'],
  ['image', 'images/barge.svg', '<title>A barge</title>', '<script>alert(1)</script>'],
  ['directive', LESSON, 'Neither document', '::recall{q=exit-month} Neither document'],
  ['recall', LESSON, '::recall{q=what-is-said}', '::recall{q=exit-month}'],
  [
    'core',
    QUESTIONS,
    'id: exit-month\n    kind: cloze\n    depth: core',
    'id: exit-month\n    kind: cloze\n    depth: full',
  ],
  ['taught-first', LESSON, '{id=tol-motive}', '{id=tol-toll}'],
]

describe('the page says what the compiler says', () => {
  test.each(cases)('%s', (rule, path, old, now) => {
    const faults = faultsIn(edit(files, path, old, now), published)
    const told = faults.filter((fault) => fault.rule === rule && page.includes(fault.message))
    expect(told, JSON.stringify(faults)).not.toEqual([])
  })
})
