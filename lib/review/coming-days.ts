import { addDays, isoDate } from '../kernel/study-day'
import { isSetAside } from '../memory/card/due'
import { counts as belongs } from './reach-in-force'
import { askedCards, cardOf, isUnlocked, type StudyState } from './study-state'

const COMING_DAYS = 7

/** On one study day, `YYYY-MM-DD`: reviews that fall due, and unseen questions that the limit takes. */
export type ComingDay = { readonly date: string; readonly due: number; readonly new: number }

/** The next 7 study days, tomorrow first. `newToday`: unseen questions that today's session takes. */
export function comingDays(state: StudyState, newToday: number): readonly ComingDay[] {
  const { today, settings } = state
  const due = new Array<number>(COMING_DAYS).fill(0)
  for (const card of askedCards(state)) {
    if (isSetAside(card, today)) continue
    const index = card.state.phase === 'review' ? card.state.dueDay - today - 1 : -1
    if (index in due) due[index] = (due[index] ?? 0) + 1
  }
  let unseen = Math.max(0, unseenIn(state) - newToday)
  return due.map((due, i) => {
    const fresh = Math.min(unseen, settings.newPerDay)
    unseen -= fresh
    return { date: isoDate(addDays(today, i + 1)), due, new: fresh }
  })
}

/** Questions of finished lessons that this person is to learn and never answered. */
const unseenIn = (state: StudyState): number =>
  state.look.catalogue.questions.filter((question) => {
    const card = cardOf(state, question)
    const waits = card.state.phase === 'new' && !card.suspended
    return waits && isUnlocked(state, question) && belongs(state, question)
  }).length
