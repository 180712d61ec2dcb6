import { Button } from '@/app/_components/button'
import { Field } from '@/app/_components/field'
import { Link } from '@/app/_components/link'
import { SelectField } from '@/app/_components/select-field'
import {
  FILTER_DUES,
  FILTER_LASTS,
  FILTER_MARKS,
  FILTER_STATES,
} from '@/lib/review/question-filter'
import { QUESTION_SORTS } from '@/lib/review/view/question-list'
import type { QuestionsView } from '@/lib/server/study/load-questions'
import type { Asked } from './asked-of'
import { DUE_NAMES, LAST_NAMES, MARK_NAMES, SORT_NAMES, STATE_NAMES } from './question-words'

type Props = { asked: Asked; view: Pick<QuestionsView, 'topics' | 'courses' | 'modules'> }

/** Asks by address, so it works without JavaScript and can be kept as a bookmark. */
export function FilterForm({ asked: { filter, sort }, view: { topics, courses, modules } }: Props) {
  return (
    <form method="get" className="mb-8">
      <div className="grid grid-cols-2 gap-x-5 gap-y-4 lg:grid-cols-4">
        <SelectField label="Topic" name="topic" defaultValue={filter.topic ?? ''}>
          <option value="">All topics</option>
          {topics.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <SelectField label="Module or lesson" name="part" defaultValue={filter.part ?? ''}>
          <option value="">{courses.length === 0 ? 'All modules' : 'All courses'}</option>
          {courses.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}: the whole course
            </option>
          ))}
          {modules.map((module) => (
            <optgroup key={module.id} label={module.title}>
              <option value={module.id}>All of this module</option>
              {module.lessons.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <Choice
          label="State"
          name="state"
          all="All unlocked"
          values={FILTER_STATES}
          names={STATE_NAMES}
          value={filter.state}
        />
        <Choice
          label="Due"
          name="due"
          all="Any day"
          values={FILTER_DUES}
          names={DUE_NAMES}
          value={filter.due}
        />
        <Choice
          label="Marked"
          name="mark"
          all="Either way"
          values={FILTER_MARKS}
          names={MARK_NAMES}
          value={filter.mark}
        />
        <Choice
          label="Last answer"
          name="last"
          all="Any or none"
          values={FILTER_LASTS}
          names={LAST_NAMES}
          value={filter.last}
        />
        <Field
          label="Words in the question"
          name="text"
          type="search"
          maxLength={100}
          defaultValue={filter.text}
        />
        <SelectField label="Sort by" name="sort" defaultValue={sort}>
          {QUESTION_SORTS.map((each) => (
            <option key={each} value={each}>
              {SORT_NAMES[each]}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" kind="secondary">
          Show
        </Button>
        <Link href="/questions" className="link text-sm">
          Clear the filter
        </Link>
      </div>
    </form>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  name: string
  /** What it means to choose none. */
  all: string
  values: readonly T[]
  names: Readonly<Record<T, string>>
  value: T | null
}

function Choice<T extends string>({ label, name, all, values, names, value }: ChoiceProps<T>) {
  return (
    <SelectField label={label} name={name} defaultValue={value ?? ''}>
      <option value="">{all}</option>
      {values.map((each) => (
        <option key={each} value={each}>
          {names[each]}
        </option>
      ))}
    </SelectField>
  )
}
