import { expect, test } from 'vitest'
import { dependencyOrder } from '@/lib/backup/dependency-order'
import { copyLine, manifestLine, readManifest } from '@/lib/backup/manifest'

const LEVEL = [
  { name: '1_first', checksum: 'a' },
  { name: '2_second', checksum: 'b' },
]
const MANIFEST = {
  format: 1,
  program: '0.1.0',
  madeAt: '2026-11-29T01:00:00.000Z',
  postgres: 180004,
  migrations: LEVEL.slice(0, 1),
  tables: [{ name: 'User', columns: ['id', 'of "it"'] }],
}
const why = (line: string) => {
  const reading = readManifest(line, LEVEL)
  return reading.kind === 'refused' ? reading.why : reading
}

test('an older level is read, with the tables it names', () => {
  expect(readManifest(manifestLine(MANIFEST), LEVEL)).toEqual({ kind: 'read', manifest: MANIFEST })
  expect(copyLine(MANIFEST.tables[0] ?? expect.unreachable())).toBe(
    'COPY "User" ("id", "of ""it""") FROM stdin;',
  )
})

test('what is newer, changed or no backup is refused with the reason', () => {
  const migrations = [{ name: '3_third', checksum: 'c' }]
  expect(why(manifestLine({ ...MANIFEST, migrations }))).toMatch(/newer version.*0\.1\.0/)
  expect(why(manifestLine({ ...MANIFEST, format: 2 }))).toMatch(/newer version/)
  const changed = [{ name: '1_first', checksum: 'z' }]
  expect(why(manifestLine({ ...MANIFEST, migrations: changed }))).toMatch(
    /another content.*1_first/,
  )
  expect(why('-- Steppe backup {"format":1')).toMatch(/first line.*damaged/)
  expect(why('-- PostgreSQL database dump')).toMatch(/not a backup of Steppe/)
})

test('a table comes after those it refers to, itself aside', () => {
  const tables = [
    { name: 'Answer', parents: ['Attempt'] },
    { name: 'Attempt', parents: ['User', 'Exam'] },
    { name: 'Exam', parents: ['Elsewhere'] },
    { name: 'User', parents: ['User'] },
  ]
  expect(dependencyOrder(tables).map(({ name }) => name)).toEqual([
    'Exam',
    'User',
    'Attempt',
    'Answer',
  ])
  expect(() =>
    dependencyOrder([
      { name: 'A', parents: ['B'] },
      { name: 'B', parents: ['A'] },
    ]),
  ).toThrow(/circle: A,B/)
})
