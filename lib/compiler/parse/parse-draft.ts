import type { z } from 'zod'
import { courseFile } from '../../course/schema/course-file'
import { factEntry } from '../../course/schema/fact-entry'
import { topicId } from '../../course/schema/scalars'
import { sourceFile } from '../../course/schema/source-file'
import type { Catalogue } from '../../course/types'
import { questionEntry } from '../../kinds/files'
import type { BrokenItem, Draft, DraftQuestion, InputFile, ItemKind, Located } from '../draft'
import type { Fault } from '../fault'
import { compare, fault } from '../fault'
import { parseEntities } from './parse-entities'
import { parseLesson } from './parse-lesson'
import { brokenItem, readList, readMap } from './parse-lists'
import { understand } from './understand'

export type ReadDraft = { readonly draft: Draft; readonly faults: readonly Fault[] }

type Growing = {
  -readonly [K in keyof Draft]: Draft[K] extends readonly (infer T)[] ? T[] : Draft[K]
}

/** Reads all files, in any order, and keeps everything that can be understood. */
export function parseDraft(files: readonly InputFile[], previous: Catalogue | null): ReadDraft {
  const faults: Fault[] = []
  const incomplete = new Set<ItemKind>()
  const draft: Growing = {
    course: null,
    sources: [],
    entities: [],
    facts: [],
    lessons: [],
    questions: [],
    broken: [],
    incomplete,
    previous,
  }
  const take = (read: { faults: readonly Fault[]; broken?: readonly BrokenItem[] }) => {
    faults.push(...read.faults)
    draft.broken.push(...(read.broken ?? []))
  }
  for (const file of [...files].sort((a, b) => compare(a.path, b.path))) {
    switch (placeInFolder(file.path)) {
      case 'course': {
        const read = readWhole(file, courseFile)
        take(read)
        draft.course = read.entry
        if (read.entry === null) incomplete.add('module').add('topic')
        break
      }
      case 'source': {
        const read = readWhole(file, sourceFile)
        take(read)
        if (read.entry !== null) draft.sources.push(read.entry)
        else if (read.raw === null) incomplete.add('source')
        else draft.broken.push(brokenItem('source', read.raw))
        break
      }
      case 'entities': {
        const read = parseEntities(file)
        take(read)
        draft.entities.push(...read.entities)
        if (read.unread) incomplete.add('entity')
        break
      }
      case 'facts': {
        const read = readList(file, 'facts', [], 'fact', factEntry)
        take(read)
        draft.facts.push(...read.entries)
        if (read.document === null) incomplete.add('fact')
        break
      }
      case 'questions': {
        const read = readQuestions(file)
        take(read)
        draft.questions.push(...read.questions)
        if (read.unread) incomplete.add('question')
        break
      }
      case 'lesson': {
        const read = parseLesson(file)
        take({ faults: read.faults, broken: read.broken === null ? [] : [read.broken] })
        if (read.lesson !== null) draft.lessons.push(read.lesson)
        if (read.broken !== null && read.broken.id === null) incomplete.add('lesson')
        break
      }
      case null:
        faults.push(
          fault({ file: file.path, line: 1 }, 'file', 'this file does not belong to a course'),
        )
    }
  }
  for (const [path, kinds] of REQUIRED) {
    if (files.some((file) => file.path === path)) continue
    faults.push(fault({ file: path, line: 1 }, 'file', `${path} is missing`))
    for (const kind of kinds) incomplete.add(kind)
  }
  return { draft, faults }
}

const REQUIRED: readonly (readonly [string, readonly ItemKind[]])[] = [
  ['course.yaml', ['module', 'topic']],
  ['entities.yaml', ['entity']],
]

function placeInFolder(path: string) {
  if (path === 'course.yaml') return 'course'
  if (path === 'entities.yaml') return 'entities'
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
