import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { checkCourse } from '../server/check-course'

const DEFAULT_COURSE = fileURLToPath(new URL('../../content/central-asia', import.meta.url))

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
}

const withFolder = (command: Command): Command =>
  command.option('--course <dir>', 'the course folder', shown(DEFAULT_COURSE))

const folderOf = (options: CourseOption): string => options.course ?? shown(DEFAULT_COURSE)

/** As short as it can be named from here, so that editors can open `file:line`. */
const shown = (path: string): string => relative(process.cwd(), path) || '.'

function print(text: string, ok: boolean): void {
  console.log(text)
  if (!ok) process.exitCode = 1
}
