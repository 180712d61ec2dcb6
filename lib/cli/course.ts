import { relative } from 'node:path'
import type { Command } from 'commander'
import { checkCourse } from '../server/course/check-course'
import { courseCoverage } from '../server/course/course-coverage'
import { exportCourse } from '../server/course/export-course'
import { verifyCourse } from '../server/course/verify-course'
import { courseFolder } from './folders'

type CourseOption = { readonly course?: string }

export function register(program: Command): void {
  const course = program
    .command('course')
    .description('check, verify and export a course folder (no database needed)')

  withFolder(course.command('check'))
    .description('report everything wrong with the course, with file and line')
    .option('--json', 'report as JSON')
    .action(async (options: CourseOption & { json?: true }) => {
      const check = await checkCourse({ folder: folderOf(options) })
      print(options.json === true ? check.json : check.text, check.ok)
    })

  withFolder(course.command('verify'))
    .description('check key terms, paragraphs and sections against the documents themselves')
    .requiredOption('--sources <dir>', 'the folder with the documents in sources.json')
    .action(async (options: CourseOption & { sources: string }) => {
      const input = { folder: folderOf(options), documents: options.sources }
      const { text, ok } = await verifyCourse(input)
      print(text, ok)
    })

  withFolder(course.command('export'))
    .description('write the whole course as one JSON file of plain text')
    .argument('<file.json>', 'where to write it')
    .action(async (file: string, options: CourseOption) => {
      print(await exportCourse({ folder: folderOf(options), file }), true)
    })

  withFolder(course.command('coverage'))
    .description('list every paragraph as taught, tested, left out or open')
    .action(async (options: CourseOption) => {
      print((await courseCoverage({ folder: folderOf(options) })).text, true)
    })
}

const withFolder = (command: Command): Command =>
  command.option('--course <dir>', 'the course folder', shown(courseFolder()))

const folderOf = (options: CourseOption): string => options.course ?? shown(courseFolder())

/** The path relative to the working directory, so that editors can open `file:line`. */
const shown = (path: string): string => relative(process.cwd(), path) || '.'

function print(text: string, ok: boolean): void {
  console.log(text)
  if (!ok) process.exitCode = 1
}
