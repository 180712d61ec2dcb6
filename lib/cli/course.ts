import { relative } from 'node:path'
import type { Command } from 'commander'
import { CommandFailed } from './command-failed'
import { registerRetract } from './course-retract'
import { registerVersions, versionOf } from './course-versions'
import { contentFolder } from './folders'
import { withDatabase } from './with-database'

type CourseOption = { readonly course?: string }
type ExportOptions = {
  readonly course?: string
  readonly files?: string
  readonly version?: string
}

// Each command loads its verb only when it runs: all of them share this program with `npm start`, which
// should not wait for the compiler.
export function register(program: Command): void {
  const course = program.command('course').description('check, verify, export and publish courses')

  withFolder(course.command('check'))
    .description('report everything wrong with the course, with file and line')
    .option('--json', 'report as JSON')
    .action(async (options: CourseOption & { json?: true }) => {
      const { checkCourse } = await import('../server/course/check-course')
      const check = await checkCourse({ folder: folderOf(options) })
      print(options.json === true ? check.json : check.text, check.ok)
    })

  withFolder(course.command('verify'))
    .description('check key terms, paragraphs and sections against the documents themselves')
    .requiredOption('--sources <dir>', 'the folder with the documents in sources.json')
    .action(async (options: CourseOption & { sources: string }) => {
      const { verifyCourse } = await import('../server/course/verify-course')
      const input = { folder: folderOf(options), documents: options.sources }
      const { text, ok } = await verifyCourse(input)
      print(text, ok)
    })

  course
    .command('export')
    .description('write all courses as one JSON file of plain text, or what is published as files')
    .argument('[file.json]', 'where to write the JSON')
    .option('--files <dir>', 'write the files of a published version to this empty folder')
    .option('--version <n>', 'with --files: which version, if not the newest')
    .option(
      '--course <name>',
      'the folder of the JSON; with --files: the id of the one course to write',
    )
    .action(async (file: string | undefined, options: ExportOptions) => {
      const { files: folder, version } = options
      if ((file === undefined) === (folder === undefined)) {
        throw new CommandFailed(
          'Name a file for the JSON, or a folder with --files DIR. Nothing was written.',
        )
      }
      if (folder === undefined) {
        const { exportCourse } = await import('../server/course/export-course')
        print(await exportCourse({ folder: folderOf(options), file: file ?? '' }), true)
        return
      }
      const { exportFiles } = await import('../server/course/export-files')
      const which = version === undefined ? null : versionOf('--version', version)
      print(
        await withDatabase((whole) =>
          exportFiles(whole, { folder, version: which, course: options.course ?? null }),
        ),
        true,
      )
    })

  withFolder(course.command('coverage'))
    .description('list every paragraph as taught, tested, left out or open')
    .action(async (options: CourseOption) => {
      const { courseCoverage } = await import('../server/course/course-coverage')
      print((await courseCoverage({ folder: folderOf(options) })).text, true)
    })

  withFolder(course.command('balance'))
    .description(
      'count the questions by depth, by what they ask and by kind, and say what is beyond its bound',
    )
    .action(async (options: CourseOption) => {
      const { courseBalance } = await import('../server/course/course-balance')
      print(await courseBalance({ folder: folderOf(options) }), true)
    })

  registerVersions(course)
  registerRetract(course)
}

const withFolder = (command: Command): Command =>
  command.option('--course <dir>', 'the folder of one course, or of all', shown(contentFolder()))

const folderOf = (options: CourseOption): string => options.course ?? shown(contentFolder())

/** The path relative to the working directory, so that editors can open `file:line`. */
const shown = (path: string): string => relative(process.cwd(), path) || '.'

function print(text: string, ok: boolean): void {
  console.log(text)
  if (!ok) process.exitCode = 1
}
