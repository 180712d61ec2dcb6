/** `steppe-2026-11-29T0100Z.sql.gz`, for a backup that was due at this instant. */
export const fileNameOf = (due: number): string =>
  `steppe-${new Date(due).toISOString().slice(0, 16).replace(':', '')}Z.sql.gz`

const NAME = /^steppe-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})Z\.sql\.gz$/

/** The instant for which a scheduled backup was due; null for any other file, which is never deleted. */
export function dueIn(fileName: string): number | null {
  const [, day, hour, minute] = fileName.match(NAME) ?? []
  if (day === undefined) return null
  const at = Date.parse(`${day}T${hour}:${minute}:00Z`)
  return Number.isNaN(at) ? null : at
}
