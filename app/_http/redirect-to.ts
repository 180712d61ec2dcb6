/** Sends a browser to a path of ours, or to the address of another site. */
export const redirectTo = (location: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store' },
  })
