'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/app/_components/button'
import { LinkButton } from '@/app/_components/link-button'
import { answerText } from '@/lib/course/answer-text'
import type { DayClock } from '@/lib/kernel/study-day'
import type { StateNames } from '../_answers/state-names'
import type { OutboxStatus } from '../_outbox/outbox'
import { SaveState } from './save-state'
import type { SummaryFigures } from './summary-figures'

type Props = {
  figures: SummaryFigures
  clock: DayClock
  status: OutboxStatus
  stateNames: StateNames
  /** Cards that could still be answered now. */
  left: number
  onGoOn: () => void
  onUndo: () => void
}

/** The end of a sitting: what was done, what was hard, when it goes on. */
export function Summary(props: Props) {
  const { figures, clock, status, left, stateNames } = props
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="pt-6 sm:pt-12">
      <h1 ref={title} tabIndex={-1} className="text-2xl outline-none sm:text-3xl">
        {left > 0 ? 'Stopped here' : figures.reviewed > 0 ? 'Done for now' : 'Nothing is waiting'}
      </h1>
      <p className="mt-3 max-w-measure font-serif text-lg text-ink-2">
        {figures.reviewed > 0 ? doneWords(figures) : 'There is nothing to review at the moment.'}{' '}
        {left > 0 ? `${left} still waiting. ` : ''}
        {left > 0 ? '' : nextWords(figures.next, clock)}
      </p>
      {figures.reviewed > 0 || status.waiting > 0 ? (
        <div className="mt-3">
          <SaveState status={status} />
        </div>
      ) : null}
      {figures.hardest.length > 0 ? (
        <Section title="Hardest in this sitting">
          <ul>
            {figures.hardest.map(({ shownCard, agains }) => (
              <li key={shownCard.question.id} className="border-t border-rule py-3">
                <p className="font-serif">{shownCard.question.prompt}</p>
                <p className="mt-1 font-semibold">
                  {answerText(shownCard.question, (id) => stateNames[id]?.name ?? id)}
                </p>
                <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-2">
                  <span>
                    Again {agains === 1 ? 'once' : agains === 2 ? 'twice' : `${agains} times`}
                  </span>
                  {shownCard.citations.map(({ source, paragraph, label }) => (
                    <a
                      key={`${source}#${paragraph}`}
                      href={`/sources/${source}#p${paragraph}`}
                      className="link"
                    >
                      {label}
                    </a>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <div className="mt-8 flex flex-wrap gap-3">
        {left > 0 ? <Button onClick={props.onGoOn}>Go on</Button> : null}
        <LinkButton href="/today" kind={left > 0 ? 'secondary' : 'primary'}>
          Back to Today
        </LinkButton>
        {figures.reviewed > 0 ? (
          <Button kind="quiet" onClick={props.onUndo}>
            Undo the last answer
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-xl">{title}</h2>
      {children}
    </section>
  )
}

const doneWords = ({ reviewed, again }: SummaryFigures) =>
  `${reviewed} answered, ${again === 0 ? 'none' : again} with Again.`

function nextWords(next: SummaryFigures['next'], clock: DayClock): string {
  if (next === null) return ''
  if (next.kind === 'at') {
    const time = new Intl.DateTimeFormat('en-GB', {
      timeZone: clock.zone,
      hour: '2-digit',
      minute: '2-digit',
    }).format(next.at)
    return `The next comes back at ${time}.`
  }
  if (next.days === 1) return 'The first of these come back tomorrow.'
  return `The first of these come back in ${next.days} days.`
}
