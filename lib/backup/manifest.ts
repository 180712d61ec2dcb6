import { z } from 'zod'

/** Goes up when a file can no longer be read as the format before. */
export const FORMAT = 1

/** How a file begins; the rest of its first line is the manifest. */
const OPENING = '-- Steppe backup '

const manifest = z.object({
  format: z.number().int().positive(),
  /** The version of Steppe that made the file, such as 0.1.0. */
  program: z.string(),
  /** The instant of its snapshot. */
  madeAt: z.iso.datetime(),
  /** Such as 180004. */
  postgres: z.number().int(),
  /** The level of the database: the migrations that it had, with the SHA-256 of each. */
  migrations: z
    .array(z.object({ name: z.string(), checksum: z.string() }))
    .min(1)
    .readonly(),
  /** In the order in which they are restored: no row comes before a row that it refers to. */
  tables: z
    .array(z.object({ name: z.string(), columns: z.array(z.string()).min(1).readonly() }))
    .readonly(),
})
export type Manifest = z.infer<typeof manifest>
export type BackedUpTable = Manifest['tables'][number]
export type Level = Manifest['migrations']

export const manifestLine = (content: Manifest): string => `${OPENING}${JSON.stringify(content)}`

type Reading =
  | { readonly kind: 'read'; readonly manifest: Manifest }
  /** `why` is a whole sentence. */
  | { readonly kind: 'refused'; readonly why: string }

/** Reads the first line of a file, of which this version has the migrations `known`. */
export function readManifest(line: string, known: Level): Reading {
  if (!line.startsWith(OPENING)) return refused('The file is not a backup of Steppe.')
  const content = parsed(line.slice(OPENING.length))
  const { data: newer } = z.object({ format: z.number(), program: z.string() }).safeParse(content)
  if (newer && newer.format > FORMAT) return refused(madeByNewer(newer.program))
  const read = manifest.safeParse(content)
  if (!read.success) return refused('The first line of the file is damaged.')
  for (const { name, checksum } of read.data.migrations) {
    const own = known.find((each) => each.name === name)
    if (!own) return refused(madeByNewer(read.data.program))
    if (own.checksum !== checksum) {
      return refused(
        `The backup was made with another content of the migration ${name} than this version has.`,
      )
    }
  }
  return { kind: 'read', manifest: read.data }
}

const refused = (why: string): Reading => ({ kind: 'refused', why })

const madeByNewer = (program: string) =>
  `The backup was made by a newer version of Steppe (${program}). Install that version, and restore it there.`

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const counts = z.object({ rows: z.record(z.string(), z.number().int().nonnegative()) })
export type RowCounts = Readonly<Record<string, number>>

/** The last line of the tables: how many rows each has. */
export const countsLine = (rows: RowCounts): string => `-- ${JSON.stringify({ rows })}`

/** Null when the line says nothing of rows. */
export const readCounts = (line: string): RowCounts | null =>
  line.startsWith('-- ') ? (counts.safeParse(parsed(line.slice(3))).data?.rows ?? null) : null

/** The line before the rows of a table, as Postgres writes it. */
export const copyLine = ({ name, columns }: BackedUpTable): string =>
  `COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM stdin;`

/** The line after the rows of a table. No row can look like it. */
export const END_OF_ROWS = '\\.'

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
