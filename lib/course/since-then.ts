import type { Question } from './types'

/** What questions have been given since the first courses were published and the first exams drawn. */
const SINCE: Pick<Question, 'depth' | 'asks' | 'cites'> = { depth: 'full', asks: 'fact', cites: [] }

/**
 * A stored question with what it did not have yet when it was stored: everything counted as much and
 * was taken to ask for what is so, and all its paragraphs were those of its facts.
 */
export const withSince = <Q extends Question>(stored: Q): Q => ({ ...SINCE, ...stored })
