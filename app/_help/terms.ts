/** The words of the glossary that people meet on pages, each with one sentence, and what follows from it. */
export const TERMS = {
  known: {
    name: 'Known',
    says: 'How many questions you are expected to recall today; a question you have not seen counts as none.',
    more: 'It is the sum of the predicted recall of all questions, so ten questions at 50 % are five known ones. Bars show it out of all questions, with those you have seen behind it, paler.',
  },
  'lesson-state': {
    name: 'Unread, learning, known and fading',
    says: 'How well you know a lesson today. The figure is the predicted recall over its questions; one you have not seen counts as 0.',
    more: 'Known: nearly all its questions have begun, and you recall them as often as your schedule aims for. Fading: you recall those that have begun less often than that. Your reviews bring them back.',
  },
  'predicted-recall': {
    name: 'Predicted recall',
    says: 'How probably you recall a question on a day, as the memory model expects it.',
    more: 'It falls from day to day until the next answer. How true the predictions were stands on your page Progress.',
  },
  'true-retention': {
    name: 'True retention',
    says: 'The share of questions recalled at the first review of the day, among those that had left their learning steps.',
    more: 'It is what your memory did, and it can be compared with the target retention that your schedule aims for. A second answer on the same day does not count.',
  },
  'target-retention': {
    name: 'Target retention',
    says: 'The recall that your schedule aims for.',
    more: 'A higher target brings questions back sooner and costs more minutes a day. You choose it in the settings of your reviews.',
  },
  readiness: {
    name: 'Readiness',
    says: 'The expected share of questions recalled on a date, by topic.',
    more: 'The first figure is without any further review, the second with the daily plan kept. An unseen question counts as not recalled.',
  },
  stability: {
    name: 'Stability',
    says: 'The days until the recall of a question falls to 90 %.',
    more: 'Each answer changes it: a good one after a long time raises it most.',
  },
  difficulty: {
    name: 'Difficulty',
    says: 'From 1 to 10, how hard a question is for you; a harder one gains less stability from each answer.',
    more: 'It follows from your ratings, and changes slowly.',
  },
  lapse: {
    name: 'Lapse',
    says: 'A question that had left its learning steps and was then forgotten.',
    more: 'It goes through learning steps again, and comes back sooner.',
  },
  mature: {
    name: 'Mature',
    says: 'A question whose interval is 21 days or more.',
    more: 'It says that a question has been kept for some time. It does not say that it will be kept.',
  },
  leech: {
    name: 'Difficult question',
    says: 'A question that was forgotten as often as the limit in your settings; it is also called a leech.',
    more: 'It is set aside, and your instructors see it: often the question should be put in another way.',
  },
  brier: {
    name: 'Brier score',
    says: 'The mean squared distance between what was predicted and what came; 0 is perfect.',
    more: 'Always saying 50 % gives 0.25. Compare it only between predictions of the same questions.',
  },
  'at-risk': {
    name: 'At risk',
    says: 'An analyst for whom one of the published thresholds is passed; the reason stands beside the name.',
    more: 'The reasons are computed from what is due, from the pace of the last days and from due dates, and never from how often somebody signs in.',
  },
  'item-analysis': {
    name: 'Item analysis',
    says: 'How often a question was recalled, compared with how often that was predicted.',
    more: 'A question that is recalled far less often than predicted is often put badly. With fewer than 10 answers nothing is said.',
  },
  forecast: {
    name: 'Forecast',
    says: 'Readiness as it was predicted on an earlier day, kept to be compared with what came.',
    more: 'A forecast that was too low is pessimistic, one that was too high optimistic.',
  },
  depth: {
    name: 'Core, full and everything',
    says: 'How deep the course goes: what to have ready, also what may be examined, and also source craft.',
    more: 'Each holds the one before. You choose it on the page Course; an open assignment of your cohort decides for its part.',
  },
  backlog: {
    name: 'Backlog',
    says: 'Reviews that are due beyond what your daily limit takes.',
    more: 'It can be spread over several days; meanwhile nothing new is introduced.',
  },
  cram: {
    name: 'Cram',
    says: 'Extra practice that does not change your schedule.',
    more: 'Its answers are not recorded, so it helps before an exam and is no substitute for reviews.',
  },
  placement: {
    name: 'Placement',
    says: 'A short test that lets you skip lessons whose content you know.',
    more: 'You decide which of them to skip, and can undo each skip on the page of its lesson.',
  },
} as const

export type Term = keyof typeof TERMS
