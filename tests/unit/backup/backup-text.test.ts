import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BackupText, TextDamaged } from '@/lib/backup/backup-text'

/** Rows as Postgres writes them: a backslash of the data is doubled, and a line end is `\n` in letters. */
const rows = fc.array(
  fc
    .string({ unit: fc.constantFrom('a', '\t', '\\\\', '\\N', '.', 'ü', '-- ') })
    .filter((row) => row !== '\\.'),
)
const tables = fc.array(rows, { maxLength: 4 })

/** The bytes in pieces of these lengths, repeated. */
async function* pieces(bytes: Buffer, lengths: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1
    yield bytes.subarray(at, at + length)
    at += length
  }
}

const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
const linesOf = (all: readonly string[]) => all.map((row) => `${row}\n`).join('')

test('every table has its own rows again, wherever the pieces of the file end', async () => {
  await fc.assert(
    fc.asyncProperty(tables, lengths, async (written, cuts) => {
      const text = written.map((own, n) => `-- ${n}\n${linesOf(own)}\\.\n`).join('')
      const read = new BackupText(pieces(Buffer.from(text), cuts))
      for (const [n, own] of written.entries()) {
        expect(await read.line()).toBe(`-- ${n}`)
        const taken: Buffer[] = []
        for await (const piece of read.rows()) taken.push(Buffer.from(piece))
        expect(Buffer.concat(taken).toString()).toBe(linesOf(own))
      }
    }),
  )
})

test('a text that ends within the rows of a table is refused', async () => {
  const read = new BackupText(pieces(Buffer.from('one\ntwo\n\\'), [3]))
  await expect(
    (async () => {
      for await (const _ of read.rows());
    })(),
  ).rejects.toThrow(TextDamaged)
})
