import 'server-only'
import { hashesOfCourses, hashOfFiles } from '../../compiler/course-files'
import { overlaid } from '../../compiler/library/library-files'
import {
  type CourseHashes,
  type FolderTurn,
  folderTurn,
  heldBackWords,
  versionsSinceFolder,
} from '../../course/version-lineage'
import {
  type CourseOrigin,
  type CourseVersion,
  listVersions,
  noteHeldBack,
} from '../../db/course/course-versions'
import type { WholeScope } from '../whole-scope'
import { keptFiles } from './course-files-of'
import { type Publishing, publishFiles } from './publish-files'
import { readLibrary } from './read-library'

export type Published =
  | Exclude<Publishing, { outcome: 'outdated' }>
  /** The newest version is not of this folder and stays in use; `heldBack` says so if the folder has changed. */
  | { readonly outcome: 'kept'; readonly version: number; readonly heldBack: string | null }

/**
 * Publishes the courses in the folder that every start looks at, when they have changed and nobody has
 * published another state of them since. Courses that are not in the folder stay. `compiled`: the hash of the catalogue that these very files are known to make, or null. If
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
  const { files: own } = await readLibrary(folder)
  const kept = newest ? ((await keptFiles(newest.version)) ?? []) : []
  const files = overlaid(kept, own)
  const turn = await turnOf(versions, hashesOfCourses(own), hashesOfCourses(kept))
  // The same files may make another catalogue in a new release, so those of the folder are compiled again.
  if (newest && newest.origin !== 'folder' && turn !== 'publish') {
    const isHeldBack = turn === 'hold-back'
    const noted = isHeldBack ? hashOfFiles(own) : null
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

/** The newest version made by the folder is read only when it is not the newest of all. */
async function turnOf(
  versions: readonly CourseVersion[],
  folder: CourseHashes,
  newest: CourseHashes,
): Promise<FolderTurn> {
  const from = async (origin: CourseOrigin): Promise<CourseHashes> => {
    const version = versions.find((one) => one.origin === origin)
    if (version === undefined) return NONE
    if (version === versions[0]) return newest
    return hashesOfCourses((await keptFiles(version.version)) ?? [])
  }
  return folderTurn(folder, {
    newest,
    folder: await from('folder'),
    command: await from('command'),
  })
}

const NONE: CourseHashes = new Map()
