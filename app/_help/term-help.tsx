import { Link } from '../_components/link'
import { TERMS, type Term } from './terms'

/**
 * A small “?” beside a word: its sentence is in the tip and for screen readers, and /help says more.
 * `newTab`: where a link would leave a session.
 */
export function TermHelp({ of, newTab = false }: { of: Term; newTab?: boolean }) {
  const { name, says } = TERMS[of]
  return (
    <Link
      href={`/help#${of}`}
      title={says}
      {...(newTab && { target: '_blank', rel: 'noopener' })}
      className="ml-1 inline-flex size-6 items-center justify-center rounded-full border border-rule-2 align-middle text-label font-normal text-ink-2 no-underline hover:border-ink hover:text-ink print:hidden"
    >
      <span aria-hidden="true">?</span>
      <span className="sr-only">
        What is “{name}”? {says}
      </span>
    </Link>
  )
}
