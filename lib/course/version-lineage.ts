/** What is looked at of a published version. */
type Version = {
  readonly version: number
  readonly origin: 'folder' | 'command' | 'browser' | 'stored'
  readonly filesHash: string | null
}

/**
 * What a start does with the files in its folder:
 * - `publish`: nobody has published another state of its courses since it did, so whatever it holds comes next;
 * - `keep`: others did, and the folder is as it was when it was last published;
 * - `hold-back`: others did, and the folder has changed too. Somebody has to merge.
 */
export type FolderTurn = 'publish' | 'keep' | 'hold-back'

/** The hash of each course by its id. */
export type CourseHashes = ReadonlyMap<string, string>

/**
 * Each course of the folder is a branch of its own, so that a course which is made in the browser keeps no
 * other from following its folder. All of them are published or none: a version from the folder has them just
 * as the folder has them, which is how the next start knows them again.
 *
 * @param before the courses of the newest version, and of the newest that came from the folder and from a
 * command; empty where there is none
 */
export function folderTurn(
  folder: CourseHashes,
  before: Readonly<Record<'newest' | 'folder' | 'command', CourseHashes>>,
): FolderTurn {
  const others = [...folder].filter(([id, hash]) => before.newest.get(id) !== hash)
  if (others.length === 0) return 'keep'
  const isFree = (id: string) => {
    const newest = before.newest.get(id)
    return newest === undefined || newest === before.folder.get(id)
  }
  if (others.every(([id]) => isFree(id))) return 'publish'
  const isKnown = (id: string, hash: string) =>
    before.folder.get(id) === hash || before.command.get(id) === hash
  return others.every(([id, hash]) => isKnown(id, hash)) ? 'keep' : 'hold-back'
}

/**
 * The newest versions that were made of what was published, in a browser or by a command, and are in no
 * folder until somebody merges them. Newest first.
 */
export function unmergedVersions<V extends Version>(versions: readonly V[]): readonly V[] {
  const end = versions.findIndex(({ origin }) => origin === 'folder' || origin === 'command')
  return end < 0 ? versions : versions.slice(0, end)
}

/** The newest versions that the folder of the starts did not make, newest first. */
export function versionsSinceFolder<V extends Version>(versions: readonly V[]): readonly V[] {
  const end = versions.findIndex(({ origin }) => origin === 'folder')
  return end < 0 ? versions : versions.slice(0, end)
}

/** `edited in the browser since (versions 5 to 7)`. `since`: not empty, newest first. */
export function sinceWords(since: readonly Version[]): string {
  const newest = since[0]?.version ?? 0
  const oldest = since.at(-1)?.version ?? newest
  const how = since.some(({ origin }) => origin === 'browser')
    ? 'edited in the browser'
    : since.some(({ origin }) => origin === 'stored')
      ? 'changed by a command'
      : 'published from another folder'
  const which = oldest === newest ? `version ${newest}` : `versions ${oldest} to ${newest}`
  return `${how} since (${which})`
}

/** Why a start left its folder unpublished, and what to do. `since`: not empty, newest first. */
export function heldBackWords(since: readonly Version[]): string {
  const newest = since[0]?.version ?? 0
  return [
    `The course was ${sinceWords(since)}, and the folder of this server has changed too. Version ${newest} stays in use.`,
    `\`steppe course export --files DIR\` writes what is published. Merge, then run \`steppe course publish DIR --over ${newest}\`.`,
  ].join(' ')
}
