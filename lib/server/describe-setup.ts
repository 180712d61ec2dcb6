import 'server-only'

/** `open`: the link makes the first administrator. `done`: somebody did. `invalid`: not our link, or an older one. */
export async function describeSetup(_input: {
  token: string
  now: number
}): Promise<'open' | 'done' | 'invalid'> {
  throw new Error('stub')
}
