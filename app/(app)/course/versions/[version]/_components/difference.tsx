import type { ReactNode } from 'react'
import { Panel } from '@/app/_components/panel'
import { Tag, type TagTone } from '@/app/_components/tag'
import type { VersionView } from '@/lib/server/course/load-versions'
import { FieldTable } from './field-table'

type CourseDifference = VersionView['difference']
type Severity = CourseDifference['questions']['changed'][number]['severity']
type Entry = { readonly id: string; readonly title: string; readonly course?: string | undefined }

/** Above this many, new questions are named and not shown in full. */
const SHOWN_IN_FULL = 50

/** Everything that differs between a version and the one before it. */
export function Difference({ difference }: { difference: CourseDifference }) {
  const { questions, facts, lessons, sources, others } = difference
  const inFull = questions.added.length <= SHOWN_IN_FULL
  return (
    <div className="space-y-14">
      <List title="Changed questions" items={questions.changed}>
        {({ id, title, course, severity, notes, fields }) => (
          <Changed key={id} {...{ id, title, course, fields }}>
            <SeverityTag severity={severity} />
            {notes.length === 0 ? null : <span className="wrap-break-word">{notes.join(' ')}</span>}
          </Changed>
        )}
      </List>
      <List title="Retired questions" items={questions.retired}>
        {({ id, title, course, reason }) => (
          <li key={id} className="border-t border-rule pt-4">
            <Head {...{ id, title, course }} />
            {reason === '' ? null : <p className="mt-1 text-sm">{reason}</p>}
          </li>
        )}
      </List>
      <List title="New questions" items={questions.added}>
        {({ id, title, course, fields }) =>
          inFull ? (
            <li key={id} className="border-t border-rule pt-4">
              <Head {...{ id, title, course }} />
              <dl className="mt-2 grid max-w-measure gap-x-6 gap-y-1 text-sm sm:grid-cols-[8rem_1fr]">
                {fields
                  .filter(({ name, text }) => text !== '' && name !== 'prompt')
                  .map(({ name, text }) => (
                    <div key={name} className="contents">
                      <dt className="text-ink-2">{name}</dt>
                      <dd className="min-w-0 wrap-break-word">{text}</dd>
                    </div>
                  ))}
              </dl>
            </li>
          ) : (
            <Named key={id} {...{ id, title, course }} />
          )
        }
      </List>
      <Lists what="facts" lists={facts} />
      <Lists what="lessons" lists={lessons} />
      <Lists what="sources" lists={sources} />
      {others.length === 0 ? null : (
        <p className="text-sm text-ink-2">Also changed: {others.join(', ')}.</p>
      )}
    </div>
  )
}

function Lists({ what, lists }: { what: string; lists: CourseDifference['facts'] }) {
  return (
    <>
      <List title={`Changed ${what}`} items={lists.changed}>
        {({ id, title, course, fields }) => <Changed key={id} {...{ id, title, course, fields }} />}
      </List>
      <List title={`Removed ${what}`} items={lists.removed}>
        {({ id, title, course }) => <Named key={id} {...{ id, title, course }} />}
      </List>
      <List title={`New ${what}`} items={lists.added}>
        {({ id, title, course }) => <Named key={id} {...{ id, title, course }} />}
      </List>
    </>
  )
}

type ListProps<T> = { title: string; items: readonly T[]; children: (item: T) => ReactNode }

function List<T>({ title, items, children }: ListProps<T>) {
  if (items.length === 0) return null
  return (
    <Panel title={title} aside={String(items.length)}>
      <ul className="space-y-5">{items.map(children)}</ul>
    </Panel>
  )
}

type ChangedProps = Entry & {
  fields: CourseDifference['facts']['changed'][number]['fields']
  children?: ReactNode
}

const Changed = ({ id, title, course, fields, children }: ChangedProps) => (
  <li className="border-t border-rule pt-4">
    <Head {...{ id, title, course }} />
    {children ? (
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">{children}</p>
    ) : null}
    <FieldTable title={title} fields={fields} />
  </li>
)

const Named = ({ id, title, course }: Entry) => (
  <li>
    <Head {...{ id, title, course }} />
  </li>
)

const Head = ({ id, title, course }: Entry) => (
  <>
    <p className="max-w-measure font-serif wrap-break-word">{title}</p>
    <p className="text-label wrap-anywhere text-ink-2">
      {course === undefined ? id : `${course}: ${id}`}
    </p>
  </>
)

const TONES: Readonly<Record<NonNullable<Severity>, TagTone>> = {
  typo: 'plain',
  wording: 'accent',
  meaning: 'again',
}

const SeverityTag = ({ severity }: { severity: Severity }) =>
  severity === null ? <Tag>no new revision</Tag> : <Tag tone={TONES[severity]}>{severity}</Tag>
