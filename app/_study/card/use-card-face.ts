'use client'

import { useMemo, useState } from 'react'
import { percent } from '@/lib/kernel/percent'
import { grade } from '@/lib/kinds/grade'
import { kindOf } from '@/lib/kinds/kinds'
import type { Answer } from '@/lib/kinds/types'
import type { SessionCard } from '@/lib/review/wire'
import { askedOf } from '../answers/asked-of'
import { interfaceOf } from '../answers/kinds'
import type { StateNames } from '../answers/state-names'
import type { CardFace, CardResult } from './card-face'
import { RATING_NAMES } from './rating-names'

/**
 * The answer in the making. `seed` changes with each showing, so that options do not keep their
 * places; use the component's key to start afresh.
 */
export function useCardFace(
  shownCard: SessionCard,
  stateNames: StateNames,
  seed: string,
): CardFace & { readonly check: () => { answer: Answer } | null } {
  const { question } = shownCard
  const asked = useMemo(() => askedOf(question, seed, stateNames), [question, seed, stateNames])
  const [draft, setDraft] = useState(() => kindOf(asked.kind).untouched(asked))
  const [missing, setMissing] = useState('')
  const give = (answer: Answer) => {
    setDraft(answer)
    setMissing('')
  }
  return {
    shownCard,
    asked,
    draft,
    setDraft: give,
    pick(character) {
      const picked = interfaceOf(asked.kind).onKey(character, asked, draft)
      if (picked === null) return false
      give(picked)
      return true
    },
    missing,
    check() {
      const verdict = grade(question, draft)
      if (verdict.outcome !== 'incomplete') return { answer: draft }
      setMissing(verdict.missing)
      return null
    },
  }
}

/** What was given, graded. `answer` null: the learner asked to see it. */
export function resultOf(shownCard: SessionCard, answer: Answer | null): CardResult {
  const { question } = shownCard
  if (answer === null) {
    return kindOf(question.kind).gradedBy === 'learner'
      ? { verdict: null, proposed: null }
      : { verdict: 'not-answered', proposed: 1 }
  }
  const verdict = grade(question, answer)
  return verdict.outcome === 'self' || verdict.outcome === 'incomplete'
    ? { verdict: null, proposed: null }
    : { verdict, proposed: verdict.proposed }
}

/** Why this rating is suggested; null where only the learner can tell. */
export function whyProposed({ verdict, proposed }: CardResult): string | null {
  if (verdict === null || proposed === null) return null
  const name = RATING_NAMES[proposed]
  if (verdict === 'not-answered') return `${name} is suggested: no answer was given.`
  switch (verdict.outcome) {
    case 'right':
      return proposed === 3
        ? `${name} is suggested: the answer is right. Only you know how hard it was.`
        : `${name} is suggested: right, with a misspelling.`
    case 'partly': {
      const share = `${percent(verdict.score)} right`
      return proposed === 1
        ? `${name} is suggested: ${share}, too little to count as recalled.`
        : `${name} is suggested: ${share}.`
    }
    case 'wrong':
      return `${name} is suggested: the answer is wrong.`
  }
}
