import type { Root, RootContent, Yaml } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { lessonFront } from '../../course/schema/lesson-front'
import type { BrokenItem, DraftLesson, InputFile, LessonPart, Located } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'
import { plainText } from '../lesson/lesson-text'
import { collectMarks } from './lesson-marks'
import { brokenItem } from './parse-lists'
import { parseYaml } from './parse-yaml'
import { readImage, readPicture, readRecall } from './read-directives'
import { understand } from './understand'

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)

export type ReadLesson = {
  readonly lesson: DraftLesson | null
  readonly broken: BrokenItem | null
  readonly faults: readonly Fault[]
}

/** One Markdown file of `lessons/`: front matter, then text with directives. */
export function parseLesson(file: InputFile): ReadLesson {
  const root: Root = parser.parse(file.text)
  const [first, ...rest] = root.children
  const body = first?.type === 'yaml' ? rest : root.children
  const front = readFront(file, first?.type === 'yaml' ? first : null)
  const marks = collectMarks(file.path, body)
  const split = splitParts(file.path, body)
  const faults = [...front.faults, ...marks.faults, ...split.faults]
  if (front.entry === null) {
    const raw = front.raw ?? { value: {}, at: () => ({ file: file.path, line: 1 }) }
    const taught = marks.facts.map((mark) => mark.id)
    return { lesson: null, broken: brokenItem('lesson', raw, taught), faults }
  }
  const lesson: DraftLesson = {
    ...front.entry,
    file: file.path,
    parts: split.parts,
    pictures: split.pictures,
    images: split.images,
    facts: marks.facts,
    recalls: split.recalls,
    tables: marks.tables,
    headings: body.flatMap((node) =>
      node.type === 'heading' ? [{ depth: node.depth, text: plainText([node]) }] : [],
    ),
  }
  return { lesson, broken: null, faults }
}

function readFront(file: InputFile, node: Yaml | null) {
  if (node === null) {
    const none = fault({ file: file.path, line: 1 }, 'schema', 'the lesson has no front matter')
    return { entry: null, raw: null, faults: [none] }
  }
  const { document, faults } = parseYaml(
    file.path,
    node.value,
    (node.position?.start.line ?? 1) + 1,
  )
  if (document === null) return { entry: null, raw: null, faults }
  return { ...understand(lessonFront, document), raw: document }
}

type Split = Pick<DraftLesson, 'parts' | 'pictures' | 'images' | 'recalls'> & {
  faults: readonly Fault[]
}

/** Splits the body at its `::recall` lines and at its pictures. */
function splitParts(file: string, body: readonly RootContent[]): Split {
  const parts: LessonPart[] = []
  const pictures: DraftLesson['pictures'][number][] = []
  const images: DraftLesson['images'][number][] = []
  const recalls: DraftLesson['recalls'][number][] = []
  const faults: Fault[] = []
  let run: RootContent[] = []
  const flush = () => {
    if (run.length > 0) parts.push({ kind: 'markdown', nodes: run })
    run = []
  }
  for (const node of body) {
    if (node.type !== 'leafDirective') {
      run.push(node)
      continue
    }
    const raw: Located<unknown> = {
      value: node.attributes ?? {},
      at: () => ({ file, line: node.position?.start.line ?? 1 }),
    }
    flush()
    const read = readBlock(node.name, raw)
    faults.push(...read.faults)
    if (read.block === null) continue
    parts.push({ kind: 'block', block: read.block })
    if (read.block.kind === 'recall') recalls.push({ id: read.block.question, place: raw.at() })
    else if (read.block.kind === 'image') images.push({ id: read.block.id, place: raw.at() })
    else pictures.push({ value: read.block, at: raw.at })
  }
  flush()
  return { parts, pictures, images, recalls, faults }
}

function readBlock(name: string, raw: Located<unknown>) {
  if (name === 'recall') return readRecall(raw)
  return name === 'image' ? readImage(raw) : readPicture(name, raw)
}
