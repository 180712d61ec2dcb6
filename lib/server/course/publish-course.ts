import 'server-only'
import { hashOfFiles } from '../../compiler/course-files'
import { readCourse } from '../../compiler/read'
import { folderTurn, heldBackWords, versionsSinceFolder } from '../../course/version-lineage'
import { listVersions, noteHeldBack } from '../../db/course/course-versions'
import type { WholeScope } from '../whole-scope'
import { type Publishing, publishFiles } from './publish-files'

export type Published =
  | Exclude<Publishing, { outcome: 'outdated' }>
  /** The newest version is not of this folder and stays in use; `heldBack` says so if the folder has changed. */
  | { readonly outcome: 'kept'; readonly version: number; readonly heldBack: string | null }

/**
 * Publishes the folder that every start looks at, when it has changed and nobody has published anything
 * else since. `compiled`: the hash of the catalogue that these very files are known to make, or null. If
 * it is published, there is nothing to compile, and the compiler is not even loaded.
 */
export async function publishCourse(
  whole: WholeScope,
  input: { folder: string; compiled: string | null; now: number },
): Promise<Published> {
  const { folder, compiled, now } = input
  const versions = await listVersions()
  const [newest] = versions
  if (newest?.origin === 'folder' && newest.filesHash !== null && newest.hash === compiled) {
    return { outcome: 'unchanged', version: newest.version, hash: newest.hash }
  }
  const files = await readCourse(folder)
  const filesHash = hashOfFiles(files)
  const turn = folderTurn(versions, filesHash)
  if (newest && turn !== 'publish') {
    const isHeldBack = turn === 'hold-back'
    const noted = isHeldBack ? filesHash : null
    if (newest.heldBack !== noted) await noteHeldBack(newest.version, noted)
    const heldBack = isHeldBack ? heldBackWords(versionsSinceFolder(versions)) : null
    return { outcome: 'kept', version: newest.version, heldBack }
  }
  const expectedVersion = newest?.version ?? null
  const made = await publishFiles(whole, {
    files,
    origin: 'folder',
    note: null,
    expectedVersion,
    now,
  })
  // Somebody published while this was compiled: what they published is looked at first.
  return made.outcome === 'outdated' ? publishCourse(whole, input) : made
}
