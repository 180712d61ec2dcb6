import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileCourse } from '@/lib/compiler/compile'
import { exportCourse } from '@/lib/compiler/export'
import { compiled, fixtureFiles } from '../../support/course-fixture'

test('compiling gives the same catalogue again, in whatever order the files come', async () => {
  const files = await fixtureFiles()
  const expected = compiled(files)
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...files], { minLength: files.length, maxLength: files.length }),
      (shuffled) => {
        expect(compiled(shuffled)).toEqual(expected)
      },
    ),
    { numRuns: 15 },
  )
})

test('files with lines lost, doubled or garbled give faults, never a crash, and the same ones in any order', async () => {
  const files = await fixtureFiles()
  const published = compiled(files)
  const damage = fc.record({
    file: fc.nat(files.length - 1),
    line: fc.nat(60),
    how: fc.constantFrom('lose', 'double', 'empty', 'cut', 'number', 'list'),
  })
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      const broken = files.map((file, i) =>
        damages
          .filter((one) => one.file === i)
          .reduce((text, one) => damaged(text, one.line, one.how), file.text),
      )
      const input = files.map(({ path }, i) => ({ path, text: broken[i] ?? '' }))
      const { catalogue, faults } = compileCourse(input, { previous: published })
      expect(catalogue === null).toBe(faults.length > 0)
      for (const { file, line, message } of faults) {
        const text = input.find(({ path }) => path === file)?.text ?? ''
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(text.split('\n').length)
        expect(message).not.toBe('')
      }
      expect(compileCourse([...input].reverse(), { previous: published }).faults).toEqual(faults)
    }),
    { numRuns: 40 },
  )
}, 30_000)

function damaged(text: string, at: number, how: string): string {
  const lines = text.split('\n')
  const i = at % lines.length
  const line = lines[i] ?? ''
  const value = line.replace(/:.*/, '')
  const now: Record<string, string[]> = {
    lose: [],
    double: [line, line],
    empty: [`${value}:`],
    cut: [line.slice(0, line.length / 2)],
    number: [`${value}: 7`],
    list: [`${value}: [[1], {a: b}]`],
  }
  return [...lines.slice(0, i), ...(now[how] ?? []), ...lines.slice(i + 1)].join('\n')
}

test('an export holds every id of the catalogue once, and names only what it holds', async () => {
  const catalogue = compiled(await fixtureFiles())
  const exported = exportCourse(catalogue)
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
  for (const key of ['sources', 'entities', 'facts', 'lessons', 'questions'] as const) {
    expect(ids(exported[key])).toEqual(ids(catalogue[key]))
    expect(new Set(ids(exported[key])).size).toBe(exported[key].length)
  }
  const facts = new Set<string>(ids(exported.facts))
  const cites = new Set(exported.facts.flatMap((fact) => fact.cites))
  for (const question of exported.questions) {
    expect(question.facts.every((id) => facts.has(id))).toBe(true)
    expect(question.cites.length).toBeGreaterThan(0)
    expect(question.cites.every((cite) => cites.has(cite))).toBe(true)
  }
  expect(exported.lessons.flatMap(({ questions }) => questions)).toEqual(ids(exported.questions))
})
