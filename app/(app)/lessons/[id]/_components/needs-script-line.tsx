/** Under a prompt, in browsers in which JavaScript is off. */
export const NeedsScriptLine = () => (
  <p className="mt-3 text-sm text-ink-2">
    Answering needs JavaScript, which is switched off in this browser. Reading works without it.
  </p>
)
