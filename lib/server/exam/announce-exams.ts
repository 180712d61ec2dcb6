import 'server-only'
import { accommodationsIn, allowancesAt } from '../../db/exam/allowances'
import { examsToAnnounce, type ToAnnounce } from '../../db/exam/to-announce'
import { insertNotices } from '../../db/reminder/notices'
import { minutesOf, type PersonalRules } from '../../exam/allowance'
import { questionsIn } from '../../exam/blueprint'
import type { Exam } from '../../exam/exam'
import { DAY_MS } from '../../kernel/duration'
import type { UserId } from '../../kernel/ids'
import { type StudyDay, studyDayOf } from '../../kernel/study-day'
import { examNotice, type Notice } from '../../reminder/notices'
import { dateWords } from '../../reminder/words'
import type { WholeScope } from '../whole-scope'

/** An exam that opened longer ago is found on Today. */
const NEWS_MS = 3 * DAY_MS

/**
 * Tells the analysts of a cohort that an exam has opened, each once, and those who join in the days after
 * as well. Harmless when repeated. Returns how many exams there was something to say about.
 */
export async function announceExams(
  _: WholeScope,
  { now }: { readonly now: number },
): Promise<number> {
  const all = await examsToAnnounce(now - NEWS_MS, now)
  const exams = new Map(all.map(({ exam }) => [exam.id, exam]))
  for (const exam of exams.values()) {
    const rulesOf = await rulesAt(exam)
    const told = all
      .filter((each) => each.exam.id === exam.id)
      .map((each) => ({ userId: each.userId, notice: noticeOf(each, rulesOf(each.userId)) }))
    await insertNotices(told, now)
  }
  return exams.size
}

async function rulesAt(exam: Exam): Promise<(userId: UserId) => PersonalRules> {
  const [allowances, accommodations] = await Promise.all([
    allowancesAt(exam.id),
    accommodationsIn(exam.cohortId),
  ])
  return (userId) => ({
    allowance: allowances.find((each) => each.userId === userId) ?? null,
    accommodation: accommodations.find((each) => each.userId === userId) ?? null,
  })
}

const noticeOf = ({ exam, cohortName, zone }: ToAnnounce, rules: PersonalRules): Notice =>
  examNotice({
    id: exam.id,
    title: exam.title,
    cohort: cohortName,
    minutes: minutesOf(exam, rules),
    questions: questionsIn(exam.blueprint),
    lastDay: exam.closesAt === null ? null : dateWords(lastDayOf(exam.closesAt, zone)),
  })

/** The last calendar date on which the exam can be started, in this zone. */
const lastDayOf = (closesAt: number, zone: string): StudyDay =>
  studyDayOf(closesAt - 1, { zone, rolloverHour: 0 })
