import type { RootContent } from 'mdast'
import type { CourseFile } from '../course/schema/course-file'
import type { FactEntry } from '../course/schema/fact-entry'
import type { ImageEntry } from '../course/schema/images-file'
import type { LessonFront } from '../course/schema/lesson-front'
import type { PictureData } from '../course/schema/pictures-file'
import type { SourceFile } from '../course/schema/source-file'
import type { Catalogue, Entity, LessonBlock, Picture } from '../course/types'
import type { FactId, QuestionId, TopicId } from '../kernel/ids'
import type { QuestionEntry } from '../kinds/files'
import type { Path } from '../kinds/kind-file'
import type { Fault, Place } from './fault'
import type { ImageFile } from './images/image-file'

/**
 * A file of a course folder. `path` is relative to the folder and uses `/`. Of an image that is no text,
 * `text` is its bytes in base64 (see `images/image-file`).
 */
export type InputFile = { readonly path: string; readonly text: string }

/** A value and the place in a file where it, or a part of it given by path, was written. */
export type Located<T> = { readonly value: T; readonly at: (path?: Path) => Place }

/** A directive of a lesson. An image is named by its id. */
export type DraftBlock =
  | Exclude<LessonBlock, { kind: 'html' | 'image' }>
  | { readonly kind: 'image'; readonly id: string }

export type LessonPart =
  | { readonly kind: 'markdown'; readonly nodes: readonly RootContent[] }
  | { readonly kind: 'block'; readonly block: DraftBlock }

export type Mark<Id> = { readonly id: Id; readonly place: Place }

export type DraftLesson = Located<LessonFront> & {
  readonly parts: readonly LessonPart[]
  readonly facts: readonly Mark<FactId>[]
  readonly recalls: readonly Mark<QuestionId>[]
  readonly pictures: readonly Located<Picture>[]
  readonly images: readonly Mark<string>[]
  readonly tables: number
  readonly headings: readonly { readonly depth: number; readonly text: string }[]
  /** The file's path, which must match its module and id. */
  readonly file: string
}

/** Not `isWhole`: an entry could not be understood, and what names it is not wrong for that. */
export type DraftPictures = Located<PictureData> & { readonly isWhole: boolean }

/** `topic` is the question's own or that of its file; null when neither has one. */
export type DraftQuestion = Located<QuestionEntry> & { readonly topic: TopicId | null }

export type ItemKind = 'source' | 'entity' | 'fact' | 'lesson' | 'question' | 'module' | 'topic'

/**
 * An entry that could be read but not understood. It is known by its id, so that one broken entry
 * does not make the entries that name it look wrong too. `facts` are those it seems to teach or
 * test.
 */
export type BrokenItem = {
  readonly kind: ItemKind
  readonly id: string | null
  readonly place: Place
  readonly facts: readonly string[]
}

/**
 * Everything that could be read of a course, before any check. Lists are sorted by file name, then
 * by line.
 */
export type Draft = {
  readonly course: Located<CourseFile> | null
  readonly sources: readonly Located<SourceFile>[]
  readonly entities: readonly Located<Entity>[]
  readonly facts: readonly Located<FactEntry>[]
  readonly lessons: readonly DraftLesson[]
  readonly questions: readonly DraftQuestion[]
  /** What `pictures.yaml` says; null for a course without one. */
  readonly pictures: DraftPictures | null
  /** What `images.yaml` lists, and the files of the folder `images`. */
  readonly images: readonly Located<ImageEntry>[]
  readonly imageFiles: readonly ImageFile[]
  readonly broken: readonly BrokenItem[]
  /** Kinds for which a whole file could not be read. No id of such a kind can be called unknown. */
  readonly incomplete: ReadonlySet<ItemKind>
  /** The last published catalogue, if there is one. */
  readonly previous: Catalogue | null
}

export type Check = (draft: Draft) => readonly Fault[]
