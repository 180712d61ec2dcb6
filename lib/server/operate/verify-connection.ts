import 'server-only'
import {
  lacksCharacters,
  type Probe,
  probeDatabase,
  writesOtherDates,
} from '../../db/connection/probe'

/** The message says what is wrong with the database, that nothing was written, and what to set. */
export class UnfitDatabase extends Error {
  override readonly name = 'UnfitDatabase'
}

const OLDEST_VERSION = 150_000

// Of summer, with milliseconds: a zone, a daylight saving time or a lost fraction shows.
const INSTANT = new Date(Date.UTC(2026, 6, 15, 22, 30, 15, 123))
// The shortest text of this number has 17 digits.
const NUMBER = 0.300_000_000_000_000_04
const TEXT = 'Ünï Пётр Қайрат 日本 😀'

/** Throws `UnfitDatabase` when values do not come back from the database as they were sent. */
export async function verifyConnection(): Promise<void> {
  const fault = addressFault(process.env.DATABASE_URL ?? '') ?? (await readFault())
  if (fault !== null) {
    throw new UnfitDatabase(`${fault}\nNothing was written. See "Database" in docs/operating.md.`)
  }
}

/**
 * `schema` means something to Prisma's own engine and nothing to the driver, which would overlook it.
 * Many addresses that were written for Prisma name `public`, which is meant anyway.
 */
function addressFault(address: string): string | null {
  const schema = URL.canParse(address) ? new URL(address).searchParams.get('schema') : null
  if (schema === null || schema === 'public') return null
  return (
    `The address of the database (DATABASE_URL) asks for schema=${schema}, which has no effect here. ` +
    `Write options=-c%20search_path%3D${schema} instead, or set search_path for the role.`
  )
}

async function readFault(): Promise<string | null> {
  try {
    const seen = await probeDatabase({ instant: INSTANT, number: NUMBER, text: TEXT })
    return seen ? faultOf(seen) : 'The database did not answer a question with one row.'
  } catch (error) {
    if (lacksCharacters(error)) return ENCODING
    if (writesOtherDates(error)) return DATES
    throw error
  }
}

const ENCODING =
  'The database cannot store every letter: its encoding is not UTF8. ' +
  "Create a database with `create database steppe encoding 'UTF8' template template0` and name it in DATABASE_URL."

const DATES =
  'The database writes dates in a form of its own. Set datestyle to ISO for the role and the database, and let the pooler keep it.'

function faultOf(seen: Probe): string | null {
  const { version, zone, dateStyle } = seen
  if (version < OLDEST_VERSION) {
    return `The database is Postgres ${Math.floor(version / 10_000)}. Steppe needs Postgres 15 or later.`
  }
  if (seen.readOnly) {
    return 'The database takes no changes: it is a standby, or default_transaction_read_only is on. Name the primary server in DATABASE_URL, or turn that setting off for the role.'
  }
  if (seen.schema === null) {
    return 'The database has no schema for the tables: search_path names none that exists. Create the schema, or change search_path in DATABASE_URL or for the role.'
  }
  if (seen.instant.getTime() !== INSTANT.getTime() || seen.storedMs !== BigInt(INSTANT.getTime())) {
    return `The database gives another instant back than it was sent (timezone is ${zone}, datestyle is ${dateStyle}). Set timezone to UTC and datestyle to ISO for the role and the database, and let the pooler pass or keep these two.`
  }
  if (seen.number !== NUMBER) {
    return 'The database gives numbers back with fewer digits than it was sent. Set extra_float_digits to 1 for the role and the database.'
  }
  return seen.text === TEXT ? null : ENCODING
}
