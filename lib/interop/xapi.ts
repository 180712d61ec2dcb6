import type { LookUp } from '../course/look-up'
import { inOrder, type Owners } from '../course/owners'
import type { CoursePart } from '../course/types'
import type { LessonId, ModuleId, UserId } from '../kernel/ids'
import type { Interaction } from '../kinds/interaction'
import type { ReviewEvent } from '../review/event'

/** Statements of xAPI 1.0.3, limited to the parts that Steppe writes. */
export type Statement = {
  readonly id: string
  readonly actor: {
    readonly objectType: 'Agent'
    readonly name: string
    readonly account: { readonly homePage: string; readonly name: string }
  }
  readonly verb: { readonly id: string; readonly display: LanguageMap }
  readonly object: Activity
  readonly result: {
    readonly success?: boolean
    readonly completion?: boolean
    readonly response?: string
    readonly duration?: string
    readonly score?: { readonly scaled: number }
    readonly extensions?: Readonly<Record<string, string | number>>
  }
  readonly context: {
    readonly platform: 'Steppe'
    readonly language: 'en'
    readonly revision?: string
    readonly contextActivities: {
      readonly parent?: readonly Activity[]
      readonly grouping: readonly Activity[]
    }
    readonly extensions?: Readonly<Record<string, string | number>>
  }
  readonly timestamp: string
  readonly version: '1.0.3'
}

type LanguageMap = { readonly en: string }

type Activity = {
  readonly objectType: 'Activity'
  readonly id: string
  readonly definition: {
    readonly type: string
    readonly name: LanguageMap
    readonly extensions?: Readonly<Record<string, string>>
  } & (Interaction | { readonly interactionType?: 'other' })
}

/**
 * `home` is the address of this Steppe server, without a slash at the end. The activities are its
 * pages.
 */
export type XapiGround = {
  readonly home: string
  readonly look: LookUp
  /** Of everything that is published, whoever the statements are for. */
  readonly owners: Owners
}

export type XapiPerson = { readonly id: UserId; readonly name: string }

const ADL = 'http://adlnet.gov/expapi'

/** A question as it is told, and what was answered. */
export type XapiAnswer = {
  /** Null for a question that the course has dropped. */
  readonly interaction: Interaction | null
  /** In the format of the interaction; null for what does not fit it. */
  readonly response: string | null
  /** In words; empty where learners graded themselves. */
  readonly given: string
}

/** A grade. What was answered is told in words too, where the response is none. */
export function answered(
  person: XapiPerson,
  event: Extract<ReviewEvent, { kind: 'grade' }>,
  { interaction, response, given }: XapiAnswer,
  ground: XapiGround,
): Statement {
  const { home, look } = ground
  const { id, questionId, rating, graded, at } = event
  const question = look.question(questionId)
  const name = question?.prompt ?? questionId
  const plain = activity(home, `/questions/${questionId}`, 'cmi.interaction', name)
  const told = interaction ?? { interactionType: 'other' as const }
  return {
    ...said(person, 'answered', id, at, home),
    object: {
      ...plain,
      definition: {
        ...plain.definition,
        ...told,
        ...(question ? { extensions: { [`${home}/xapi/depth`]: question.depth } } : {}),
      },
    },
    result: {
      success: graded?.correct ?? rating > 1,
      ...(response === null ? {} : { response }),
      duration: duration(graded?.durationMs ?? 0),
      extensions: {
        [`${home}/xapi/rating`]: rating,
        ...(given === '' || given === response ? {} : { [`${home}/xapi/answer-in-words`]: given }),
      },
    },
    context: {
      ...contextOf(question?.module ?? null, [ground.owners.question(questionId)], ground),
      ...(graded ? { revision: String(graded.revision) } : {}),
      extensions: { [`${home}/xapi/asked-in`]: graded?.context ?? 'review' },
    },
  }
}

/** A lesson that was read to its end. */
export function completed(
  person: XapiPerson,
  lesson: { readonly id: LessonId; readonly completedAt: number; readonly statementId: string },
  ground: XapiGround,
): Statement {
  const { home, look } = ground
  const known = look.lesson(lesson.id)
  return {
    ...said(person, 'completed', lesson.statementId, lesson.completedAt, home),
    object: activity(home, `/lessons/${lesson.id}`, 'lesson', known?.title ?? lesson.id),
    result: { completion: true },
    context: contextOf(known?.module ?? null, [ground.owners.part(lesson.id)], ground),
  }
}

export type XapiAttempt = {
  readonly id: string
  readonly examId: string
  readonly title: string
  /** Of its blueprint. */
  readonly topicIds: readonly string[]
  readonly startedAt: number
  readonly submittedAt: number
  /** The share of correct answers, 0 to 1. */
  readonly score: number
  readonly passed: boolean
}

/** A graded exam. */
export function examined(person: XapiPerson, attempt: XapiAttempt, ground: XapiGround): Statement {
  const { home, owners } = ground
  const { id, examId, title, topicIds, startedAt, submittedAt, score, passed } = attempt
  return {
    ...said(person, passed ? 'passed' : 'failed', id, submittedAt, home),
    object: activity(home, `/exams/${examId}`, 'assessment', title),
    result: {
      score: { scaled: Math.min(1, Math.max(0, score)) },
      success: passed,
      completion: true,
      duration: duration(submittedAt - startedAt),
    },
    context: contextOf(null, topicIds.map(owners.part), ground),
  }
}

type Verb = 'answered' | 'completed' | 'passed' | 'failed'

const said = ({ id, name }: XapiPerson, verb: Verb, key: string, at: number, home: string) => ({
  id: key,
  actor: { objectType: 'Agent' as const, name, account: { homePage: home, name: id } },
  verb: { id: `${ADL}/verbs/${verb}`, display: { en: verb } },
  timestamp: new Date(at).toISOString(),
  version: '1.0.3' as const,
})

const activity = (home: string, path: string, type: string, name: string): Activity => ({
  objectType: 'Activity',
  id: `${home}${path}`,
  definition: { type: `${ADL}/activities/${type}`, name: { en: name } },
})

/** Where there are several courses, those that it is about stand beside the whole. */
function contextOf(
  moduleId: ModuleId | null,
  courses: readonly (CoursePart | null)[],
  { home, look, owners }: XapiGround,
): Statement['context'] {
  const module = moduleId === null ? undefined : look.module(moduleId)
  const { title } = look.catalogue.course
  const named = owners.courses.length < 2 ? [] : inOrder(owners, courses)
  return {
    platform: 'Steppe',
    language: 'en',
    contextActivities: {
      ...(module
        ? { parent: [activity(home, `/course#${module.id}`, 'module', module.title)] }
        : {}),
      grouping: [
        activity(home, '/course', 'course', title),
        ...named.map((each) => activity(home, `/course?course=${each.id}`, 'course', each.title)),
      ],
    },
  }
}

/** ISO 8601, to the hundredth of a second, as xAPI 1.0.3 requires (Data, section 4.6). */
const duration = (ms: number): string => `PT${Math.round(Math.max(0, ms) / 10) / 100}S`
