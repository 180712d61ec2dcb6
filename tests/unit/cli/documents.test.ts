import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, CommanderError } from 'commander'
import { expect, test } from 'vitest'
import { doNothing, steppe } from '@/lib/cli/program'
import { root } from '../../../bin/support/paths.mjs'

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]
const texts = DOCUMENTS.map((name) => [name, readFileSync(join(root, name), 'utf8')] as const)

/** What stands behind a command, in a line of code or in a block of it. */
const printed = (begin: RegExp) =>
  texts.flatMap(([name, text]) =>
    [...text.matchAll(begin)].map(([, rest = '']) => [name, rest] as const),
  )

/** A command may be named without all that it needs, but with nothing that it does not know. */
const INCOMPLETE = /^commander\.(missingArgument|help)/

function faultOf(command: string): string | null {
  const words = command
    .replace(/ #.*| [<>] .*| …$/g, '')
    .replace(/["[\]]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const program = steppe()
  doNothing(program)
  loosen(program)
  try {
    program.parse(words, { from: 'user' })
    return null
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return INCOMPLETE.test(error.code) ? null : error.message
  }
}

function loosen(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} })
  for (const option of command.options) option.makeOptionMandatory(false)
  for (const each of command.commands) loosen(each)
}

test('every command of steppe that a document prints is one', () => {
  const commands = printed(
    /(?:`|\b(?:npx|alias) |^)(?:steppe|node bin\/steppe\.mjs) ([a-z][^`|\n]*)/gm,
  )
  expect(commands.length).toBeGreaterThan(60)
  expect(
    commands.flatMap(([name, command]) => {
      const fault = faultOf(command)
      return fault === null ? [] : [`${name}: steppe ${command}: ${fault}`]
    }),
  ).toEqual([])
  expect(faultOf('user disable --mail E')).toMatch(/unknown option/)
  expect(faultOf('user remove')).toMatch(/unknown command/)
})

test('every script of npm and every drill that a document prints is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const runs = printed(/npm run ([a-z]+)/g)
  expect(runs.length).toBeGreaterThan(20)
  expect(runs.filter(([, script]) => !(script in scripts))).toEqual([])
  const drills = printed(/npm run drill -- ([a-z][a-z-]*(?: [a-z][a-z-]*)*)/g).flatMap(
    ([name, names]) => names.split(' ').map((drill) => [name, drill] as const),
  )
  expect(
    drills.filter(
      ([, drill]) => drill !== 'all' && !existsSync(join(root, 'tests/drills', `${drill}.ts`)),
    ),
  ).toEqual([])
})

test('every file of deploy/ that a document names is there', () => {
  const paths = printed(/\b(deploy\/[\w./@*-]*\w)/g)
  expect(paths.length).toBeGreaterThan(8)
  // Whoever installs makes this one.
  const made = 'deploy/docker/.env.app'
  expect(
    paths.filter(
      ([, path]) => path !== made && !path.includes('*') && !existsSync(join(root, path)),
    ),
  ).toEqual([])
})
