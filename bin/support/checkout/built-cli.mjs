import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'

// As deep in the checkout as lib/cli, because some of its modules find folders from where they are.
/** @param {string} folder the folder of the build */
const directory = (folder) => join(root, folder, 'cli')

/** @param {string} folder the folder of the build */
export const builtCli = (folder) => join(directory(folder), 'main.mjs')

/** @param {string} folder the folder of the build */
export const isCliBuilt = (folder) => existsSync(builtCli(folder))

/**
 * The command line as plain JavaScript in few files. A start runs it, and would otherwise translate and
 * look up several hundred modules first, which is a third of what preparing the database takes.
 *
 * @param {string} folder the folder of the build
 */
export async function buildCli(folder) {
  const { build } = await import('esbuild')
  rmSync(directory(folder), { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: ['lib/cli/main.ts'],
    outdir: directory(folder),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What a command does not need is not loaded.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    conditions: ['react-server'],
    logLevel: 'error',
  })
}
