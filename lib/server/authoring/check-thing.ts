import 'server-only'
import { type FormFault, faultsOfForm } from '../../authoring/fault-fields'
import { type Similar, similarQuestions, type Worded } from '../../authoring/similar'
import { buildLessonPreview, buildPreview } from '../../compiler/build/build-preview'
import type { Draft } from '../../compiler/draft'
import type { Fault } from '../../compiler/fault'
import { contentName } from '../../compiler/images/image-file'
import { courseOf } from '../../compiler/library/library-files'
import { lookUp } from '../../course/look-up'
import type { ImageEntry } from '../../course/schema/images-file'
import type { Lesson } from '../../course/types'
import { asLessonId, asQuestionId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import { UNSEEN_CARD } from '../../memory/card/card'
import { sessionCard } from '../../review/session-card'
import type { SessionCard, SessionGround } from '../../review/wire'
import type { InstructorScope } from '../scope'
import { draftOf, type Workspace, workspaceOf } from './draft-of'
import { draftIn, examined } from './examined'
import { publishedFiles } from './published-files'
import {
  asksForSeverity,
  type Placed,
  placedThing,
  revised,
  type Written,
  withWrites,
  writesOf,
} from './written-thing'

/** A thing as learners will see it. */
export type Preview =
  | {
      readonly kind: 'question'
      readonly card: SessionCard
      readonly stateNames: SessionGround['stateNames']
    }
  | {
      readonly kind: 'image'
      /** The name under which its file is kept. */
      readonly content: string
      readonly image: ImageEntry
    }
  | {
      readonly kind: 'lesson'
      readonly lesson: Lesson
      /** The prompts of its recall questions, by their ids. */
      readonly prompts: Readonly<Record<string, string>>
    }

/** What the compiler says of a form as it is being filled in. */
export type Checked = {
  readonly faults: readonly FormFault[]
  readonly elsewhere: readonly Fault[]
  /** Faults elsewhere that are not listed. */
  readonly more: number
  /** It changes a question that people may have learned. */
  readonly asksForSeverity: boolean
  /** Null while it cannot be shown. */
  readonly preview: Preview | null
  readonly similar: readonly Similar[]
}

const MOST_ELSEWHERE = 20

/** Throws not_found, invalid_input, course_not_published. Changes nothing. */
export async function checkThing(
  _: InstructorScope,
  { draftId, written }: { readonly draftId: string; readonly written: Written },
): Promise<Checked> {
  const published = await publishedFiles()
  const draft = await draftOf(draftId)
  const work = workspaceOf(published, draft)
  const placed = placedThing(work, draft, written)
  const { target, specs } = placed
  const fields = revised(work, placed, written.told)
  const files = withWrites(work, writesOf(work.files, { ...placed, fields }))
  const { drafts, faults } = examined(files, published)
  const { here, elsewhere } = faultsOfForm(faults, files, target, { specs, form: written.form })
  const severe = asksForSeverity(work, placed)
  return {
    faults: severe && written.told.severity === null ? [NO_SEVERITY, ...here] : here,
    elsewhere: elsewhere.slice(0, MOST_ELSEWHERE),
    more: Math.max(0, elsewhere.length - MOST_ELSEWHERE),
    asksForSeverity: severe,
    preview: previewOf(drafts, placed),
    similar: written.thing === 'questions' ? similarTo(work, placed) : [],
  }
}

const NO_SEVERITY: FormFault = {
  field: 'severity',
  message: 'Say how much this change matters to those who have learned the question.',
}

type Drafts = ReturnType<typeof examined>['drafts']

function previewOf(drafts: Drafts, { target }: Placed): Preview | null {
  const parsed = draftIn(drafts, courseOf(target.path))
  if (target.list === 'images') return imagePreview(parsed, target.id)
  const catalogue = parsed === undefined ? null : buildPreview(parsed)
  if (parsed === undefined || catalogue === null) return null
  const look = lookUp(catalogue)
  if (target.list === 'questions') {
    const question = look.question(asQuestionId(target.id))
    if (question === undefined) return null
    const states = catalogue.entities.filter(({ kind }) => kind === 'state')
    return {
      kind: 'question',
      card: sessionCard(look, question, UNSEEN_CARD),
      stateNames: Object.fromEntries(
        states.map(({ id, name, isoNumeric }) => [id, { name, isoNumeric: isoNumeric ?? '' }]),
      ),
    }
  }
  if (!target.path.endsWith('.md')) return null
  const lesson = buildLessonPreview(parsed, catalogue, asLessonId(target.id))
  if (lesson === null) return null
  return {
    kind: 'lesson',
    lesson,
    prompts: Object.fromEntries(
      lesson.recalls.map((id) => [id, look.question(id)?.prompt ?? `There is no question ${id}.`]),
    ),
  }
}

function imagePreview(draft: Draft | undefined, id: string): Preview | null {
  const image = draft?.images.find(({ value }) => value.id === id)?.value
  const file = draft?.imageFiles.find(({ path }) => path === `images/${image?.file}`)
  return image === undefined || file === undefined
    ? null
    : { kind: 'image', image, content: contentName(file.path, file.bytes) }
}

function similarTo({ published }: Workspace, { target, fields }: Placed): readonly Similar[] {
  const { catalogue, look } = published
  const others = catalogue.questions.map(
    (question): Worded => ({
      id: question.id,
      prompt: question.prompt,
      answer: answerText(question, look.nameOf),
    }),
  )
  const words = (name: string) => (fields[name] === undefined ? '' : String(fields[name]))
  const prompt = words('prompt') || words('text').replace(/[{}]{2}/g, ' ')
  return similarQuestions({ id: target.id, prompt, answer: words('answer') }, others)
}
