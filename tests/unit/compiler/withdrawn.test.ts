import { beforeAll, describe, expect, test } from 'vitest'
import type { InputFile } from '@/lib/compiler/draft'
import { type Marked, markWithdrawn } from '@/lib/compiler/splice/mark-withdrawn'
import { compiled, edit, fixtureFiles } from '../../support/course-fixture'
import { dateText } from '../../support/date-text'

let files: readonly InputFile[]
beforeAll(async () => {
  files = await fixtureFiles()
})

const textOf = (all: readonly InputFile[], path: string): string =>
  all.find((file) => file.path === path)?.text ?? ''

const REASON = 'Its author: “I made it up.” So: "gone" # all of it, {and} more'
const WHY = { reason: REASON, date: dateText('2026-06') }
const MARKS: readonly Marked[] = [
  { kind: 'source', id: 'tide-report' },
  { kind: 'fact', id: 'qua-exit' },
  { kind: 'question', id: 'founding-motive' },
]

describe('marking what is withdrawn', () => {
  test('adds one line to each entry and leaves every other byte as it is', () => {
    const touched = ['sources/tide-report.yaml', 'facts/rivals.yaml', 'questions/growth.yaml']
    for (const { path, text } of markWithdrawn(files, MARKS, WHY)) {
      const lines = text.split('\n')
      const added = lines.filter((line) => line.includes('withdrawn:'))
      expect(added.length, path).toBe(touched.includes(path) ? 1 : 0)
      expect(lines.filter((line) => !added.includes(line)).join('\n'), path).toBe(
        textOf(files, path),
      )
    }
  })

  test('is read back as it was written', () => {
    const catalogue = compiled(markWithdrawn(files, MARKS, WHY))
    expect(catalogue.sources.find(({ id }) => id === 'tide-report')?.withdrawn).toEqual(WHY)
    expect(catalogue.facts.find(({ id }) => id === 'qua-exit')?.withdrawn).toEqual(WHY)
    expect(catalogue.course.retired).toEqual([{ id: 'founding-motive', reason: REASON }])
  })

  test('a second time replaces what the first time wrote', () => {
    const again = { reason: 'Another reason.', date: dateText('2027') }
    const twice = markWithdrawn(markWithdrawn(files, MARKS, WHY), MARKS, again)
    expect(twice).toEqual(markWithdrawn(files, MARKS, again))
  })

  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'a comment behind the id',
      (text: string) => text.replace(/^( *(?:- )?id: \S+)$/gm, '$1 # the id'),
    ],
    ['no line end at the end', (text: string) => text.trimEnd()],
  ])('works with %s', (_, change) => {
    const changed = files.map(({ path, text }) => ({
      path,
      text: path.endsWith('.yaml') ? change(text) : text,
    }))
    const catalogue = compiled(markWithdrawn(changed, MARKS, WHY))
    expect(catalogue.facts.find(({ id }) => id === 'qua-exit')?.withdrawn).toEqual(WHY)
    expect(catalogue.sources.find(({ id }) => id === 'tide-report')?.withdrawn).toEqual(WHY)
  })

  test('works in an entry that is written on one line', () => {
    const line =
      '  - { id: qua-extra, kind: plan, statement: A pier was planned., asOf: "1995", cites: ["quay-letter#4"], keyTerms: [pier, plan] }\n'
    const path = 'facts/rivals.yaml'
    const longer = files.map((file) =>
      file.path === path ? { path, text: `${file.text}${line}` } : file,
    )
    const taught = edit(
      longer,
      'lessons/rivals/lean-years.md',
      'Which count is right.',
      'Which count is right, and :fact[whether a pier was built]{id=qua-extra}.',
    )
    const marked = markWithdrawn(taught, [{ kind: 'fact', id: 'qua-extra' }], WHY)
    const fact = compiled(marked).facts.find(({ id }) => id === 'qua-extra')
    expect(fact?.withdrawn).toEqual(WHY)
  })
})

describe('a course with something withdrawn', () => {
  test('asks a withdrawn question no more, in lesson, siblings and list, and keeps its place in the file', () => {
    const before = compiled(files)
    const after = compiled(
      markWithdrawn(files, [{ kind: 'question', id: 'exit-members' }], WHY),
      before,
    )
    expect(after.questions.map(({ id }) => id)).toEqual(
      before.questions.map(({ id }) => id).filter((id) => id !== 'exit-members'),
    )
    for (const { siblings } of after.questions) expect(siblings).not.toContain('exit-members')
    const lesson = after.lessons.find(({ id }) => id === 'lean-years')
    expect(lesson?.recalls).not.toContain('exit-members')
    expect(lesson?.blocks.filter(({ kind }) => kind === 'recall')).toHaveLength(3)
  })

  test('a passage says so when its fact has no document left', () => {
    const html = (all: readonly InputFile[]) =>
      compiled(all)
        .lessons.flatMap(({ blocks }) => blocks)
        .map((block) => (block.kind === 'html' ? block.html : ''))
        .join('\n')
    expect(html(files)).not.toContain('[withdrawn]')
    const marked = html(markWithdrawn(files, [{ kind: 'source', id: 'quay-letter' }], WHY))
    expect(marked.match(/\[withdrawn\]/g)).toHaveLength(2)
    expect(marked).toMatch(/May 1992<\/span>.*\[withdrawn\]/)
  })
})
