/**
 * What the end of its log says about a Postgres that did not start: each kind with the words that
 * Postgres writes, what happened and what to do.
 *
 * @type {readonly { readonly says: RegExp, readonly happened: string, readonly remedy: string }[]}
 */
const kinds = [
  {
    says: /No space left on device|could not write lock file|Disk quota exceeded/,
    happened: 'The disk is full, so the database cannot start.',
    remedy: 'Free some space on it, then start again. Everything that was saved is still there.',
  },
  {
    says: /PG_VERSION" (is missing|does not contain)|is not a valid data directory|PG_VERSION/,
    happened: 'The file PG_VERSION of the database is missing or damaged.',
    remedy:
      'If other files are damaged too, restore a backup. If this file alone is damaged, write 18 into it (and into PG_VERSION of each folder in base) and start again.',
  },
  {
    says: /database files are incompatible with server/,
    happened: 'The database was made by another version of Postgres.',
    remedy: 'Start the release of Steppe that made it, make a backup there, and restore it here.',
  },
  {
    says: /pg_control|control file/,
    happened: 'The control file of the database (global/pg_control) is missing or damaged.',
    remedy: 'Restore the latest backup into an empty data directory.',
  },
  {
    says: /checkpoint record|could not (open|read) file "pg_wal|invalid record|WAL|timeline/,
    happened: 'The write-ahead log of the database (pg_wal) is missing or damaged.',
    remedy:
      'Restore the latest backup into an empty data directory. Only if there is none: pg_resetwal starts the copy without its last changes; then run npx steppe log check.',
  },
  {
    says: /invalid permissions|Permission denied/,
    happened: 'The database does not start, because its files have other permissions than it made.',
    remedy: 'Give the folder back to the user who ran Steppe, with mode 0700, and start again.',
  },
]

/**
 * @param {string} reason the end of the log of Postgres
 * @param {{ cluster: string, log: string }} place
 */
export function startFailure(reason, { cluster, log }) {
  const kind = kinds.find(({ says }) => says.test(reason))
  const end = reason.split('\n').slice(-6).join('\n')
  if (!kind) {
    return (
      `The embedded Postgres did not start: ${end}\n` +
      `The data in ${cluster} was left as it is. The whole log is in ${log}.`
    )
  }
  return (
    `${kind.happened} The embedded Postgres did not start: ${end}\n` +
    `What is safe: the data in ${cluster} was left as it is; backups are not touched.\n` +
    `What to do: first copy that folder to another place and delete nothing in it. ${kind.remedy}\n` +
    `See "When the database fails" in docs/operating.md. The whole log is in ${log}.`
  )
}
