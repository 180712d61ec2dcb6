/**
 * Where signing out leads. This is no page of Next, so the browser leaves the page before it and with it
 * everything that the page holds in memory: Back asks the server again. The header makes the browser drop
 * pages that it keeps for Back. It must not say "storage": answers that wait to be sent are there.
 */
export const GET = (): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0;url=/sign-in"><title>Signed out · Steppe</title>
<p>You are signed out. <a href="/sign-in">Go to the sign-in page</a></p></html>`,
    {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Clear-Site-Data': '"cache"',
      },
    },
  )
