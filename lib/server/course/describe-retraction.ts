import 'server-only'
import { plural } from '../../compiler/report/report'
import type { PartialDate } from '../../course/partial-date'
import type { Withdrawn } from '../../course/retraction'
import type { Question } from '../../course/types'
import { AppError } from '../../kernel/app-error'
import { asFactId, asSourceId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import type { WholeScope } from '../whole-scope'
import { planRetraction, type RetractionPlan } from './plan-retraction'
import { retract } from './retract'

type Asked = {
  /** The id of a source or of a fact. */
  readonly id: string
  readonly reason: string
  readonly date: PartialDate
  readonly retire: boolean
  readonly retest: boolean
  readonly dryRun: boolean
  readonly now: number
}

/**
 * Withdraws a source or a fact by a command, and says in words what that touches. Throws not_found,
 * invalid_input, course_invalid, course_not_published.
 */
export async function retractByCommand(
  whole: WholeScope,
  { id, reason, date, retire, retest, dryRun, now }: Asked,
): Promise<string> {
  const withdrawn = await named(id)
  const plan = await planRetraction(whole, withdrawn)
  const touched = planText(plan)
  if (dryRun) return `${touched}\n\nThis was a dry run: nothing was changed.`
  const { version: expectedVersion } = plan
  const made = await retract(whole, {
    ...{ withdrawn, reason, date, retire, retest, expectedVersion, now },
  })
  return [
    touched,
    '',
    `Published as version ${made.version}: ${plural(made.retired, 'question')} asked no more, ${plural(made.retested, 'question')} asked again.`,
    `To undo it: \`steppe course publish --version ${expectedVersion}\`.`,
  ].join('\n')
}

async function named(id: string): Promise<Withdrawn> {
  const { look } = await requireCourse()
  const source = look.source(asSourceId(id))
  if (source) return { kind: 'source', id: source.id }
  const fact = look.fact(asFactId(id))
  if (fact) return { kind: 'fact', id: fact.id }
  throw new AppError(
    'not_found',
    `The course has no source and no fact “${id}”. Nothing was changed. The page of a source or a fact has its id in the address.`,
  )
}

function planText(plan: RetractionPlan): string {
  const { title, falling, standing, alone, supported, lessons, pictures, people, before } = plan
  return [
    before === null ? [title] : [title, `It was withdrawn before: ${before.reason}`],
    list('Facts that nothing else carries', falling, ({ id, statement }) => `${id}: ${statement}`),
    list(
      'Facts that another source carries too',
      standing,
      ({ id, statement }) => `${id}: ${statement}`,
    ),
    list('Questions that rest on it alone', alone, line),
    list('Questions that rest on something else too', supported, ({ question, falling: lost }) =>
      lost.length === 0 ? line(question) : `${line(question)} (without ${lost.join(', ')})`,
    ),
    list('Lessons that teach it', lessons, ({ id, title: name }) => `${id}: ${name}`),
    list('Drawn from it', pictures, (what) => what),
    list(
      'Who has learned one of the questions',
      people,
      ({ cohort, people: n }) => `${cohort ?? 'in no cohort'}: ${n}`,
    ),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

const line = ({ id, prompt }: Question): string => `${id}: ${prompt}`

const list = <T>(title: string, items: readonly T[], show: (item: T) => string) =>
  items.length === 0 ? [] : [`${title}: ${items.length}`, ...items.map((item) => `  ${show(item)}`)]
