'use client'

import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Card } from '@/app/_components/card'
import type { StateNames } from '@/app/_study/answers/state-names'
import { CardBack, verdictWords } from '@/app/_study/card/card-back'
import { CardFront } from '@/app/_study/card/card-front'
import { RatingBar } from '@/app/_study/card/rating-bar'
import { resultOf, useCardFace, whyProposed } from '@/app/_study/card/use-card-face'
import { focusCard, useReviewKeys } from '@/app/_study/session/use-review-keys'
import type { SessionDriver } from '@/app/_study/session/use-session'
import { answerText } from '@/lib/course/answer-text'
import type { Answer } from '@/lib/grading/answer'
import type { DayClock } from '@/lib/kernel/study-day'
import { studyDayOf } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'
import { previewIntervals } from '@/lib/memory/schedule/preview-intervals'
import { actionOfKey, type KeyAction, type KeyMap } from '@/lib/review/keys'
import type { CurrentCard as Current } from '@/lib/review/session'
import type { SessionCard } from '@/lib/review/wire'
import { CardMenu, type MenuItem } from './card-menu'
import { CONFIDENCES, CONFIDENT, ConfidenceBar } from './confidence-bar'

const CramBar = lazy(async () => ({ default: (await import('./cram-bar')).CramBar }))

type Props = {
  driver: SessionDriver
  current: Current
  shownCard: SessionCard
  stateNames: StateNames
  clock: DayClock
  keysEnabled: boolean
  keyMap: KeyMap
  askConfidence: boolean
  /** What is not about answering: undo, bury, info, ... True when it did something. */
  onAction: (action: KeyAction) => boolean
  announce: (text: string) => void
}

/** One card: front, then back with the four buttons. Keyed by its showing, so it starts afresh. */
export function CurrentCard(props: Props) {
  const { driver, current, shownCard, stateNames, clock, keyMap, announce } = props
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
    focusCard(root.current)
    announce(`${shownCard.topicTitle}. ${kindWords[question.kind]}`)
  }, [])

  // The answer is shown once the learner has said how sure they are; until then it can be changed.
  const [asking, setAsking] = useState(false)
  const isCram = driver.session.context === 'cram'
  const reveal = (answer: Answer | null, confidence: number | null = null) => {
    driver.dispatch({ type: 'reveal', answer, confidence })
    const { verdict } = resultOf(shownCard, answer)
    const right = answerText(question, (id) => stateNames[id]?.name ?? id)
    announce(`${verdict === null ? '' : `${verdictWords(verdict).words}.`} Answer: ${right}`)
  }
  const check = () => {
    const checked = face.check()
    if (!checked) return
    if (!props.askConfidence || isCram) reveal(checked.answer)
    else {
      setAsking(true)
      announce('How sure are you? 1 guess, 2 unsure, 3 fairly sure, 4 certain.')
    }
  }
  const revealSure = (percent: number) => {
    const checked = face.check()
    if (checked) reveal(checked.answer, percent)
  }
  const onKey = (key: string): boolean => {
    const action = actionOfKey(keyMap, key)
    const other = () => action !== null && props.onAction(action)
    if (current.revealed) {
      const rating = key === 'Enter' ? (result.proposed ?? 3) : ratingOf(action)
      if (rating === null) return other()
      // A cram has two buttons: whatever is not Again was known.
      driver.rate(isCram && rating !== 1 ? 3 : rating)
      return true
    }
    if (asking) {
      const chosen = CONFIDENCES[Number(key) - 1]
      if (!chosen) return other()
      revealSure(chosen.percent)
      return true
    }
    if (key === 'Enter') check()
    else if (face.pick(key)) return true
    else if (action === 'giveUp' && question.kind !== 'flash') reveal(null)
    else return other()
    return true
  }
  useReviewKeys(onKey, props.keysEnabled)
  const surelyWrong =
    current.revealed && (current.confidence ?? 0) >= CONFIDENT && result.proposed === 1

  return (
    <div ref={root}>
      <Card>
        <div className="mb-4 flex items-start justify-between gap-4 text-sm text-ink-2">
          <p className="flex flex-wrap gap-x-3">
            <span>{shownCard.topicTitle}</span>
            {card.state.phase === 'new' ? <span className="font-semibold">New</span> : null}
          </p>
          <CardMenu
            items={menuItems(driver.session.done.length > 0, current.revealed, isCram)}
            keyMap={keyMap}
            onAction={props.onAction}
          />
        </div>
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
        {surelyWrong ? (
          <p className="mt-4 border-l-2 border-hard pl-3 text-sm">
            You were {current.confidence}&nbsp;% sure. What one is sure of and wrong about is worth
            a second look.
          </p>
        ) : null}
      </Card>
      {current.revealed ? (
        <div className="sticky bottom-0 bg-paper py-3">
          {isCram ? (
            <Suspense>
              <CramBar proposed={result.proposed} onRate={driver.rate} />
            </Suspense>
          ) : (
            <RatingBar
              previews={previews}
              proposed={result.proposed}
              why={whyProposed(result)}
              onRate={driver.rate}
            />
          )}
        </div>
      ) : asking ? (
        <div className="sticky bottom-0 bg-paper py-3">
          <ConfidenceBar onChoose={revealSure} />
        </div>
      ) : null}
    </div>
  )
}

function ratingOf(action: KeyAction | null): Rating | null {
  switch (action) {
    case 'again':
      return 1
    case 'hard':
      return 2
    case 'good':
      return 3
    case 'easy':
      return 4
    default:
      return null
  }
}

function menuItems(canUndo: boolean, revealed: boolean, isCram: boolean): readonly MenuItem[] {
  const undo: MenuItem[] = canUndo ? [{ action: 'undo', label: 'Undo' }] : []
  const aside: MenuItem[] = isCram
    ? []
    : [
        { action: 'bury', label: 'Bury until tomorrow' },
        { action: 'suspend', label: 'Suspend' },
      ]
  const source: MenuItem[] = revealed ? [{ action: 'source', label: 'Open the source' }] : []
  return [
    ...undo,
    ...aside,
    { action: 'flag', label: 'Flag for the instructors' },
    { action: 'info', label: 'Card info' },
    ...source,
    { action: 'help', label: 'Keys' },
  ]
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
