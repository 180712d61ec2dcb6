/** First stop of the Tab key. The page's <main> needs id="main" and tabIndex={-1}. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only bg-accent px-4 py-3 font-semibold text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
    >
      Skip to the content
    </a>
  )
}
