import { Link } from '@/app/_components/link'

type Entry = { readonly label: string; readonly add?: string; readonly list?: string }

/** What a course consists of, with where one is added and where those that there are can be opened. */
const GROUPS: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: 'What is learned',
    entries: [
      { label: 'Title and summary', list: 'courses' },
      { label: 'Question', add: 'questions/new?kind=choice', list: 'questions' },
      { label: 'Questions from a table', add: 'table' },
      { label: 'Fact', add: 'facts/new', list: 'facts' },
      {
        label: 'Membership change',
        add: 'facts/new?of=membership',
        list: 'facts?of=membership',
      },
      { label: 'Lesson', add: 'lessons/new', list: 'lessons' },
      { label: 'Module', add: 'modules/new', list: 'modules' },
      { label: 'Topic', add: 'topics/new', list: 'topics' },
      { label: 'Document', add: 'document', list: 'sources' },
      { label: 'Image', add: 'images/new', list: 'images' },
    ],
  },
  {
    title: 'Names',
    entries: [
      { label: 'State', add: 'states/new', list: 'states' },
      { label: 'Organisation', add: 'organisations/new', list: 'organisations' },
      { label: 'Body', add: 'bodies/new', list: 'bodies' },
      { label: 'Exercise', add: 'exercises/new', list: 'exercises' },
      { label: 'Group', add: 'groups/new', list: 'groups' },
    ],
  },
  {
    title: 'What pictures draw',
    entries: [
      { label: 'Place', add: 'places/new', list: 'places' },
      { label: 'Drawn exercise', add: 'drawn-exercises/new', list: 'drawn-exercises' },
      { label: 'Site: base or pipeline', add: 'sites/new', list: 'sites' },
      { label: 'Aim', add: 'aims/new', list: 'aims' },
      { label: 'Want of an aim', add: 'wants/new', list: 'wants' },
      { label: 'Event', add: 'events/new', list: 'events' },
      { label: 'Reading of an event', add: 'readings/new', list: 'readings' },
    ],
  },
]

export function AddLinks({ draftId }: { draftId: string }) {
  return (
    <div className="space-y-6">
      {GROUPS.map(({ title, entries }) => (
        <section key={title}>
          <h3 className="mb-1 text-sm font-semibold">{title}</h3>
          <ul className="divide-y divide-rule border-y border-rule">
            {entries.map(({ label, add, list }) => (
              <li key={label} className="flex items-center justify-between gap-4">
                <span className="min-w-0">{label}</span>
                <span className="flex gap-4 text-sm">
                  {add === undefined ? null : (
                    <To draftId={draftId} path={add} label={label}>
                      Add
                    </To>
                  )}
                  {list === undefined ? null : (
                    <To draftId={draftId} path={list} label={label}>
                      Edit
                    </To>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

type ToProps = { draftId: string; path: string; label: string; children: string }

function To({ draftId, path, label, children }: ToProps) {
  return (
    <Link
      href={`/authoring/${draftId}/${path}`}
      className="link inline-flex min-h-9 min-w-8 items-center justify-end"
    >
      {children}
      <span className="sr-only">{` ${label.toLowerCase()}`}</span>
    </Link>
  )
}
