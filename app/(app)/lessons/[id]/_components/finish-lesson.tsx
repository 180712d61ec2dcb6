'use client'

import { ActionForm } from '@/app/_components/action-form'
import { LinkButton } from '@/app/_components/link-button'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { count } from '@/lib/kernel/count'
import { finishLesson, undoSkip } from '../actions'

type Props = {
  lessonId: string
  moduleId: string
  questions: number
  /** `skipped`: by the placement. Such a lesson can still be finished by reading it. */
  state: 'open' | 'skipped' | 'done'
  next: { readonly id: string; readonly title: string } | null
}

/** Finishes the lesson. This unlocks its questions, and the learner can review or read on. */
export function FinishLesson(props: Props) {
  const { lessonId, questions } = props
  return (
    <section aria-label="End of the lesson" className="group mt-14 border-t border-ink pt-6">
      {props.state === 'done' ? (
        <Finished {...props} unlocked={0} />
      ) : (
        <ActionForm action={finishLesson}>
          {(state) =>
            state.kind === 'done' ? (
              <Finished {...props} unlocked={state.value} />
            ) : (
              <div>
                <input type="hidden" name="lessonId" value={lessonId} />
                <p className="mb-4 font-serif text-lg">
                  {props.state === 'skipped'
                    ? `You skipped this lesson in a placement. Its ${count(questions, 'question comes', 'questions come')} up in your reviews after those of lessons you have read.`
                    : `Finish the lesson to unlock ${count(questions, 'question')} for your daily reviews.`}
                </p>
                <SubmitButton>Finish lesson</SubmitButton>
              </div>
            )
          }
        </ActionForm>
      )}
      {props.state === 'skipped' ? <UndoSkip lessonId={lessonId} /> : null}
    </section>
  )
}

function Finished({ moduleId, questions, next, unlocked }: Props & { unlocked: number }) {
  return (
    <div data-finished="">
      <Notice kind="done" title="Lesson finished">
        <p>
          {unlocked === 0
            ? `Its ${count(questions, 'question is', 'questions are')} in your reviews.`
            : `${count(questions, 'question is', 'questions are')} now in your reviews. A few new ones come up each day.`}
        </p>
      </Notice>
      <div className="mt-5 flex flex-wrap gap-3">
        <LinkButton href={`/review?scope=${moduleId}`}>Review this module</LinkButton>
        {next === null ? (
          <LinkButton href="/course" kind="secondary">
            Back to the course
          </LinkButton>
        ) : (
          <LinkButton href={`/lessons/${next.id}`} kind="secondary">
            Next lesson: {next.title}
          </LinkButton>
        )}
      </div>
    </div>
  )
}

function UndoSkip({ lessonId }: { lessonId: string }) {
  return (
    <ActionForm action={undoSkip} className="mt-3 group-has-data-finished:hidden">
      {() => (
        <div>
          <input type="hidden" name="lessonId" value={lessonId} />
          <SubmitButton kind="quiet" size="small">
            Undo the skip
          </SubmitButton>
        </div>
      )}
    </ActionForm>
  )
}
