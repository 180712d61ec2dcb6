import type {
  EntityId,
  FactId,
  LessonId,
  ModuleId,
  QuestionId,
  SourceId,
  TopicId,
} from '../kernel/ids'
import type { CourseImage } from '../kernel/image'
import type { ContentOf, QuestionKind } from '../kinds/types'
import type { PartialDate } from './partial-date'
import type { PictureData } from './schema/pictures-file'

/** `janes-fissures#15`, resolved. */
export type Citation = { readonly source: SourceId; readonly paragraph: number }

export type Source = {
  readonly id: SourceId
  /** Three-letter name used in fact ids, e.g. `jir`. */
  readonly short: string
  readonly title: string
  readonly author: string | null
  readonly publisher: string
  readonly date: PartialDate
  readonly dateKnown: 'stated' | 'inferred'
  /** In our words: how the date is known. */
  readonly dateNote: string
  readonly reliability: string
  readonly paragraphs: number
  readonly sections: readonly {
    readonly title: string
    readonly from: number
    readonly to: number
  }[]
  readonly leftOut: readonly {
    readonly from: number
    readonly to: number
    readonly reason: string
  }[]
  readonly withdrawn: Withdrawal | null
}

/** Why something holds no more, and since when; earlier versions have no date. */
export type Withdrawal = {
  readonly reason: string
  readonly date?: PartialDate | undefined
}

export type Entity = {
  readonly id: EntityId
  readonly kind: 'state' | 'organisation' | 'body' | 'exercise' | 'group'
  readonly name: string
  readonly aliases: readonly string[]
  /** Other words that a text uses for it: its adjective, its capital. */
  readonly mentions: readonly string[]
  /** ISO 3166-1 numeric, states only: the key into the world map. */
  readonly isoNumeric: string | null
}

type FactKind =
  | 'event'
  | 'state'
  | 'number'
  | 'relation'
  | 'reason'
  | 'judgement'
  | 'forecast'
  | 'plan'

/** When a fact is true: an interval, or the one date for which it is stated. */
export type FactTime =
  | { readonly kind: 'holds'; readonly from: PartialDate; readonly to: PartialDate | null }
  | { readonly kind: 'asOf'; readonly date: PartialDate }

export type MembershipRole = 'member' | 'observer'

/** How an event changes a membership. Maps and timelines are derived from these changes. */
export type MembershipChange = {
  readonly organisation: EntityId
  readonly role: MembershipRole
  readonly action: 'joins' | 'leaves'
  readonly states: readonly EntityId[]
  readonly date: PartialDate
}

export type Fact = {
  readonly id: FactId
  readonly kind: FactKind
  readonly statement: string
  readonly time: FactTime
  readonly cites: readonly Citation[]
  readonly keyTerms: readonly string[]
  readonly contradicts: readonly FactId[]
  readonly confidence: 'stated' | 'derived' | 'uncertain'
  readonly changes: readonly MembershipChange[]
  /** Missing for a fact that stands. */
  readonly withdrawn?: Withdrawal
}

export type LessonBlock =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'recall'; readonly question: QuestionId }
  | { readonly kind: 'image'; readonly image: CourseImage }
  | {
      readonly kind: 'map'
      readonly organisation: EntityId
      readonly date: PartialDate
      readonly caption: string
    }
  | {
      readonly kind: 'timeline'
      readonly organisations: readonly EntityId[]
      readonly from: PartialDate
      readonly to: PartialDate
      readonly caption: string
    }
  | {
      readonly kind: 'circles'
      readonly organisations: readonly EntityId[]
      readonly date: PartialDate
      readonly caption: string
    }
  | { readonly kind: 'exercises'; readonly as: 'line' | 'map'; readonly caption: string }
  | { readonly kind: 'sites'; readonly date: PartialDate; readonly caption: string }
  | { readonly kind: 'wants'; readonly who: readonly EntityId[]; readonly caption: string }
  | { readonly kind: 'readings'; readonly of: string; readonly caption: string }

/** A block that is drawn. */
export type Picture = Exclude<LessonBlock, { readonly kind: 'html' | 'recall' | 'image' }>

export type Lesson = {
  readonly id: LessonId
  readonly module: ModuleId
  readonly title: string
  /** The one question the lesson answers. */
  readonly question: string
  readonly minutes: number
  readonly blocks: readonly LessonBlock[]
  /** Plain text of the whole lesson, for search and export. */
  readonly text: string
  /** Facts the passages teach, in reading order. */
  readonly facts: readonly FactId[]
  /** Questions woven in, in reading order. */
  readonly recalls: readonly QuestionId[]
}

/** How much it matters: ready at once, fair to examine, or about the documents rather than the world. */
type Depth = 'core' | 'full' | 'source-craft'

/** What it asks for: what is so; why, how, what follows or which of two; or what to do with an unseen case. */
type Asks = 'fact' | 'why' | 'case'

type Severity = 'typo' | 'wording' | 'meaning'

type QuestionBase = {
  readonly id: QuestionId
  readonly topic: TopicId
  readonly depth: Depth
  readonly asks: Asks
  readonly module: ModuleId
  /** The lesson that unlocks it. */
  readonly lesson: LessonId
  /** Plain text. For cloze: the sentence with the gap shown as `____`. */
  readonly prompt: string
  /** Shown with the prompt. */
  readonly image?: CourseImage
  readonly explanation: string
  readonly facts: readonly FactId[]
  /** Paragraphs beyond those of its facts that prompt, options or explanation rest on. */
  readonly cites: readonly Citation[]
  /** Date for which the answer holds, as shown at the reveal. */
  readonly asOf: PartialDate
  /** Questions that must not be asked on the same day: they share a fact, or the course says so. */
  readonly siblings: readonly QuestionId[]
  /** Questions whose answer it tells, which therefore come before it; missing in earlier versions. */
  readonly tells?: readonly QuestionId[]
  readonly revision: number
  readonly changes: readonly {
    readonly revision: number
    readonly severity: Severity
    readonly note: string
    readonly previousAnswer: string
  }[]
}

/** What only the queue, the checks and the history of a course need of a question. */
type Behind = 'asks' | 'facts' | 'cites' | 'siblings' | 'tells' | 'changes'

/** A question as it is asked: all that a browser needs to show and grade it. */
export type AskedQuestionOf<K extends QuestionKind> = Omit<QuestionBase, Behind> & ContentOf<K>
export type AskedQuestion = AskedQuestionOf<QuestionKind>

/** A question of the kind `K`, or of one of the kinds that `K` is a union of. */
export type QuestionOf<K extends QuestionKind> = QuestionBase & ContentOf<K>
export type Question = QuestionOf<QuestionKind>

/** The heading of a state's card under which a topic's facts are shown; null: under none. */
export type Aspect = 'exercises' | 'ties' | 'concerns'
export type Topic = {
  readonly id: TopicId
  readonly title: string
  readonly aspect: Aspect | null
  /** What it gathers from all modules, for a topic that is none; missing in earlier versions. */
  readonly about?: string | null
}
export type Module = {
  readonly id: ModuleId
  readonly title: string
  readonly summary: string
  readonly lessons: readonly LessonId[]
}

/** One of the things that a course is for, by its topics. */
type Subject = {
  readonly id: string
  readonly title: string
  readonly topics: readonly TopicId[]
}

type Course = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly modules: readonly Module[]
  readonly topics: readonly Topic[]
  readonly subjects: readonly Subject[]
  /** Questions that are asked no more. Answers that were given before still come in. */
  readonly retired: readonly { readonly id: QuestionId; readonly reason: string }[]
}

/** One of several courses in a catalogue, with the ids of what belongs to it. */
export type CoursePart = Pick<Course, 'id' | 'title' | 'summary'> & {
  readonly modules: readonly ModuleId[]
  readonly topics: readonly TopicId[]
  readonly subjects: readonly string[]
  readonly retired: readonly QuestionId[]
  readonly sources: readonly SourceId[]
  /** An entity may belong to several courses. */
  readonly entities: readonly EntityId[]
  readonly facts: readonly FactId[]
}

/**
 * Everything that is published, or what somebody learns of it: plain data, safe to store as JSON. Lists are
 * in course order. `course` is the one course, or several as if they were one.
 */
export type Catalogue = {
  readonly course: Course
  /** Missing where there is one. */
  readonly courses?: readonly CoursePart[]
  readonly sources: readonly Source[]
  readonly entities: readonly Entity[]
  readonly facts: readonly Fact[]
  readonly lessons: readonly Lesson[]
  readonly questions: readonly Question[]
  /** What the pictures draw beyond memberships. Courses published before there was such a file have none. */
  readonly pictures?: PictureData
  /** What its lessons and questions show; missing in a course without images. */
  readonly images?: readonly CourseImage[]
  /** SHA-256 over everything else: it identifies the version. */
  readonly hash: string
}
