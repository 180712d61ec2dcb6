/**
 * Says whose page a request comes from. A tab can outlive its sign-in session. If somebody else has
 * signed in meanwhile, what the tab sends must not be recorded for them.
 */
const HEADER = 'x-steppe-user'

export const pageUserHeader = (userId: string): Record<string, string> => ({ [HEADER]: userId })

/** True also for a request without this header, for example from a script. */
export function isFromOwnPage(request: Request, userId: string): boolean {
  const named = request.headers.get(HEADER)
  return named === null || named === userId
}
