import { lookUp } from '../course/look-up'
import { normalForm } from '../course/normal-form'
import type { Catalogue, Citation, CoursePart, Fact, Question } from '../course/types'
import type { EntityId } from '../kernel/ids'
import { answerText } from '../kinds/answer-text'
import { kindOf } from '../kinds/kinds'
import { compare } from './fault'

/**
 * A whole course for other programs and for readers, without mark-up. The names of its keys stay
 * fixed. Lessons and questions have no other keys (docs/authoring.md).
 */
export function exportCourse(catalogue: Catalogue) {
  const { course, courses, entities, facts, lessons, questions, sources } = catalogue
  const index = lookUp(catalogue)
  return {
    course: { ...course, version: catalogue.hash },
    ...(courses === undefined ? {} : { courses: courses.map(exportPart) }),
    sources,
    entities,
    facts: facts.map(exportFact),
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      module: lesson.module,
      title: lesson.title,
      text: `${lesson.question}

${lesson.text}`,
      facts: lesson.facts,
      questions: index.questionsOfLesson(lesson.id).map(({ id }) => id),
    })),
    questions: questions.map((question) => {
      const options = optionsOf(question, index.nameOf)
      return {
        id: question.id,
        kind: question.kind,
        topic: question.topic,
        depth: question.depth,
        asks: question.asks,
        prompt: question.prompt,
        answerText: answerText(question, index.nameOf),
        ...(options === null ? {} : { options }),
        explanation: question.explanation,
        facts: question.facts,
        cites: index.citationsOf(question).map(citationName),
      }
    }),
  }
}

/** What is in one of several courses; lessons and questions say by their modules and topics where they are. */
const exportPart = ({ id, title, summary, modules, topics, sources }: CoursePart) => ({
  ...{ id, title, summary, modules, topics, sources },
})

const citationName = ({ source, paragraph }: Citation): string => `${source}#${paragraph}`

const exportFact = (fact: Fact) => ({
  id: fact.id,
  kind: fact.kind,
  statement: fact.statement,
  ...(fact.time.kind === 'asOf'
    ? { asOf: fact.time.date }
    : { holds: { from: fact.time.from, to: fact.time.to } }),
  cites: fact.cites.map(citationName),
  keyTerms: fact.keyTerms,
  contradicts: fact.contradicts,
  confidence: fact.confidence,
  changes: fact.changes,
})

/**
 * Everything a learner chooses from, sorted so that the place of an option reveals nothing; null
 * for kinds whose answer is typed.
 */
function optionsOf(question: Question, nameOf: (id: EntityId) => string): readonly string[] | null {
  const offered = kindOf(question.kind).offered(question, nameOf)
  return offered === null ? null : sorted(offered)
}

const sorted = (texts: readonly string[]): readonly string[] =>
  [...texts].sort((a, b) => compare(normalForm(a), normalForm(b)) || compare(a, b))
