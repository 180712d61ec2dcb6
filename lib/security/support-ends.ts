// The days on which the makers stop to correct faults, as announced by November 2026:
// https://github.com/nodejs/release#release-schedule and https://www.postgresql.org/support/versioning/

const NODE: Readonly<Record<number, string>> = {
  20: '2026-04-30',
  22: '2027-04-30',
  24: '2028-04-30',
  26: '2029-04-30',
}

const POSTGRES: Readonly<Record<number, string>> = {
  15: '2027-11-11',
  16: '2028-11-09',
  17: '2029-11-08',
  18: '2030-11-14',
}

const endIn = (table: Readonly<Record<number, string>>, major: number): number | null => {
  const day = table[major]
  return day === undefined ? null : Date.parse(day)
}

/** Instants (ms); null for a version that is newer than this table. */
export const nodeEnd = (major: number): number | null => endIn(NODE, major)
export const postgresEnd = (major: number): number | null => endIn(POSTGRES, major)
