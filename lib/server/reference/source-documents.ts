import 'server-only'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readDocuments } from '../../compiler/verify/read-documents'
import type { SourceId } from '../../kernel/ids'
import type { DocumentCopy } from '../../reference/view/source'

type Documents = ReadonlyMap<string, ReadonlyMap<number, string>>

declare global {
  var steppeDocuments:
    | { readonly file: string; readonly version: string; readonly read: Promise<Documents | null> }
    | undefined
}

/** Never throws: a page without the document's own words is still of use. */
export async function documentCopy(id: SourceId): Promise<DocumentCopy> {
  const folder = process.env.STEPPE_SOURCES_DIR
  if (!folder) return { kind: 'no-copies' }
  const documents = await documentsIn(resolve(/* turbopackIgnore: true */ folder))
  if (documents === null) return { kind: 'unreadable' }
  const texts = documents.get(id)
  return texts ? { kind: 'held', texts } : { kind: 'not-among-them' }
}

/** Read again only when the file has changed, so that a corrected copy needs no restart. */
async function documentsIn(folder: string): Promise<Documents | null> {
  const file = join(folder, 'sources.json')
  const version = await versionOf(file)
  const cached = globalThis.steppeDocuments
  if (cached?.file === file && cached.version === version) return cached.read
  const read = readTexts(folder)
  globalThis.steppeDocuments = { file, version, read }
  return read
}

async function versionOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return 'missing'
  }
}

async function readTexts(folder: string): Promise<Documents | null> {
  try {
    const documents = await readDocuments(folder)
    return new Map(
      documents.map(({ id, paragraphs }) => [
        id,
        new Map(paragraphs.map(({ n, text }) => [n, text])),
      ]),
    )
  } catch (error) {
    console.error(`STEPPE_SOURCES_DIR: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}
