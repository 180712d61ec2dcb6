/** What is looked at of a published version. */
type Version = {
  readonly version: number
  readonly origin: 'folder' | 'command' | 'browser' | 'stored'
  readonly filesHash: string | null
}

/**
 * What a start does with the files in its folder:
 * - `publish`: the folder made the newest version, so whatever it holds now comes next;
 * - `keep`: others published since, and the folder is as it was when it was last published;
 * - `hold-back`: others published since, and the folder has changed too. Somebody has to merge.
 */
export type FolderTurn = 'publish' | 'keep' | 'hold-back'

/** @param versions newest first */
export function folderTurn(versions: readonly Version[], filesHash: string): FolderTurn {
  const [newest] = versions
  if (newest === undefined || newest.origin === 'folder') return 'publish'
  const known = [
    newest,
    versions.find(({ origin }) => origin === 'folder'),
    versions.find(({ origin }) => origin === 'command'),
  ]
  return known.some((version) => version?.filesHash === filesHash) ? 'keep' : 'hold-back'
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
