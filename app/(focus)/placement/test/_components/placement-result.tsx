'use client'

import { useEffect, useRef, useState } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { Button } from '@/app/_components/button'
import { CheckField } from '@/app/_components/check-field'
import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf } from '@/app/_forms/form-state'
import { count } from '@/lib/kernel/count'
import type { PlacementPayload } from '@/lib/review/placement'
import { skipLessons } from '../actions'
import type { Placement } from './use-placement'

type Props = {
  payload: PlacementPayload
  placement: Placement
  /** Null when there are no more questions to ask. */
  onContinue: (() => void) | null
}

/**
 * Shows the result for each lesson with the answers it rests on. The learner decides what to skip.
 */
export function PlacementResult({ payload, placement, onContinue }: Props) {
  const { findings, given, forget } = placement
  const lessons = payload.lessons.map((lesson, index) => ({ ...lesson, found: findings[index] }))
  const known = lessons.filter(({ found }) => found?.verdict === 'known')
  const kept = lessons.filter(({ found }) => found?.verdict !== 'known')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = known.filter(({ id }) => !left.has(id))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <div className="pt-6">
      <p className="label-caps mb-2 text-ink-2">Placement</p>
      <h1 ref={heading} tabIndex={-1} className="text-3xl outline-none">
        {known.length === 0
          ? 'No lessons to skip yet'
          : `You know ${count(known.length, 'lesson')} of ${lessons.length}`}
      </h1>
      <p className="mt-3 max-w-measure font-serif text-lg text-ink-2">
        {known.length === 0
          ? `${count(given.length, 'question')} answered. Reading the lessons is the quickest way to learn them.`
          : `${count(given.length, 'question')} answered. Lessons you skip count as finished. Their questions come up in your reviews after those of lessons you have read, and questions you answered correctly come up much later.`}
      </p>
      {known.length === 0 ? (
        <Ways onContinue={onContinue} first={kept[0] ?? null} />
      ) : (
        <ActionForm action={skipLessons} className="mt-8">
          {(state) =>
            state.kind === 'done' ? (
              <Done words={state.value} onShown={forget} />
            ) : (
              <>
                <fieldset>
                  <legend className="label-caps mb-3 text-ink-2">Skip these lessons</legend>
                  <div className="space-y-3">
                    {known.map(({ id, title, moduleTitle, found }) => (
                      <CheckField
                        key={id}
                        name={`lesson-${id}`}
                        label={title}
                        checked={!left.has(id)}
                        onChange={() => toggle(id)}
                        hint={`${moduleTitle} · ${found?.right} of ${found?.asked} correct`}
                      />
                    ))}
                  </div>
                </fieldset>
                <input type="hidden" name="lessons" value={chosen.map(({ id }) => id).join(' ')} />
                <input type="hidden" name="answers" value={JSON.stringify(given)} />
                {errorOf(state, 'lessons') || errorOf(state, 'answers') ? (
                  <Notice kind="error">
                    {errorOf(state, 'lessons') ?? errorOf(state, 'answers')}
                  </Notice>
                ) : null}
                <div className="flex flex-wrap gap-3">
                  <SubmitButton>{`Skip ${count(chosen.length, 'lesson')}`}</SubmitButton>
                  <Ways onContinue={onContinue} first={null} />
                </div>
              </>
            )
          }
        </ActionForm>
      )}
      <section aria-labelledby="kept" className="mt-12">
        <h2 id="kept" className="label-caps mb-1 font-sans text-ink-2">
          Lessons to read
        </h2>
        <ul className="text-sm">
          {kept.map(({ id, title, found }) => (
            <li
              key={id}
              className="flex flex-wrap justify-between gap-x-4 border-t border-rule py-2.5"
            >
              <Link href={`/lessons/${id}`} className="link">
                {title}
              </Link>
              <span className="text-ink-2 tabular-nums">
                {found === undefined || found.asked === 0
                  ? 'not asked'
                  : `${found.right} of ${found.asked} correct`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

type WaysProps = {
  onContinue: (() => void) | null
  /** The lesson to begin with, where there is nothing to skip. */
  first: { readonly id: string; readonly title: string } | null
}

function Ways({ onContinue, first }: WaysProps) {
  return (
    <div className="mt-6 flex flex-wrap gap-3 first:mt-0 in-[form]:mt-0">
      {first === null ? null : (
        <LinkButton href={`/lessons/${first.id}`}>Read “{first.title}”</LinkButton>
      )}
      {onContinue === null ? null : (
        <Button kind="secondary" onClick={onContinue}>
          Continue answering
        </Button>
      )}
      <LinkButton href="/today" kind="quiet">
        {first === null ? 'Leave without skipping' : 'Go to Today'}
      </LinkButton>
    </div>
  )
}

function Done({ words, onShown }: { words: string; onShown: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is done
  useEffect(onShown, [])
  return (
    <>
      <Notice kind="done" title={words}>
        <p>You can still read these lessons, and undo the skip on their pages.</p>
      </Notice>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/today">Go to Today</LinkButton>
        <LinkButton href="/course" kind="secondary">
          See the course
        </LinkButton>
      </div>
    </>
  )
}
