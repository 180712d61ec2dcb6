'use client'

import { useMemo, useState } from 'react'
import type { Answer } from '@/lib/grading/answer'
import { grade } from '@/lib/grading/grade'
import { shuffleOptions } from '@/lib/grading/shuffle-options'
import type { SessionCard } from '@/lib/review/wire'
import { placeOfKey } from '../answers/option-row'
import type { StateNames } from '../answers/state-names'
import { toggled } from '../answers/toggled'
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
  const options = useMemo(() => shuffleOptions(question, seed), [question, seed])
  const [draft, setDraft] = useState<Answer | null>(
    options.kind === 'order' ? { kind: 'order', items: options.items } : null,
  )
  const [missing, setMissing] = useState('')
  const give = (answer: Answer) => {
    setDraft(answer)
    setMissing('')
  }
  return {
    shownCard,
    stateNames,
    options,
    draft,
    setDraft: give,
    pick(key) {
      const option = 'options' in options ? options.options[placeOfKey(key)] : undefined
      if (option === undefined) return false
      if (options.kind === 'choice') give({ kind: 'choice', option })
      else {
        const before = draft?.kind === 'multi' ? draft.options : []
        give({ kind: 'multi', options: toggled(before, option) })
      }
      return true
    },
    missing,
    check() {
      const answer = draft ?? emptyAnswer(question.kind)
      const verdict = grade(question, answer)
      if (verdict.outcome !== 'incomplete') return { answer }
      setMissing(verdict.missing)
      return null
    },
  }
}

/** What was given, graded. `answer` null: the learner asked to see it. */
export function resultOf(shownCard: SessionCard, answer: Answer | null): CardResult {
  const { question } = shownCard
  if (answer === null) {
    return question.kind === 'flash'
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
        : `${name} is suggested: right, with a slip.`
    case 'partly': {
      const share = `${Math.round(verdict.score * 100)}\u00a0% right`
      return proposed === 1
        ? `${name} is suggested: ${share}, too little to count as recalled.`
        : `${name} is suggested: ${share}.`
    }
    case 'wrong':
      return `${name} is suggested: the answer is wrong.`
  }
}

function emptyAnswer(kind: SessionCard['question']['kind']): Answer {
  switch (kind) {
    case 'flash':
      return { kind }
    case 'cloze':
    case 'text':
    case 'number':
      return { kind, text: '' }
    case 'choice':
      return { kind, option: '' }
    case 'multi':
      return { kind, options: [] }
    case 'order':
      return { kind, items: [] }
    case 'match':
      return { kind, pairs: [] }
    case 'map':
      return { kind, states: [] }
  }
}
