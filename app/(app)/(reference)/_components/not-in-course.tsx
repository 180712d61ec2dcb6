import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'

type Props = {
  label: string
  /** What the course has none of by this address. */
  what: string
  /** Why it may be so, and that nothing is lost. */
  lead: string
  instead: { href: string; label: string }
}

/** The page of something that is not in the course, or not any more. */
export function NotInCourse({ label, what, lead, instead }: Props) {
  return (
    <>
      <PageHeader label={label} title={`The course has no such ${what}`} lead={lead} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href={instead.href}>{instead.label}</LinkButton>
        <LinkButton href="/today" kind="secondary">
          Go to Today
        </LinkButton>
      </div>
    </>
  )
}
