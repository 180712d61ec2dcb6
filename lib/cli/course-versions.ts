import { resolve } from 'node:path'
import type { Command } from 'commander'
import { CommandFailed } from './command-failed'
import { contentFolder } from './folders'
import { withDatabase } from './with-database'

type PublishOptions = {
  readonly version?: string
  readonly note?: string
  readonly dryRun?: true
  readonly over?: string
}

/** The commands of `steppe course` that work on what is published. */
export function registerVersions(course: Command): void {
  course
    .command('versions')
    .description('list every published version')
    .action(async () => {
      const { describeVersions } = await import('../server/course/describe-versions')
      console.log(await withDatabase(describeVersions))
    })

  course
    .command('diff')
    .description('say what is new in B since A; each is the number of a version, or a folder')
    .argument('<a>', 'a version or a folder; alone, it is compared with the newest version')
    .argument('[b]', 'a version or a folder')
    .action(async (a: string, b: string | undefined) => {
      const { describeDifference } = await import('../server/course/describe-versions')
      const sides = b === undefined ? { from: null, to: a } : { from: a, to: b }
      console.log(await withDatabase((whole) => describeDifference(whole, sides)))
    })

  course
    .command('publish')
    .description('publish a folder as the next version, and say what is new in it')
    .argument('[dir]', 'the folder of one course, or of all')
    .option('--version <n>', 'instead of a folder: the files of this version once more')
    .option('--note <text>', 'what is new, for the list of versions')
    .option('--dry-run', 'only say what is new and what is wrong')
    .option('--over <n>', 'the newest version, once what it brought is merged into the folder')
    .action(async (dir: string | undefined, options: PublishOptions) => {
      const common = {
        note: options.note ?? null,
        dryRun: options.dryRun === true,
        now: Date.now(),
      }
      const again = options.version === undefined ? null : versionOf('--version', options.version)
      const over = options.over === undefined ? null : versionOf('--over', options.over)
      if ((dir === undefined) === (again === null)) {
        throw new CommandFailed(
          'Name a folder to publish, or an earlier version with --version N. Nothing was published.',
        )
      }
      const { publishAgain, publishFolder } = await import('../server/course/publish-folder')
      const { askToRelearn } = await import('../server/operate/ask-to-relearn')
      const said = await withDatabase(async (whole) => {
        if (dir === undefined) {
          const words = await publishAgain(whole, { version: again ?? 0, ...common })
          await askToRelearn(whole, common.now)
          return words
        }
        const isServed = resolve(dir) === resolve(contentFolder())
        const words = await publishFolder(whole, { folder: dir, isServed, over, ...common })
        await askToRelearn(whole, common.now)
        return words
      })
      console.log(said)
    })
}

/** Throws CommandFailed for what is not the number of a version. */
export function versionOf(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new CommandFailed(
    `${option} takes the number of a version, such as 7, and not “${text}”. \`steppe course versions\` lists all. Nothing was done.`,
  )
}
