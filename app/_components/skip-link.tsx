/**
 * The first element that the Tab key reaches. The page's <main> needs id="main" and tabIndex={-1}.
 */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only bg-accent font-semibold text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-4 focus:py-3"
    >
      Skip to the content
    </a>
  )
}
