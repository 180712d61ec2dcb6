'use client'

import { useState } from 'react'
import { classNames } from '@/app/_components/class-names'
import { controlClass } from '@/app/_components/control-class'
import { SelectField } from '@/app/_components/select-field'
import { errorOf, type FormState, typedOr } from '@/app/_forms/form-state'
import { DEPTH_HINTS, DEPTH_NAMES } from '@/app/(app)/_components/depth-words'
import { REACHES, type Reach } from '@/lib/course/reach'
import { count } from '@/lib/kernel/count'
import { TOPIC_FIELD } from './topic-field'

type Topic = {
  readonly id: string
  readonly title: string
  readonly room: Readonly<Record<Reach, { readonly graded: number; readonly most: number }>>
}

export type CourseTopics = {
  readonly id: string
  readonly title: string
  readonly topics: readonly Topic[]
}

type Props = { courses: readonly CourseTopics[]; state: FormState<never> }

/**
 * How deep the exam goes, and the number of questions of each topic beside the most it can supply. Where there
 * are several courses, the topics stand below their course.
 */
export function Blueprint({ courses, state }: Props) {
  const [asked, setAsked] = useState<Readonly<Record<string, number>>>({})
  const [reach, setReach] = useState<Reach>('full')
  const total = Object.values(asked).reduce((sum, questions) => sum + questions, 0)
  return (
    <div>
      <p className="mb-4 max-w-measure text-sm text-ink-2">
        An exam asks only questions that are graded automatically, and never two on the same fact.
        “Maximum” is the most questions this topic can supply.
      </p>
      <div className="mb-6 max-w-md">
        <SelectField
          label="Depth"
          name="reach"
          value={reach}
          onChange={({ target }) =>
            setReach(REACHES.find((each) => each === target.value) ?? 'full')
          }
          error={errorOf(state, 'reach')}
        >
          {REACHES.map((each) => (
            <option key={each} value={each}>
              {DEPTH_NAMES[each]}: {DEPTH_HINTS[each]}
            </option>
          ))}
        </SelectField>
      </div>
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">Questions of each topic</caption>
        <thead>
          <tr className="border-b border-rule-ink text-label text-ink-2">
            <th scope="col" className="py-2 text-left align-bottom font-semibold">
              Topic
            </th>
            <th
              scope="col"
              className="py-2 pl-4 text-right align-bottom font-semibold max-sm:hidden"
            >
              Graded automatically
            </th>
            <th scope="col" className="py-2 pl-4 text-right align-bottom font-semibold">
              Maximum
            </th>
            <th scope="col" className="py-2 pl-4 text-right align-bottom font-semibold">
              Asked
            </th>
          </tr>
        </thead>
        {courses.map((course) => (
          <tbody key={course.id}>
            {courses.length < 2 ? null : (
              <tr className="border-b border-rule-ink">
                <th
                  scope="rowgroup"
                  colSpan={4}
                  className="pt-6 pb-1.5 text-left font-serif text-lg font-semibold"
                >
                  {course.title}
                </th>
              </tr>
            )}
            {course.topics.map((topic) => (
              <TopicRow
                key={topic.id}
                topic={topic}
                reach={reach}
                state={state}
                onAsked={(questions) => setAsked({ ...asked, [topic.id]: questions })}
              />
            ))}
            {course.topics.length > 0 ? null : (
              <tr className="border-b border-rule">
                <td colSpan={4} className="py-1.5 text-ink-2">
                  This course has no topic yet.
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
      <p aria-live="polite" className="mt-3 text-right text-sm font-semibold tabular-nums">
        {total === 0 ? '' : `${count(total, 'question')} in all`}
      </p>
    </div>
  )
}

type RowProps = Pick<Props, 'state'> & {
  topic: Topic
  reach: Reach
  onAsked: (questions: number) => void
}

function TopicRow({ topic: { id, title, room }, reach, state, onAsked }: RowProps) {
  const { graded, most } = room[reach]
  const name = TOPIC_FIELD + id
  const error = errorOf(state, name)
  return (
    <tr className="border-b border-rule">
      <th scope="row" className="py-1.5 text-left font-normal">
        <label htmlFor={name}>{title}</label>
        {error ? (
          <span id={`${name}-error`} className="block text-label font-semibold text-again">
            {error}
          </span>
        ) : null}
      </th>
      <td className="py-1.5 pl-4 text-right max-sm:hidden">{graded}</td>
      <td className="py-1.5 pl-4 text-right">{most}</td>
      <td className="w-24 py-1.5 pl-4 text-right">
        <input
          id={name}
          name={name}
          type="number"
          inputMode="numeric"
          min={0}
          max={most}
          defaultValue={typedOr(state, name, '')}
          placeholder="0"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
          onChange={({ target }) => onAsked(Math.max(0, Math.floor(Number(target.value)) || 0))}
          className={classNames(controlClass, 'bg-sheet text-right')}
        />
      </td>
    </tr>
  )
}
