import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { root } from '../paths.mjs'
import { run } from '../process/run.mjs'
import { UserError } from '../user-error.mjs'
import { npm } from './install.mjs'

/** What runs, what is needed to see that it is built from just these files, and what people read. */
const ownParts = [
  'README.md',
  'app',
  'bin',
  'content',
  'deploy',
  'docs',
  'instrumentation-client.ts',
  'instrumentation.ts',
  'lib',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'prisma',
  'prisma.config.ts',
  'proxy.ts',
  'public',
  'tsconfig.json',
]

/**
 * As `uname -s` names them.
 *
 * @type {Readonly<Record<string, string>>}
 */
const systems = { linux: 'Linux', darwin: 'Darwin' }

/** Of the build, what only a next build or a development server reads. */
const notOfBuild = /^\.next\/(cache|dev|diagnostics|types|trace)/

/**
 * Packs this checkout, as it was installed and built, into `FOLDER/steppe-VERSION-PLATFORM.tar.gz`. Needs
 * no network: what npm has installed for production is taken as it lies here.
 *
 * @param {{ folder: string, staging: string, withNode: boolean, log: (line: string) => void }} options
 * @returns {Promise<{ file: string, checksum: string }>}
 */
export async function packBundle({ folder, staging, withNode, log }) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const name = `steppe-${version}-${process.platform}-${process.arch}.tar.gz`
  log('Listing the parts (npm sbom)...')
  writeFileSync(join(staging, 'sbom.cdx.json'), await listOfParts())
  writeFileSync(join(staging, 'start.sh'), startScript(), { mode: 0o755 })
  if (withNode) copyFileSync(process.execPath, join(staging, 'node'))
  takeNotes(staging)
  const own = [...ownParts, '.next', ...productionPackages()].flatMap((part) => filesOf(part))
  const made = readdirSync(staging).flatMap((name) => filesOf(name, staging))
  log(`Taking the checksums of ${own.length + made.length} files...`)
  const sums = [
    ...(await Promise.all(made.map((each) => sumOf(staging, each)))),
    ...(await inTurn(own.filter(isFile), (each) => sumOf(root, each))),
  ]
  writeFileSync(join(staging, 'SHA256SUMS'), `${sums.join('\n')}\n`)
  const list = join(staging, '.list')
  writeFileSync(list, own.join('\n'))
  log('Packing...')
  const file = join(folder, name)
  const args = ['-czf', file, '-C', staging, ...made, 'SHA256SUMS', '-C', root, '-T', list]
  const { code } = await run('tar', args, { cwd: root })
  if (code !== 0) throw new UserError('tar failed, as shown above. The bundle is not complete.')
  const checksum = await hashOfFile(file)
  writeFileSync(`${file}.sha256`, `${checksum}  ${name}\n`)
  return { file, checksum }
}

/** Packages that lie in others are below these. */
function productionPackages() {
  /** @type {{ packages: Record<string, { dev?: boolean }> }} */
  const { packages } = JSON.parse(
    readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'),
  )
  const named = Object.entries(packages).flatMap(([path, { dev }]) =>
    dev === true || path.lastIndexOf('node_modules/') > 0 ? [] : [path],
  )
  return [...named, 'node_modules/.package-lock.json']
}

/**
 * What was noted about installing, generating and compiling is true there too. Tools for tests lie beside it.
 * A start that happens meanwhile, of this checkout or of another that shares its packages, writes these
 * files: so they are copied before their checksums are taken.
 *
 * @param {string} staging
 */
function takeNotes(staging) {
  const folder = join('node_modules', '.steppe')
  mkdirSync(join(staging, folder), { recursive: true })
  for (const name of ['install', 'generate', 'course']) {
    const note = join(root, folder, name)
    if (existsSync(note)) copyFileSync(note, join(staging, folder, name))
  }
}

/** What somebody has filled in here, such as deploy/docker/.env with its keys, stays here. */
const secret = /(^|\/)\.env[^/]*$/

/**
 * Files and links below a path of a checkout, as paths with slashes.
 *
 * @param {string} path
 * @returns {string[]}
 */
export function filesOf(path, base = root) {
  if (notOfBuild.test(path) || (secret.test(path) && !path.startsWith('node_modules/'))) return []
  const kind = lstatSync(join(base, path), { throwIfNoEntry: false })
  if (!kind) return []
  if (!kind.isDirectory()) return [path]
  return readdirSync(join(base, path))
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`, base))
}

const isFile = (/** @type {string} */ path) => lstatSync(join(root, path)).isFile()

/**
 * A line as `sha256sum -c` reads it.
 *
 * @param {string} base
 * @param {string} path
 */
const sumOf = async (base, path) => `${await hashOfFile(join(base, path))}  ${path}`

/** @param {string} path */
async function hashOfFile(path) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/**
 * @template T, R
 * @param {readonly T[]} all
 * @param {(each: T) => Promise<R>} work
 */
async function inTurn(all, work) {
  /** @type {R[]} */
  const done = []
  for (const each of all) done.push(await work(each))
  return done
}

async function listOfParts() {
  const [command, first] = npm()
  const args = [...first, 'sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--offline']
  const { code, stdout } = await run(command, args, { cwd: root, capture: true })
  if (code === 0) return stdout
  throw new UserError('npm could not list the parts, as shown above. No bundle was made.')
}

/** Tells another machine apart before anything is tried there. */
function startScript() {
  const { platform, arch } = process
  const system = systems[platform] ?? platform
  return `#!/bin/sh
# Starts Steppe ${platform} ${arch} from this folder. It reaches for no network.
set -eu
cd "$(dirname "$0")"
if [ "$(uname -s)" != "${system}" ]; then
  echo "This bundle was made for ${platform} ${arch}. Nothing was started." >&2
  exit 1
fi
node=node
if [ -x ./node ]; then node=./node; fi
if ! command -v "$node" >/dev/null; then
  echo "Node.js was not found. Install Node.js 24, or make the bundle with --with-node. Nothing was started." >&2
  exit 1
fi
if [ "$("$node" -p process.arch)" != "${arch}" ]; then
  echo "This bundle was made for ${arch}, and Node.js is for another processor. Nothing was started." >&2
  exit 1
fi
exec "$node" bin/start.mjs
`
}
