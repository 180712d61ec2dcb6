import { count } from '@/lib/kernel/count'
import type { BulkAct, KeptWhy } from '@/lib/review/bulk-act'
import type { QuestionFilter } from '@/lib/review/question-filter'
import type { QuestionSort } from '@/lib/review/view/question-list'

type StateName = NonNullable<QuestionFilter['state']>

export const STATE_NAMES: Readonly<Record<StateName, string>> = {
  new: 'New',
  learning: 'Learning',
  review: 'Review',
  suspended: 'Suspended',
  buried: 'Buried until tomorrow',
  locked: 'Lesson not finished',
  retired: 'Retired by the course',
}

export const DUE_NAMES: Readonly<Record<NonNullable<QuestionFilter['due']>, string>> = {
  overdue: 'Before today',
  today: 'Today or before',
  week: 'Within 7 days',
  month: 'Within 30 days',
}

export const MARK_NAMES: Readonly<Record<NonNullable<QuestionFilter['mark']>, string>> = {
  difficult: 'Difficult for me',
  flagged: 'Flagged by me',
  waiting: 'Flagged, no answer yet',
}

export const LAST_NAMES: Readonly<Record<NonNullable<QuestionFilter['last']>, string>> = {
  forgotten: 'Forgotten (Again)',
  recalled: 'Recalled',
}

export const SORT_NAMES: Readonly<Record<QuestionSort, string>> = {
  course: 'Course order',
  due: 'Earliest due first',
  recall: 'Lowest predicted recall first',
  lapses: 'Most lapses first',
}

type Kind = BulkAct['kind']

export const ACT_NAMES: Readonly<Record<Kind, string>> = {
  bury: 'Bury until tomorrow',
  suspend: 'Suspend',
  unsuspend: 'Resume',
  reset: 'Reset',
  move: 'Set due on a day',
}

/** On the button that does it. */
export function actWords(act: Kind, n: number): string {
  const questions = count(n, 'question')
  switch (act) {
    case 'bury':
      return `Bury ${questions}`
    case 'suspend':
      return `Suspend ${questions}`
    case 'unsuspend':
      return `Resume ${questions}`
    case 'reset':
      return `Reset ${questions}`
    case 'move':
      return `Set the due day of ${questions}`
  }
}

/** After it was done. `day`: the day of a move in words. */
export function doneWords(act: Kind, n: number, day: string): string {
  const questions = `${count(n, 'question')} ${n === 1 ? 'is' : 'are'}`
  switch (act) {
    case 'bury':
      return `${questions} buried until tomorrow.`
    case 'suspend':
      return `${questions} suspended.`
    case 'unsuspend':
      return `${questions} in your reviews again.`
    case 'reset':
      return `${questions} new again.`
    case 'move':
      return `${questions} due on ${day}.`
  }
}

/** What an act means for the schedule. */
export const ACT_MEANS: Readonly<Record<Kind, string>> = {
  bury: 'A buried question does not come today. Tomorrow it comes as before, and its schedule does not change.',
  suspend: 'A suspended question does not come until you resume it. Its schedule is kept.',
  unsuspend:
    'A resumed question comes when it is due; one that has become due meanwhile comes today.',
  reset:
    'A reset question is new again: it begins its learning steps anew, within your daily limit of new questions. Your answers stay in the log.',
  move: 'The question is due on that day instead. What is known of your memory does not change, and the interval after the next answer is counted from your last one.',
}

/** Why some of the chosen questions stay as they are. */
export function keptWords(why: KeptWhy, n: number, act: Kind): string {
  const questions = count(n, 'question')
  const stays = n === 1 ? 'stays' : 'stay'
  switch (why) {
    case 'already':
      return `${questions} ${stays} as before, because ${n === 1 ? 'it is' : 'they are'} ${ALREADY[act]}.`
    case 'locked':
      return `${questions} ${stays} as before, because the lesson is not finished.`
    case 'no-day':
      return `${questions} ${stays} as before: new questions and those in learning steps have no due day.`
    case 'suspended':
      return `${questions} ${stays} suspended.`
    case 'unknown':
      return `${questions} ${stays} as before, because the course no longer has ${n === 1 ? 'it' : 'them'}.`
  }
}

const ALREADY: Readonly<Record<Kind, string>> = {
  bury: 'already buried',
  suspend: 'already suspended',
  unsuspend: 'not suspended',
  reset: 'new',
  move: 'already due on that day',
}
