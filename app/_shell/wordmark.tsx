/** A plain link: the pages for failures show it too, and every page loads their code. */
export function Wordmark() {
  return (
    <a
      href="/"
      className="inline-flex min-h-11 items-center font-serif text-[1.5rem] leading-none font-semibold tracking-tight text-ink no-underline"
    >
      Steppe
    </a>
  )
}
