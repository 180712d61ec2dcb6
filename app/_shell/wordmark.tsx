import Link from 'next/link'

export function Wordmark() {
  return (
    <Link
      href="/"
      className="inline-flex min-h-11 items-center font-serif text-[1.5rem] leading-none font-semibold tracking-tight text-ink no-underline"
    >
      Steppe
    </Link>
  )
}
