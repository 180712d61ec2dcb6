/**
 * Names whose page a request comes from. A tab may outlive its session: when somebody else has
 * signed in meanwhile, what it sends must not end up with them.
 */
const HEADER = 'x-steppe-user'

export const pageUserHeader = (userId: string): Record<string, string> => ({ [HEADER]: userId })

/** True also for a request that names nobody: a script, say. */
export function isFromOwnPage(request: Request, userId: string): boolean {
  const named = request.headers.get(HEADER)
  return named === null || named === userId
}
