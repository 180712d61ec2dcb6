/** Under which name Next's log has an error of the server. Null where it has none. */
export function digestOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('digest' in error)) return null
  return typeof error.digest === 'string' ? error.digest : null
}
