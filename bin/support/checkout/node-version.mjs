import { UserError } from '../user-error.mjs'

/** The oldest that still gets corrections, and the one that the README recommends. */
const oldestKept = 22
const recommended = 24

/** Next.js and Prisma fail with unclear errors on an older Node: say it first. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new UserError(
    `Steppe needs Node.js 20.19 or newer; this is ${version}. Nothing was changed.\n` +
      'Install a newer Node.js (https://nodejs.org) and run the same command again.',
  )
}

/**
 * What to say to somebody who starts a server on a Node that gets no corrections any more; undefined
 * when there is nothing to say.
 */
export function adviceOnNode(version = process.versions.node) {
  const [major = 0] = version.split('.').map(Number)
  if (major >= oldestKept) return undefined
  return (
    `This is Node.js ${version}, which gets no more security updates. Steppe runs on it, but Node.js ` +
    `${recommended} is safer.`
  )
}
