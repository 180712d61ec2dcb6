import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { FrozenRow } from './frozen-rows'

const FOLDER = fileURLToPath(new URL('../fixtures/releases', import.meta.url))
const CHECKSUMS = 'checksums.txt'

const releaseSchema = z.strictObject({
  /** The last commit of the release. */
  commit: z.string(),
  /** The moment the made-up past ends, as an ISO instant. */
  takenAt: z.iso.datetime(),
  /** The migrations that there were. */
  migrations: z.array(z.string()),
})

export type FrozenRelease = z.infer<typeof releaseSchema> & {
  /** The folder's name: a number, and what the release brought. */
  readonly name: string
}

const rowSchema: z.ZodType<FrozenRow> = z.strictObject({
  table: z.string(),
  row: z.record(z.string(), z.unknown()),
})

/** All frozen releases, oldest first. */
export function frozenReleases(): readonly FrozenRelease[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, 'release.json')))
    .sort()
    .map((name) => {
      const text = readFileSync(join(FOLDER, name, 'release.json'), 'utf8')
      return { name, ...releaseSchema.parse(JSON.parse(text)) }
    })
}

/** What its database held. Releases with the same course share one file of it. */
export function readRows({ name }: FrozenRelease): readonly FrozenRow[] {
  return unzipped(join(name, 'rows.jsonl.gz'))
    .trimEnd()
    .split('\n')
    .map((line) => rowSchema.parse(JSON.parse(line)))
    .map(({ table, row }) => {
      if (table !== 'PublishedCourse') return { table, row }
      return { table, row: { ...row, catalogue: JSON.parse(unzipped(catalogueFile(row))) } }
    })
}

/** Writes a release and the checksums of its files. Throws when there is one of that name. */
export function writeRelease({ name, ...release }: FrozenRelease, rows: readonly FrozenRow[]) {
  mkdirSync(join(FOLDER, name))
  add(join(name, 'release.json'), `${JSON.stringify(release, null, 2)}\n`)
  const lines = rows.map(({ table, row }) => {
    if (table !== 'PublishedCourse') return JSON.stringify({ table, row })
    const { catalogue, ...rest } = row
    const file = catalogueFile(row)
    if (!existsSync(join(FOLDER, file))) add(file, zipped(JSON.stringify(catalogue)))
    return JSON.stringify({ table, row: rest })
  })
  add(join(name, 'rows.jsonl.gz'), zipped(lines.map((line) => `${line}\n`).join('')))
}

/** The SHA-256 of each frozen file as it was written down, and as it is. */
export function checksums(): {
  readonly noted: readonly string[]
  readonly now: readonly string[]
} {
  const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ![CHECKSUMS, 'README.md'].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
  return {
    noted: readFileSync(join(FOLDER, CHECKSUMS), 'utf8').trimEnd().split('\n').sort(),
    now: files.map((file) => checksum(file, readFileSync(join(FOLDER, file)))).sort(),
  }
}

function add(file: string, content: string | Buffer): void {
  mkdirSync(join(FOLDER, file, '..'), { recursive: true })
  writeFileSync(join(FOLDER, file), content, { flag: 'wx' })
  appendFileSync(join(FOLDER, CHECKSUMS), `${checksum(file, content)}\n`)
}

/** A line as `sha256sum` writes it. */
const checksum = (file: string, content: string | Buffer): string =>
  `${createHash('sha256').update(content).digest('hex')}  ${file.replaceAll('\\', '/')}`

const catalogueFile = (row: FrozenRow['row']): string =>
  join('courses', `${z.string().parse(row.hash).slice(0, 12)}.json.gz`)

const zipped = (text: string): Buffer => gzipSync(text, { level: 9 })
const unzipped = (file: string): string => gunzipSync(readFileSync(join(FOLDER, file))).toString()
