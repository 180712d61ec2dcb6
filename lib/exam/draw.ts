import type { Reach } from '../course/reach'
import { seededShuffle } from '../grading/seeded-shuffle'
import type { TopicId } from '../kernel/ids'
import { err, ok, type Result } from '../kernel/result'
import { seededRandom } from '../kernel/seeded-random'
import { type Blueprint, candidatesFor, type ExamQuestion, reachOfLine } from './blueprint'
import {
  apartSet,
  type ConflictingQuestions,
  conflictsAmong,
  conflictsWithTold,
} from './conflicting-questions'

export type Shortfall = {
  readonly topicId: TopicId
  readonly reach: Reach
  readonly wanted: number
  readonly most: number
}

/**
 * The number of exchanges tried for each available question. It is enough to replace the first
 * choice completely.
 */
const EXCHANGES = 40

/**
 * Draws the questions of one attempt from those that the lines reach, in the order in which they are asked. The result is the same
 * for the same seed. It starts from questions that can be asked together and exchanges them at
 * random. Every exchange keeps the numbers of the blueprint and avoids conflicts. A question and one that
 * tells its answer are in one attempt only where the blueprint could not be met without. An error lists the
 * topics that cannot supply enough questions.
 */
export function draw(
  all: readonly ExamQuestion[],
  blueprint: Blueprint,
  seed: string,
): Result<readonly ExamQuestion[], readonly Shortfall[]> {
  const questions = candidatesFor(blueprint, all)
  const conflicts = conflictsAmong(questions)
  const strict = drawApart(questions, conflictsWithTold(questions, conflicts), blueprint, seed)
  return strict.ok ? strict : drawApart(questions, conflicts, blueprint, seed)
}

function drawApart(
  questions: readonly ExamQuestion[],
  conflicts: ConflictingQuestions,
  blueprint: Blueprint,
  seed: string,
): Result<readonly ExamQuestion[], readonly Shortfall[]> {
  const start = seededShuffle(apartSet(questions, conflicts), `${seed}|start`)
  const ofTopic = (topic: TopicId) => start.filter((question) => question.topic === topic)
  const short = blueprint.flatMap((line) => {
    const { topicId, questions: wanted } = line
    const most = ofTopic(topicId).length
    return wanted > most ? [{ topicId, reach: reachOfLine(line), wanted, most }] : []
  })
  if (short.length > 0) return err(short)

  const chosen = new Map(
    blueprint.map(({ topicId, questions: wanted }) => [topicId, ofTopic(topicId).slice(0, wanted)]),
  )
  const taken = new Map([...chosen.values()].flat().map((question) => [question.id, question]))
  const pool = questions.filter(({ topic }) => (chosen.get(topic)?.length ?? 0) > 0)
  const random = seededRandom(`${seed}|exchange`)
  const below = (count: number) => Math.floor(random() * count)
  for (let turn = 0; turn < EXCHANGES * pool.length; turn += 1) {
    const comes = pool[below(pool.length)]
    const own = comes && chosen.get(comes.topic)
    if (comes === undefined || own === undefined || taken.has(comes.id)) continue
    const inTheWay = [...(conflicts.get(comes.id) ?? [])].flatMap((id) => taken.get(id) ?? [])
    const goes = inTheWay.length === 0 ? own[below(own.length)] : inTheWay[0]
    if (inTheWay.length > 1 || goes?.topic !== comes.topic) continue
    own[own.indexOf(goes)] = comes
    taken.delete(goes.id)
    taken.set(comes.id, comes)
  }
  return ok(seededShuffle([...chosen.values()].flat(), `${seed}|order`))
}
