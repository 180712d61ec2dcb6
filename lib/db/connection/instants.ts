import 'server-only'

// Postgres reads an instant without an offset in the zone of its session, and writes every instant in
// that zone. Prisma's adapter sends none and overlooks the one that comes back. A session's zone can
// come from the role, the database, the address or a pooler, so instants carry their offset both ways.

/** An instant as text that means the same in every session. */
export function instantWithOffset(at: Date): string {
  return at.toISOString().replace(/^\+0?/, '')
}

export const NOT_ISO = 'Steppe reads ISO dates only'

const WRITTEN = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/

/** What Postgres wrote for a timestamptz, in UTC. Throws for what is not ISO 8601 with an offset. */
export function inUtc(text: string): string {
  if (/^\d{4}-.*\+00$/.test(text)) return text
  const [, date, time, fraction = '', sign, hours, minutes = '0', seconds = '0'] =
    WRITTEN.exec(text) ?? []
  if (date === undefined || time === undefined) {
    throw new Error(
      `Postgres wrote an instant as "${text}". ${NOT_ISO}, so it took nothing from this answer. ` +
        'Set datestyle to ISO for the role and the database.',
    )
  }
  const offsetS = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  const utc = Date.parse(`${date}T${time}Z`) - (sign === '-' ? -offsetS : offsetS) * 1000
  return `${new Date(utc).toISOString().slice(0, 19).replace('T', ' ')}${fraction}+00`
}

/** The same for an array of them: `{"2026-01-01 05:00:00+05",NULL}`. */
export const allInUtc = (text: string): string =>
  text.replace(/"([^"]*)"/g, (_, written: string) => `"${inUtc(written)}"`)
