'use client'

import { useEffect, useMemo, useRef } from 'react'
import { Card } from '@/app/_components/card'
import { answerText } from '@/lib/course/answer-text'
import type { Answer } from '@/lib/grading/answer'
import type { DayClock } from '@/lib/kernel/study-day'
import { studyDayOf } from '@/lib/kernel/study-day'
import { previewIntervals } from '@/lib/memory/preview-intervals'
import type { CurrentCard as Current } from '@/lib/review/session'
import type { SessionCard } from '@/lib/review/wire'
import { placeOfKey } from '../_answers/option-row'
import type { StateNames } from '../_answers/state-names'
import { toggled } from '../_answers/toggled'
import { CardBack, verdictWords } from '../_card/card-back'
import { CardFront } from '../_card/card-front'
import { RatingBar } from '../_card/rating-bar'
import { resultOf, useCardFace } from '../_card/use-card-face'
import { focusPrompt, useReviewKeys } from './use-review-keys'
import type { SessionDriver } from './use-session'

type Props = {
  driver: SessionDriver
  current: Current
  shownCard: SessionCard
  stateNames: StateNames
  clock: DayClock
  keysEnabled: boolean
  /** Keys that are not about answering: undo, bury, info, ... */
  onOtherKey: (key: string) => boolean
  announce: (text: string) => void
}

/** One card: front, then back with the four buttons. Keyed by its showing, so it starts afresh. */
export function CurrentCard(props: Props) {
  const { driver, current, shownCard, stateNames, clock, announce } = props
  const { question, card } = shownCard
  const face = useCardFace(shownCard, stateNames, `${current.startedAt}`)
  const result = useMemo(() => resultOf(shownCard, current.answer), [shownCard, current.answer])
  const { now } = driver
  const { model, load } = driver.session
  const previews = useMemo(() => {
    const at = now()
    return previewIntervals(card.state, at, studyDayOf(at, clock), question.id, model, load)
  }, [now, model, load, card.state, question.id, clock])

  const root = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each showing
  useEffect(() => {
    const field = root.current?.querySelector<HTMLElement>('input[data-first-field]')
    if (field) field.focus()
    else focusPrompt()
    announce(`${shownCard.topicTitle}. ${kindWords[question.kind]}`)
  }, [])

  const reveal = (answer: Answer | null) => {
    driver.dispatch({ type: 'reveal', answer })
    const { verdict } = resultOf(shownCard, answer)
    const right = answerText(question, (id) => stateNames[id]?.name ?? id)
    announce(`${verdict === null ? '' : `${verdictWords(verdict).words}.`} Answer: ${right}`)
  }
  const check = () => {
    const checked = face.check()
    if (checked) reveal(checked.answer)
  }
  const pick = (key: string): boolean => {
    const option = 'options' in face.options ? face.options.options[placeOfKey(key)] : undefined
    if (option === undefined) return false
    if (face.options.kind === 'choice') face.setDraft({ kind: 'choice', option })
    else {
      const before = face.draft?.kind === 'multi' ? face.draft.options : []
      face.setDraft({ kind: 'multi', options: toggled(before, option) })
    }
    return true
  }
  useReviewKeys((key) => {
    if (current.revealed) {
      if (key === 'Enter') driver.rate(result.proposed ?? 3)
      else if (key === '1' || key === '2' || key === '3' || key === '4') {
        driver.rate(key === '1' ? 1 : key === '2' ? 2 : key === '3' ? 3 : 4)
      } else return props.onOtherKey(key)
      return true
    }
    if (key === 'Enter') check()
    else return pick(key) || props.onOtherKey(key)
    return true
  }, props.keysEnabled)

  return (
    <div ref={root}>
      <Card>
        <p className="mb-4 flex flex-wrap gap-x-3 text-sm text-ink-2">
          <span>{shownCard.topicTitle}</span>
          {card.state.phase === 'new' ? <span className="font-semibold">New</span> : null}
        </p>
        {current.revealed ? (
          <CardBack
            shownCard={shownCard}
            stateNames={stateNames}
            options={face.options}
            answer={current.answer}
            result={result}
          />
        ) : (
          <CardFront face={face} onCheck={check} onGiveUp={() => reveal(null)} />
        )}
      </Card>
      {current.revealed ? (
        <div className="sticky bottom-0 bg-paper py-3">
          <RatingBar previews={previews} proposed={result.proposed} onRate={driver.rate} />
        </div>
      ) : null}
    </div>
  )
}

const kindWords: Record<SessionCard['question']['kind'], string> = {
  flash: 'Recall the answer, then show it.',
  cloze: 'Fill the gap.',
  choice: 'Choose one.',
  multi: 'Select all that apply.',
  order: 'Put in order.',
  match: 'Match the pairs.',
  number: 'Type a number.',
  text: 'Type the answer.',
  map: 'Pick states.',
}
