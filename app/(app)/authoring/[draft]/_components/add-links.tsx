import { Link } from '@/app/_components/link'

const LINKS = [
  ['document', 'A document of your own'],
  ['questions/new?kind=choice', 'A question'],
  ['table', 'Questions from a table'],
  ['facts/new', 'A fact'],
  ['lessons/new', 'A lesson'],
  ['modules/new', 'A module'],
  ['topics/new', 'A topic'],
  ['states/new', 'A state'],
  ['organisations/new', 'An organisation'],
  ['bodies/new', 'A body'],
  ['exercises/new', 'An exercise'],
  ['groups/new', 'A group'],
] as const

export function AddLinks({ draftId }: { draftId: string }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {LINKS.map(([path, label]) => (
        <li key={path}>
          <Link
            href={`/authoring/${draftId}/${path}`}
            className="link inline-flex min-h-9 items-center"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
