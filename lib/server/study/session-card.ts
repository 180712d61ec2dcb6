import 'server-only'
import { citationLabel } from '../../course/citation-label'
import { formatDate } from '../../course/partial-date'
import type { Question } from '../../course/types'
import type { Card } from '../../memory/card/card'
import type { SessionCard, SessionGround } from '../../review/wire'
import type { PublishedCourse } from '../current-course'
import type { LearnerState } from '../learner-state'
import { comingLoad } from './coming-load'

/** What the browser may know of one question in practice, built field by field. */
export function sessionCard(
  { look }: PublishedCourse,
  question: Question,
  card: Card,
): SessionCard {
  const facts = look.factsOf(question)
  const dated = facts[0]?.time
  const date = formatDate(question.asOf)
  return {
    question,
    card,
    topicTitle: look.topic(question.topic)?.title ?? '',
    citations: look.citationsOf(question).map(({ source, paragraph }) => {
      const cited = look.source(source)
      return {
        source,
        paragraph,
        label: cited ? citationLabel(cited, paragraph) : `${source}, ¶${paragraph}`,
      }
    }),
    asOfLabel: dated?.kind === 'asOf' ? `stated ${date}` : `as of ${date}`,
  }
}

/** What a browser needs besides the cards to schedule and grade by itself. */
export function sessionGround(learner: LearnerState): SessionGround {
  const states = learner.course.catalogue.entities.filter((entity) => entity.kind === 'state')
  return {
    serverNow: learner.now,
    clock: learner.user.clock,
    model: learner.model,
    load: comingLoad(learner),
    askConfidence: learner.user.settings.askConfidence,
    keys: learner.user.settings.keys,
    stateNames: Object.fromEntries(
      states.map(({ id, name, isoNumeric }) => [id, { name, isoNumeric: isoNumeric ?? '' }]),
    ),
  }
}
