import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../kernel/app-error'
import { readText } from '../read'
import type { SourceDocument } from './verify'

const documents = z.array(
  z.object({
    id: z.string(),
    paragraphs: z.array(z.object({ n: z.int(), section: z.string(), text: z.string() })),
  }),
)

/**
 * The documents of `DIR/sources.json`. Throws AppError `invalid_input` when the file cannot be read
 * or contains something else.
 */
export async function readDocuments(folder: string): Promise<readonly SourceDocument[]> {
  const path = join(folder, 'sources.json')
  const parsed = documents.safeParse(parseJson(path, await readText(path)))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') ?? ''
  throw new AppError(
    'invalid_input',
    `${path} does not contain documents: ${where} ${issue?.message}.`,
  )
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new AppError('invalid_input', `${path} is not JSON: ${why}.`)
  }
}
