import type { z } from 'zod'
import { courseFile } from '../../course/schema/course-file'
import { factEntry } from '../../course/schema/fact-entry'
import { imageEntry } from '../../course/schema/images-file'
import { topicId } from '../../course/schema/scalars'
import { sourceFile } from '../../course/schema/source-file'
import type { Catalogue } from '../../course/types'
import { questionEntry } from '../../kinds/files'
import type { BrokenItem, Draft, DraftQuestion, InputFile, ItemKind, Located } from '../draft'
import type { Fault } from '../fault'
import { compare, fault } from '../fault'
import { bytesOf } from '../images/image-file'
import { parseEntities } from './parse-entities'
import { parseLesson } from './parse-lesson'
import { brokenItem, readList, readMap } from './parse-lists'
import { parsePictures } from './parse-pictures'
import { understand } from './understand'

export type ReadDraft = { readonly draft: Draft; readonly faults: readonly Fault[] }

/** What one file says; the lists of a draft that it adds to. */
type FileRead = {
  readonly faults: readonly Fault[]
  readonly broken: readonly BrokenItem[]
  readonly incomplete: readonly ItemKind[]
  readonly course?: Draft['course']
  readonly pictures?: Draft['pictures']
} & Partial<
  Pick<Draft, 'sources' | 'entities' | 'facts' | 'lessons' | 'questions' | 'images' | 'imageFiles'>
>

/**
 * What the files that were read last said, by their paths. Reading them is most of the work of
 * compiling a course; whoever compiles nearly the same files again and again keeps one.
 */
export type FileMemory = Map<string, { readonly text: string; readonly read: FileRead }>

/** Reads all files, in any order, and keeps everything that can be understood. */
export function parseDraft(
  files: readonly InputFile[],
  previous: Catalogue | null,
  memory: FileMemory = new Map(),
): ReadDraft {
  const reads = [...files]
    .sort((a, b) => compare(a.path, b.path))
    .map((file) => remembered(file, memory))
  const here = new Set(files.map(({ path }) => path))
  for (const path of memory.keys()) if (!here.has(path)) memory.delete(path)
  const missing = REQUIRED.filter(([path]) => !files.some((file) => file.path === path))
  const all = <T>(listOf: (read: FileRead) => readonly T[] | undefined): T[] =>
    reads.flatMap((read) => listOf(read) ?? [])
  const draft: Draft = {
    course: reads.find(({ course }) => course)?.course ?? null,
    sources: all(({ sources }) => sources),
    entities: all(({ entities }) => entities),
    facts: all(({ facts }) => facts),
    lessons: all(({ lessons }) => lessons),
    questions: all(({ questions }) => questions),
    pictures: reads.find(({ pictures }) => pictures)?.pictures ?? null,
    images: all(({ images }) => images),
    imageFiles: all(({ imageFiles }) => imageFiles),
    broken: all(({ broken }) => broken),
    incomplete: new Set([
      ...all(({ incomplete }) => incomplete),
      ...missing.flatMap(([, kinds]) => kinds),
    ]),
    previous,
  }
  const absent = missing.map(([path]) =>
    fault({ file: path, line: 1 }, 'file', `${path} is missing`),
  )
  return { draft, faults: [...all(({ faults }) => faults), ...absent] }
}

function remembered(file: InputFile, memory: FileMemory): FileRead {
  const known = memory.get(file.path)
  if (known?.text === file.text) return known.read
  const read = readFile(file)
  memory.set(file.path, { text: file.text, read })
  return read
}

function readFile(file: InputFile): FileRead {
  const none = { broken: [], incomplete: [] }
  switch (placeInFolder(file.path)) {
    case 'course': {
      const { entry, faults } = readWhole(file, courseFile)
      return {
        ...none,
        faults,
        course: entry,
        incomplete: entry === null ? ['module', 'topic'] : [],
      }
    }
    case 'source': {
      const { entry, raw, faults } = readWhole(file, sourceFile)
      if (entry !== null) return { ...none, faults, sources: [entry] }
      return raw === null
        ? { ...none, faults, incomplete: ['source'] }
        : { ...none, faults, broken: [brokenItem('source', raw)] }
    }
    case 'entities': {
      const { entities, broken, faults, unread } = parseEntities(file)
      return { faults, broken, entities, incomplete: unread ? ['entity'] : [] }
    }
    case 'pictures':
      return { ...none, ...parsePictures(file) }
    case 'images': {
      const { entries, broken, faults } = readList(file, 'images', [], null, imageEntry)
      return { ...none, faults, broken, images: entries }
    }
    case 'image':
      return { ...none, faults: [], imageFiles: [{ path: file.path, bytes: bytesOf(file) }] }
    case 'facts': {
      const { entries, broken, faults, document } = readList(file, 'facts', [], 'fact', factEntry)
      return { faults, broken, facts: entries, incomplete: document === null ? ['fact'] : [] }
    }
    case 'questions': {
      const { questions, broken, faults, unread } = readQuestions(file)
      return { faults, broken, questions, incomplete: unread ? ['question'] : [] }
    }
    case 'lesson': {
      const { lesson, broken, faults } = parseLesson(file)
      return {
        faults,
        broken: broken === null ? [] : [broken],
        lessons: lesson === null ? [] : [lesson],
        incomplete: broken !== null && broken.id === null ? ['lesson'] : [],
      }
    }
    case null: {
      const strange = fault(
        { file: file.path, line: 1 },
        'file',
        'this file does not belong to a course',
      )
      return { ...none, faults: [strange] }
    }
  }
}

const REQUIRED: readonly (readonly [string, readonly ItemKind[]])[] = [
  ['course.yaml', ['module', 'topic']],
  ['entities.yaml', ['entity']],
]

function placeInFolder(path: string) {
  if (path === 'course.yaml') return 'course'
  if (path === 'entities.yaml') return 'entities'
  if (path === 'pictures.yaml') return 'pictures'
  if (path === 'images.yaml') return 'images'
  if (/^images\/[^/]+\.(png|jpg|jpeg|webp|svg)$/.test(path)) return 'image'
  if (/^sources\/[^/]+\.yaml$/.test(path)) return 'source'
  if (/^facts\/[^/]+\.yaml$/.test(path)) return 'facts'
  if (/^questions\/[^/]+\.yaml$/.test(path)) return 'questions'
  if (/^lessons\/[^/]+\/[^/]+\.md$/.test(path)) return 'lesson'
  return null
}

function readWhole<S extends z.ZodType>(file: InputFile, schema: S) {
  const { document, faults } = readMap(file)
  if (document === null) return { entry: null, raw: null, faults }
  const read = understand(schema, document)
  return { entry: read.entry, raw: document, faults: [...faults, ...read.faults] }
}

function readQuestions(file: InputFile) {
  const read = readList(file, 'questions', ['topic'], 'question', questionEntry)
  const topic = read.document?.value.topic ?? null
  const parsed = topicId.safeParse(topic)
  const shared = parsed.success ? parsed.data : null
  const faults = [...read.faults]
  if (topic !== null && shared === null && read.document !== null) {
    faults.push(fault(read.document.at(['topic']), 'schema', '`topic` is not a topic id'))
  }
  const questions: DraftQuestion[] = read.entries.map(({ value, at }) => ({
    value,
    at: own(at, value.topic === undefined && shared !== null),
    topic: value.topic ?? shared,
  }))
  return { questions, broken: read.broken, faults, unread: read.document === null }

  /** A question without a topic of its own has the topic at the top of its file. */
  function own(at: Located<unknown>['at'], inherits: boolean): Located<unknown>['at'] {
    return (path = []) =>
      inherits && path[0] === 'topic' && read.document !== null
        ? read.document.at(['topic'])
        : at(path)
  }
}
