import { CopyButton } from './copy-button'
import { Field } from './field'

/** A link to pass on, with a button that copies it. */
export function CopyLink({ label, link }: { label: string; link: string }) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 grow basis-64">
        <Field
          label={label}
          name="link"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <CopyButton text={link} label="Copy link" />
    </div>
  )
}
