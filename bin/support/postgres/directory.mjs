import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { errorCode } from '../error-code.mjs'
import { UserError } from '../user-error.mjs'

/** @param {string} directory */
export function makeDirectory(directory) {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw new UserError(
      `${directory} cannot be created (${errorCode(error)}). Nothing was changed.\n` +
        `Allow this user to create ${basename(directory)} there, or set STEPPE_DATA_DIR to another directory.`,
    )
  }
}
