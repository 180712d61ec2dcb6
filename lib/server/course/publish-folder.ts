import 'server-only'
import { hashesOfCourses } from '../../compiler/course-files'
import { courseDifference } from '../../compiler/difference/course-difference'
import { differenceText } from '../../compiler/difference/difference-text'
import type { InputFile } from '../../compiler/draft'
import type { Fault } from '../../compiler/fault'
import { courseOf, overlaid, withinCourse } from '../../compiler/library/library-files'
import { faultsText } from '../../compiler/report/report'
import { sinceWords, unmergedVersions } from '../../course/version-lineage'
import { type CourseVersion, listVersions } from '../../db/course/course-versions'
import { AppError } from '../../kernel/app-error'
import type { WholeScope } from '../whole-scope'
import { compileNext } from './compile-next'
import { filesOfVersion, keptFiles } from './course-files-of'
import { publishFiles } from './publish-files'
import { readLibrary } from './read-library'

type FromFolder = {
  readonly folder: string
  /** Whether it is the folder that every start looks at. */
  readonly isServed: boolean
  readonly note: string | null
  /** The newest version, as somebody has named it who merged it into the folder; null if nobody did. */
  readonly over: number | null
  readonly dryRun: boolean
  readonly now: number
}

/**
 * Publishes the courses of a folder by a command, and says in words what is new. Every other course stays. Nothing is published with faults, over
 * what was edited since and was not merged, or in a dry run. Throws course_invalid, invalid_input,
 * not_found.
 */
export async function publishFolder(
  whole: WholeScope,
  { folder, isServed, note, over, dryRun, now }: FromFolder,
): Promise<string> {
  const { files: own, tell } = await readLibrary(folder)
  const versions = await listVersions()
  const [newest] = versions
  const kept = newest ? ((await keptFiles(newest.version)) ?? []) : []
  await refuseOverwriting(versions, { over, own, kept })
  const origin = isServed ? 'folder' : 'command'
  const files = overlaid(kept, own)
  return publishNews(whole, { files, origin, note, dryRun, now, tell, newest })
}

/**
 * Publishes the files of an earlier version again, which is how a publication is undone. A course that is
 * newer than that stays if it has questions, whose answers must not refer to nothing. Throws not_found,
 * course_invalid.
 */
export async function publishAgain(
  whole: WholeScope,
  { version, note, dryRun, now }: { version: number } & Pick<FromFolder, 'note' | 'dryRun' | 'now'>,
): Promise<string> {
  const earlier = await filesOfVersion(version)
  const [newest] = await listVersions()
  const kept = newest ? ((await keptFiles(newest.version)) ?? []) : []
  const files = overlaid(withQuestions(kept), earlier)
  const words = note ?? `Version ${version} once more.`
  const tell = (faults: readonly Fault[]) => faultsText(faults, `version ${version}`)
  return publishNews(whole, { files, origin: 'stored', note: words, dryRun, now, newest, tell })
}

const withQuestions = (library: readonly InputFile[]): readonly InputFile[] => {
  const asked = library.filter(({ path }) => withinCourse(path).startsWith('questions/'))
  const courses = new Set(asked.map(({ path }) => courseOf(path)))
  return library.filter(({ path }) => courses.has(courseOf(path)))
}

type News = Pick<FromFolder, 'note' | 'dryRun' | 'now'> & {
  readonly tell: (faults: readonly Fault[]) => string
  readonly files: readonly InputFile[]
  readonly origin: 'folder' | 'command' | 'stored'
  readonly newest: CourseVersion | undefined
}

async function publishNews(
  whole: WholeScope,
  { files, origin, note, dryRun, now, tell, newest }: News,
): Promise<string> {
  const { catalogue, faults, previous } = await compileNext(files, newest?.version ?? null)
  if (catalogue === null) {
    const kept = newest ? ` Version ${newest.version} stays in use.` : ''
    throw new AppError('course_invalid', `${tell(faults)}\nNothing was published.${kept}`)
  }
  const news = differenceText(courseDifference(previous, catalogue))
  if (dryRun) return `${news}\nThis was a dry run: nothing was published.`
  const expectedVersion = newest?.version ?? null
  const made = await publishFiles(whole, { files, origin, note, expectedVersion, now })
  switch (made.outcome) {
    case 'published':
      return `${news}\nPublished as version ${made.version}.`
    case 'unchanged':
      return `Unchanged: version ${made.version} holds just this. Nothing was published.`
    case 'outdated':
      throw meanwhile(made.version)
    case 'faulty':
      throw new AppError('course_invalid', tell(made.faults))
  }
}

/**
 * What was made of what is published is not in a folder until somebody has merged it there, and says so. Only
 * courses that are in the folder are in question.
 */
async function refuseOverwriting(
  versions: readonly CourseVersion[],
  given: {
    readonly over: number | null
    readonly own: readonly InputFile[]
    readonly kept: readonly InputFile[]
  },
): Promise<void> {
  const { over } = given
  const [newest] = versions
  if (over !== null && over !== newest?.version) throw meanwhile(newest?.version ?? null)
  const since = unmergedVersions(versions)
  if (!newest || since.length === 0 || over !== null) return
  const base = versions[since.length]
  const merged = hashesOfCourses(base ? ((await keptFiles(base.version)) ?? []) : [])
  const kept = hashesOfCourses(given.kept)
  const isLost = ([id, hash]: readonly [string, string]) =>
    kept.has(id) && kept.get(id) !== hash && kept.get(id) !== merged.get(id)
  if (newest.filesHash !== null && ![...hashesOfCourses(given.own)].some(isLost)) return
  throw new AppError(
    'invalid_input',
    [
      `The course was ${sinceWords(since)}, and this folder is not what is published. Nothing was published.`,
      `\`steppe course export --files DIR\` writes what is published. Merge it into this folder, then add \`--over ${newest.version}\`.`,
    ].join('\n'),
  )
}

const meanwhile = (version: number | null): AppError =>
  new AppError(
    'invalid_input',
    version === null
      ? 'Nothing is published yet, so there is nothing to publish over. Leave `--over` out.'
      : `The newest version is ${version} now. Nothing was published. See what it brought with \`steppe course versions\` and \`steppe course diff\`, merge it, then publish with \`--over ${version}\`.`,
  )
