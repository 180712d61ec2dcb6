import { UserError } from '../user-error.mjs'

/** Next.js and Prisma fail with unclear errors on an older Node: say it first. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new UserError(
    `Steppe needs Node.js 20.19 or newer; this is ${version}. Nothing was changed.\n` +
      'Install a newer Node.js (https://nodejs.org) and run the same command again.',
  )
}
