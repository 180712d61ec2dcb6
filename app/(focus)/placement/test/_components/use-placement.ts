'use client'

import { useEffect, useMemo, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { grade } from '@/lib/kinds/grade'
import type { Answer } from '@/lib/kinds/types'
import {
  findingsOf,
  type LessonFinding,
  nextQuestion,
  type PlacementAnswer,
  type PlacementPayload,
} from '@/lib/review/placement'
import type { SessionCard } from '@/lib/review/wire'

/** One answer, as it is kept here and, if its lesson is skipped, sent. */
type KeptPlacementAnswer = PlacementAnswer & {
  readonly id: string
  /** Null stands for "I don't know". */
  readonly answer: Answer | null
  readonly durationMs: number
  /** ISO 8601, in the server's time. */
  readonly at: string
}

export type Placement = {
  /** False until the answers that this tab has kept are read. */
  readonly ready: boolean
  readonly given: readonly KeptPlacementAnswer[]
  readonly findings: readonly LessonFinding[]
  /** Null when every lesson is decided. */
  readonly next: SessionCard | null
  readonly give: (card: SessionCard, answer: Answer | null, durationMs: number) => void
  readonly forget: () => void
}

/** The answers of one placement. They survive a reload in the same tab. */
export function usePlacement(payload: PlacementPayload): Placement {
  const { lessons, cards, serverNow, seed } = payload
  const key = `steppe-placement|${seed}|${lessons.map(({ id }) => id).join(' ')}`
  const [given, setGiven] = useState<readonly KeptPlacementAnswer[] | null>(null)
  const [offset] = useState(() => serverNow - Date.now())
  useEffect(() => setGiven(readKept(key)), [key])

  const answers = given ?? []
  const next = useMemo(() => {
    const id = nextQuestion(lessons, given ?? [])
    return cards.find(({ question }) => question.id === id) ?? null
  }, [lessons, cards, given])
  const keep = (all: readonly KeptPlacementAnswer[]) => {
    setGiven(all)
    inStorage((storage) => storage.setItem(key, JSON.stringify(all)))
  }
  return {
    ready: given !== null,
    given: answers,
    findings: useMemo(() => findingsOf(lessons, given ?? []), [lessons, given]),
    next,
    give({ question }, answer, durationMs) {
      const right = answer !== null && grade(question, answer).outcome === 'right'
      const at = new Date(Date.now() + offset).toISOString()
      keep([...answers, { id: uuidv7(), questionId: question.id, answer, right, durationMs, at }])
    },
    forget: () => inStorage((storage) => storage.removeItem(key)),
  }
}

/** A browser may forbid its storage or be full. The answers then last as long as the page. */
function inStorage(work: (storage: Storage) => void): void {
  try {
    work(window.sessionStorage)
  } catch {}
}

function readKept(key: string): readonly KeptPlacementAnswer[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    // Only this page writes here.
    return Array.isArray(kept) ? (kept as KeptPlacementAnswer[]) : []
  } catch {
    return []
  }
}
