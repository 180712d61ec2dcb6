import { changedQuestions } from './checks/changed-questions'
import { citedParagraphs } from './checks/cited-paragraphs'
import { contradictions } from './checks/contradictions'
import { coreShares } from './checks/core-shares'
import { dateOrder } from './checks/date-order'
import { drawnThings } from './checks/drawn-things'
import { duplicateIds } from './checks/duplicate-ids'
import { emptyPictures } from './checks/empty-pictures'
import { factCitations } from './checks/fact-citations'
import { futureFacts } from './checks/future-facts'
import { images } from './checks/images'
import { keyTerms } from './checks/key-terms'
import { lessonOrder } from './checks/lesson-order'
import { lessonParts } from './checks/lesson-parts'
import { membershipChanges } from './checks/membership-changes'
import { questionFacts } from './checks/question-facts'
import { recalls } from './checks/recalls'
import { retiredQuestions } from './checks/retired-questions'
import { revisions } from './checks/revisions'
import { rulesOfKinds } from './checks/rules-of-kinds'
import { sourceSections } from './checks/source-sections'
import { taughtFirst } from './checks/taught-first'
import { unknownIds } from './checks/unknown-ids'
import { unusedFacts } from './checks/unused-facts'
import type { Check, Draft } from './draft'
import type { Fault } from './fault'

const CHECKS: readonly Check[] = [
  unknownIds,
  duplicateIds,
  sourceSections,
  dateOrder,
  factCitations,
  citedParagraphs,
  keyTerms,
  unusedFacts,
  futureFacts,
  contradictions,
  membershipChanges,
  questionFacts,
  rulesOfKinds,
  revisions,
  changedQuestions,
  retiredQuestions,
  lessonOrder,
  lessonParts,
  recalls,
  taughtFirst,
  coreShares,
  drawnThings,
  emptyPictures,
  images,
]

/** Every fault that any check finds. */
export const runChecks = (draft: Draft): readonly Fault[] => CHECKS.flatMap((check) => check(draft))
