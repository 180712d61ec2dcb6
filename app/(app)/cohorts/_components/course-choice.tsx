import { CheckField } from '@/app/_components/check-field'

type Props = {
  courses: readonly { readonly id: string; readonly title: string }[]
  /** Null for all of them. */
  chosen: readonly string[] | null
}

/** Which courses a cohort learns. `which` says that it was asked. */
export function CourseChoice({ courses, chosen }: Props) {
  return (
    <fieldset className="space-y-2">
      <legend className="mb-2 text-sm font-semibold">Courses that it learns</legend>
      <input type="hidden" name="which" value="asked" />
      {courses.map(({ id, title }) => (
        <CheckField
          key={id}
          label={title}
          name={`course.${id}`}
          defaultChecked={chosen === null || chosen.includes(id)}
        />
      ))}
    </fieldset>
  )
}
