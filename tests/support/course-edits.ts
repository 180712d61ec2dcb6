import assert from 'node:assert/strict'
import fc from 'fast-check'
import { compileCourse } from '@/lib/compiler/compile'
import { fromStored, hashOfFiles, toStored } from '@/lib/compiler/course-files'
import type { InputFile } from '@/lib/compiler/draft'
import { compileLibrary } from '@/lib/compiler/library/compile-library'
import { type Marked, markWithdrawn } from '@/lib/compiler/splice/mark-withdrawn'
import { type LookUp, lookUp } from '@/lib/course/look-up'
import { retractionOf } from '@/lib/course/retraction'
import { correctedMeanings, meaningSince, revivedIn, withRetired } from '@/lib/course/revisions'
import type { Catalogue, Question } from '@/lib/course/types'
import { asEventId, type QuestionId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import type { Card } from '@/lib/memory/card/card'
import type { Rating } from '@/lib/memory/card/state'
import type { CardEvent } from '@/lib/memory/log/card-event'
import { fold } from '@/lib/memory/log/fold'
import { DEFAULT_MODEL, shippedModel } from '@/lib/memory/model/shipped-models'
import { AUTHORED, authored } from './authored-edits'
import { dateText } from './date-text'

// A course that is edited at random while people learn it: the same files, the same compiler, the same
// comparison of versions and the same fold as in the program, without a database.

const WHATS = [
  'typo',
  'wording',
  'meaning',
  'silent',
  'comment',
  'retire',
  'withdraw-question',
  'withdraw-fact',
  'withdraw-source',
  'restore',
  'add',
  'break',
  ...AUTHORED,
] as const

export type Edit = {
  readonly what: (typeof WHATS)[number]
  readonly target: number
  /** What people answer before the next edit; `late`: their session began before this edit. */
  readonly answers: readonly {
    readonly who: number
    readonly target: number
    readonly rating: Rating
    readonly late: boolean
  }[]
}

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...WHATS),
    target: fc.nat(50),
    answers: fc.array(
      fc.record({
        who: fc.nat(1),
        target: fc.nat(50),
        rating: fc.constantFrom<Rating>(1, 2, 3, 4),
        late: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  }),
  { minLength: 1, maxLength: 6 },
)

/** An event, with the revision that a grade answered. */
type Logged = { readonly event: CardEvent; readonly revision: number | null }

type Version = {
  readonly files: readonly InputFile[]
  readonly catalogue: Catalogue
  readonly look: LookUp
}

export type Outcome = { readonly published: number; readonly refused: number }

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 12)
const CLOCK = { zone: 'UTC', rolloverHour: 0 }

/** Runs one sequence of edits and throws when a law is broken. */
export function runEdits(start: readonly InputFile[], sequence: readonly Edit[]): Outcome {
  const first = compileCourse(start, { previous: null }).catalogue
  assert(first, 'the course has no fault at the beginning')
  const versions: Version[] = [{ files: start, catalogue: first, look: lookUp(first) }]
  const lastAsked = new Map<QuestionId, Question>(first.questions.map((each) => [each.id, each]))
  const logs: Logged[][] = [[], []]
  let at = START
  let ids = 0
  let refused = 0

  const current = (): Version => versions.at(-1) ?? assert.fail('there is a version')
  const happened = (questionId: QuestionId) => {
    at += DAY / 3
    ids += 1
    const id = asEventId(`event-${String(ids).padStart(5, '0')}`)
    return { id, questionId, at, day: studyDayOf(at, CLOCK) }
  }
  const modelVersion = DEFAULT_MODEL.version
  const relearn = (log: Logged[], questionId: QuestionId, revision: number) =>
    log.push({
      event: { ...happened(questionId), kind: 'relearn', revision, modelVersion },
      revision: null,
    })

  for (const edit of sequence) {
    const before = current()
    const files = edited(versions, edit)
    const after = publish(before, files, lastAsked)
    const cards = logs.map((log) => new Map(askedIn(log).map((id) => [id, cardOf(log, id)])))
    if (after === null) refused += 1
    else {
      versions.push(after)
      const then = withRetired(
        before.catalogue,
        revivedIn(before.catalogue, after.catalogue).flatMap((id) => lastAsked.get(id) ?? []),
      )
      const corrected = correctedMeanings(then, after.catalogue)
      for (const question of after.catalogue.questions) lastAsked.set(question.id, question)
      const touched = new Set<QuestionId>()
      for (const { questionId, revision } of corrected) {
        for (const log of logs) {
          const last = lastGrade(of(log, questionId))
          if (!last || (last.revision ?? 1) >= revision) continue
          touched.add(questionId)
          relearn(log, questionId, revision)
        }
      }
      // No card changes but those whose meaning did.
      for (const [who, log] of logs.entries()) {
        for (const [id, card] of cards[who] ?? []) {
          if (!touched.has(id)) assert.deepEqual(cardOf(log, id), card)
        }
      }
    }
    answer(edit, before)
    check()
  }
  checkExport()
  return { published: versions.length - 1, refused }

  /** What is stored and written to a folder makes the same course again. */
  function checkExport(): void {
    const { files, catalogue } = current()
    const again = fromStored(JSON.parse(JSON.stringify(toStored(files))))
    assert.deepEqual(again, fromStored(toStored(again)))
    assert.equal(hashOfFiles(again), hashOfFiles(files))
    assert.equal(compileLibrary(again, { previous: catalogue }).catalogue?.hash, catalogue.hash)
  }

  function answer({ answers }: Edit, before: Version): void {
    for (const { who, target, rating, late } of answers) {
      const log = logs[who] ?? assert.fail('there are two people')
      const shown = late ? before : current()
      const question = shown.catalogue.questions[target % shown.catalogue.questions.length]
      if (!question) continue
      const { id: questionId, revision } = question
      log.push({
        event: { ...happened(questionId), kind: 'grade', rating, modelVersion },
        revision,
      })
      const now = current().look.question(questionId)
      const since = now ? meaningSince(now) : 1
      // As the server does for an answer to an older meaning.
      if (revision < since) relearn(log, questionId, since)
    }
  }

  function check(): void {
    const { look } = current()
    for (const log of logs) {
      for (const id of askedIn(log)) {
        const question = look.question(id)
        assert(question || look.isRetired(id), `${id} is in a log, and the course knows it no more`)
        const own = of(log, id)
        const last = lastGrade(own)
        assert(last, `the answers to ${id} are lost`)
        assert.notEqual(cardOf(log, id).state.phase, 'new')
        if (!question) continue
        for (const { revision } of own) assert((revision ?? 1) <= question.revision)
        // Nobody is left with an old meaning: they answered the new one, or were asked to learn it.
        const since = meaningSince(question)
        const isAsked = own.some(
          ({ event }) =>
            event.kind === 'relearn' && event.revision >= since && event.at > last.event.at,
        )
        assert((last.revision ?? 1) >= since || isAsked, `${id} was left with an old meaning`)
      }
    }
  }
}

const of = (log: readonly Logged[], id: QuestionId): readonly Logged[] =>
  log.filter(({ event }) => event.questionId === id)
const askedIn = (log: readonly Logged[]): readonly QuestionId[] => [
  ...new Set(log.map(({ event }) => event.questionId)),
]
const lastGrade = (log: readonly Logged[]): Logged | undefined =>
  log.findLast(({ event }) => event.kind === 'grade')
const cardOf = (log: readonly Logged[], id: QuestionId): Card =>
  fold(
    of(log, id).map(({ event }) => event),
    shippedModel,
  ).card

/** As `publishFiles` does: null when the files have faults, each with a place that there is. */
function publish(
  { catalogue: previous }: Version,
  files: readonly InputFile[],
  lastAsked: ReadonlyMap<QuestionId, Question>,
): Version | null {
  const first = compileCourse(files, { previous })
  const back = first.catalogue ? revivedIn(previous, first.catalogue) : []
  const asked = back.flatMap((id) => lastAsked.get(id) ?? [])
  const { catalogue, faults } =
    back.length === 0 ? first : compileCourse(files, { previous: withRetired(previous, asked) })
  assert.equal(catalogue === null, faults.length > 0)
  for (const { file, line, message } of faults) {
    const lines = files.find(({ path }) => path === file)?.text.split('\n').length ?? 1
    assert(line >= 1 && line <= lines, `${file}:${line} ${message}`)
  }
  return catalogue && { files, catalogue, look: lookUp(catalogue) }
}

function edited(versions: readonly Version[], { what, target }: Edit): readonly InputFile[] {
  const { files, catalogue } = versions.at(-1) ?? assert.fail('there is a version')
  const question = catalogue.questions[target % Math.max(1, catalogue.questions.length)]
  const why = { reason: `Reason "${target}" # of it`, date: dateText('2026-06') }
  const mark = (...marked: readonly Marked[]) => markWithdrawn(files, marked, why)
  switch (what) {
    case 'typo':
    case 'wording':
    case 'meaning':
      return question
        ? onBlock(files, question.id, (block) => revised(block, question, what))
        : files
    case 'silent':
      return question ? onBlock(files, question.id, longer) : files
    case 'retire':
      return question ? retired(files, question.id) : files
    case 'withdraw-question':
      return question ? mark({ kind: 'question', id: question.id }) : files
    case 'withdraw-fact':
    case 'withdraw-source': {
      const { facts, sources } = catalogue
      const fact = facts[target % facts.length]
      const source = sources[target % sources.length]
      if (!fact || !source) return files
      const withdrawn =
        what === 'withdraw-fact'
          ? { kind: 'fact' as const, id: fact.id }
          : { kind: 'source' as const, id: source.id }
      const alone = retractionOf(catalogue, withdrawn)?.alone ?? []
      return mark(withdrawn, ...alone.map(({ id }): Marked => ({ kind: 'question', id })))
    }
    case 'restore':
      return versions[target % versions.length]?.files ?? files
    case 'add':
      return onFile(files, 'questions/rivals.yaml', (text) => `${text}${another(target)}`)
    case 'break':
      return onFile(files, files[target % files.length]?.path ?? '', (text) =>
        target % 2 === 0 ? `${text}\n\t: [` : `${text}\n<script>alert(1)</script>\n`,
      )
    case 'membership':
    case 'picture':
    case 'image':
      return authored(files, what, target)
    case 'comment':
      return onFile(files, 'facts/growth.yaml', (text) => `${text}# comment ${target}\n`)
  }
}

const onFile = (
  files: readonly InputFile[],
  path: string,
  change: (text: string) => string,
): readonly InputFile[] =>
  files.map((file) => (file.path === path ? { path, text: change(file.text) } : file))

/** Changes the lines of one question. */
function onBlock(
  files: readonly InputFile[],
  id: string,
  change: (block: string) => string,
): readonly InputFile[] {
  const pattern = new RegExp(`  - id: ${id}\\n(?:    .*\\n?)*`)
  return files.map(({ path, text }) => ({
    path,
    text: path.startsWith('questions/') ? text.replace(pattern, (block) => change(block)) : text,
  }))
}

const longer = (block: string): string => block.replace(/(\n {4}explanation: .*)/, '$1 And so on.')

function revised(block: string, { revision, changes }: Question, severity: string): string {
  const next = revision + 1
  const previous = severity === 'meaning' ? ', previousAnswer: What it was' : ''
  const entry = `      - { revision: ${next}, severity: ${severity}, note: 'Change ${next}.'${previous} }\n`
  const texted = longer(block)
  const numbered = /\n {4}revision: \d+/.test(texted)
    ? texted.replace(/\n {4}revision: \d+/, `\n    revision: ${next}`)
    : texted.replace(/\n/, `\n    revision: ${next}\n`)
  return changes.length > 0
    ? numbered.replace(/(\n {4}changes:\n(?: {6}- .*\n)*)/, `$1${entry}`)
    : numbered.replace(/\n/, `\n    changes:\n${entry}`)
}

/** Takes a question out of its file, its lesson and what names it, and lists it as retired. */
function retired(files: readonly InputFile[], id: string): readonly InputFile[] {
  const line = `  - { id: ${id}, reason: It was too easy. }\n`
  return onBlock(files, id, () => '').map(({ path, text }) => ({
    path,
    text:
      path === 'course.yaml'
        ? text.includes('\nretired:\n')
          ? text.replace('\nretired:\n', `\nretired:\n${line}`)
          : `${text}retired:\n${line}`
        : text.replace(`::recall{q=${id}}\n`, '').replace(`    siblings: [${id}]\n`, ''),
  }))
}

const another = (n: number): string => `  - id: extra-${n}
    kind: flash
    depth: full
    asks: fact
    lesson: lean-years
    prompt: What was planned beside the lighthouse, in telling number ${n}?
    answer: Nothing else
    explanation: The letter says no more.
    facts: [qua-plan]
`
