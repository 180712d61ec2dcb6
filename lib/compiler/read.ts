import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { AppError } from '../kernel/app-error'
import { storable } from '../kernel/visible-text'
import type { InputFile } from './draft'
import { isBinary } from './images/image-file'

/**
 * All files of a course folder except hidden ones, sorted by path. Throws AppError `not_found` for
 * a folder that does not exist and `invalid_input` for what cannot be read.
 */
export async function readCourse(folder: string): Promise<readonly InputFile[]> {
  const paths = await listFiles(folder)
  return Promise.all(
    paths.map(async (path) => {
      const name = storable(relative(folder, path).split(sep).join('/'))
      return { path: name, text: await (isBinary(name) ? readBytes(path) : readText(path)) }
    }),
  )
}

async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/(^|[\\/])\./.test(relative(folder, path)))
      .sort()
  } catch (error) {
    throw new AppError('not_found', `Cannot read the course folder ${folder}: ${reason(error)}.`)
  }
}

/** In base64. */
async function readBytes(path: string): Promise<string> {
  try {
    return (await readFile(path)).toString('base64')
  } catch (error) {
    throw new AppError('invalid_input', `Cannot read ${path}: ${reason(error)}.`)
  }
}

/**
 * The text of a UTF-8 file, without a byte order mark and in NFC, so that the same words are the same
 * on whatever system they were written. Throws AppError `invalid_input`.
 */
export async function readText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path)
    return storable(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new AppError('invalid_input', `Cannot read ${path}: ${reason(error)}.`)
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  switch ('code' in error ? error.code : null) {
    case 'ENOENT':
      return 'there is no such file or folder'
    case 'ENOTDIR':
      return 'it is not a folder'
    case 'EISDIR':
      return 'it is a folder, not a file'
    case 'EACCES':
      return 'permission denied'
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'it is not UTF-8 text'
    default:
      return error.message
  }
}
