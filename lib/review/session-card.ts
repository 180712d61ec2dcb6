import { citationLabel } from '../course/citation-label'
import type { LookUp } from '../course/look-up'
import { formatDate } from '../course/partial-date'
import type { AskedQuestion, Question } from '../course/types'
import type { QuestionId } from '../kernel/ids'
import { withKnownDay } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import { comingLoad } from './coming-load'
import { cardOf, type StudyState } from './study-state'
import type { Correction, SessionCard, SessionGround } from './wire'

/** What the browser may know of one question in practice, built field by field. */
export function sessionCard(look: LookUp, question: Question, card: Card): SessionCard {
  const facts = look.factsOf(question)
  const dated = facts[0]?.time
  const date = formatDate(question.asOf)
  return {
    question: asked(question),
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

/** A third of a session would otherwise be what no browser reads. */
function asked(question: Question): AskedQuestion {
  const { asks, facts, cites, siblings, tells, changes, ...shown } = question
  return shown
}

/** The same for each of these questions that the course still asks, with the learner's own card. */
export const sessionCards = (
  state: StudyState,
  ids: readonly QuestionId[],
  corrections: ReadonlyMap<QuestionId, Correction> = new Map(),
): SessionCard[] =>
  ids.flatMap((id) => {
    const question = state.look.question(id)
    if (!question) return []
    const correction = corrections.get(id)
    const card = sessionCard(state.look, question, cardOf(state, question))
    return [correction ? { ...card, correction } : card]
  })

/** What a browser needs besides the cards to schedule and grade by itself. */
export function sessionGround(state: StudyState): SessionGround {
  const states = state.look.catalogue.entities.filter((entity) => entity.kind === 'state')
  return {
    serverNow: state.now,
    clock: withKnownDay(state.clock, state.now),
    model: state.model,
    load: comingLoad(state),
    askConfidence: state.settings.askConfidence,
    keys: state.settings.keys,
    stateNames: Object.fromEntries(
      states.map(({ id, name, isoNumeric }) => [id, { name, isoNumeric: isoNumeric ?? '' }]),
    ),
  }
}
