'use client'

import { useEffect, useState } from 'react'
import { formatDate } from '@/app/_format/format-date'
import { getJson } from '@/app/_http/get-json'
import type { StateNames } from '@/app/_study/answers/state-names'
import { RATING_NAMES } from '@/app/_study/card/rating-names'
import { answerWords } from '@/app/_study/outbox/given-words'
import { percent } from '@/lib/kernel/percent'
import type { DayClock } from '@/lib/kernel/study-day'
import { daysLabel } from '@/lib/memory/card/interval-label'
import type { CardHistory as History, HistoryEntry } from '@/lib/review/view/card-history'
import { ForgettingCurve } from './forgetting-curve'

type Props = { userId: string; questionId: string; clock: DayClock; stateNames: StateNames }

const PATIENCE_MS = 10_000

type Loaded = History | 'loading' | 'unreachable'

/**
 * The complete history of the card. It is fetched when somebody opens it, because a session does
 * not contain it.
 */
export function CardHistory({ userId, questionId, clock, stateNames }: Props) {
  const [history, setHistory] = useState<Loaded>('loading')
  useEffect(() => {
    let gone = false
    void fetchHistory(userId, questionId).then((loaded) => {
      if (!gone) setHistory(loaded ?? 'unreachable')
    })
    return () => {
      gone = true
    }
  }, [userId, questionId])

  if (history === 'loading') return <p className="text-sm text-ink-2">Loading the history …</p>
  if (history === 'unreachable') {
    return (
      <p className="text-sm text-ink-2">
        The history cannot be loaded because the server cannot be reached. The figures above come
        from your current session.
      </p>
    )
  }
  if (history.entries.length === 0) {
    return <p className="text-sm text-ink-2">This card has no history yet.</p>
  }
  return (
    <>
      <ForgettingCurve history={history} />
      <ol className="mt-4 text-sm">
        {history.entries.toReversed().map((entry) => (
          <Entry key={entry.id} entry={entry} clock={clock} stateNames={stateNames} />
        ))}
      </ol>
    </>
  )
}

type EntryProps = { entry: HistoryEntry; clock: DayClock; stateNames: StateNames }

function Entry({ entry, clock, stateNames }: EntryProps) {
  const { grade } = entry
  const details =
    grade === null
      ? []
      : [
          `${Math.max(1, Math.round(grade.durationMs / 1000))} s`,
          grade.recallBefore === null ? 'new' : `predicted recall ${percent(grade.recallBefore)}`,
          grade.confidence === null ? '' : `${grade.confidence}\u00a0% sure`,
          grade.intervalDays === null ? '' : `next in ${daysLabel(grade.intervalDays)}`,
          CONTEXT_WORDS[grade.context],
        ].filter(Boolean)
  const given = grade?.answer ? answerWords(grade.answer, stateNames) : ''
  return (
    <li className="grid grid-cols-[7rem_1fr] gap-x-4 border-t border-rule py-2">
      <time dateTime={new Date(entry.at).toISOString()} className="text-ink-2 tabular-nums">
        {formatDate(entry.at, clock.zone)}
      </time>
      <div className="min-w-0">
        <p>
          <span className={`font-semibold ${entry.undone ? 'line-through' : ''}`}>
            {grade ? RATING_NAMES[grade.rating] : KIND_WORDS[entry.kind]}
          </span>
          {entry.undone ? ', undone' : ''}
          {grade?.correct === null || grade === null
            ? ''
            : grade.correct
              ? ', correct'
              : ', incorrect'}
        </p>
        {given === '' ? null : <p className="wrap-anywhere text-ink-2">Your answer: {given}</p>}
        {details.length > 0 ? <p className="text-label text-ink-2">{details.join(', ')}</p> : null}
      </div>
    </li>
  )
}

const CONTEXT_WORDS = {
  review: '',
  lesson: 'in a lesson',
  placement: 'in a placement',
  exam: 'in an exam',
} as const

const KIND_WORDS: Record<HistoryEntry['kind'], string> = {
  grade: 'Answered',
  bury: 'Buried until the next day',
  suspend: 'Suspended',
  unsuspend: 'Resumed',
  reset: 'Reset',
  flag: 'Flagged',
  move: 'Set due on another day',
  relearn: 'Corrected: to be learned again',
  retest: 'To be asked again',
}

const fetchHistory = (userId: string, questionId: string): Promise<History | null> =>
  getJson(userId, `/api/cards/${encodeURIComponent(questionId)}`, PATIENCE_MS)
