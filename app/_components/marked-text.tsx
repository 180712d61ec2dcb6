type Parts = readonly { readonly text: string; readonly found: boolean }[]

/** A text with the search words marked, in bold as well as in colour. */
export function MarkedText({ parts }: { parts: Parts }) {
  let at = 0
  return parts.map(({ text, found }) => {
    const key = at
    at += text.length
    return found ? (
      <mark key={key} className="bg-accent-wash font-semibold text-ink">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    )
  })
}
