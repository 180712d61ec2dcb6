import { Button } from '@/app/_components/button'
import { LinkButton } from '@/app/_components/link-button'
import { SelectField } from '@/app/_components/select-field'
import {
  type TimelineChoices,
  type TimelinePlace,
  timelineHref,
} from '@/lib/reference/timeline-query'

type Props = { choices: TimelineChoices; place: TimelinePlace }

/** A form that works without JavaScript and keeps the chosen years. */
export function Filters({ choices, place }: Props) {
  const { window, topic, source } = place
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
      <input type="hidden" name="from" value={window.from} />
      <input type="hidden" name="to" value={window.to} />
      <div className="w-full sm:w-64">
        <SelectField label="Topic" name="topic" defaultValue={topic ?? ''}>
          <option value="">All topics</option>
          {choices.topics.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="w-full sm:w-80">
        <SelectField label="Source" name="source" defaultValue={source ?? ''}>
          <option value="">All documents</option>
          {choices.sources.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      </div>
      <Button type="submit" kind="secondary">
        Show
      </Button>
      {topic === null && source === null ? null : (
        <LinkButton
          href={timelineHref({ window, topic: null, source: null })}
          kind="secondary"
          scroll={false}
        >
          Clear filters
        </LinkButton>
      )}
    </form>
  )
}
