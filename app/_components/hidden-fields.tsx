type Props = { fields: Readonly<Record<string, string | number | null>> }

/** What a form carries without showing it. null: not at all. */
export const HiddenFields = ({ fields }: Props) =>
  Object.entries(fields).map(([name, value]) =>
    value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
  )
