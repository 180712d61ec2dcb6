type Props = { form: string; field: string; value: string; name: string; chosen: boolean }

/** Chooses a row of a table, as an input of a form that stands elsewhere on the page. */
export function ChoiceBox({ form, field, value, name, chosen }: Props) {
  return (
    <input
      type="checkbox"
      form={form}
      name={field}
      value={value}
      aria-label={`Choose ${name}`}
      defaultChecked={chosen}
      className="choice"
    />
  )
}
