/**
 * What this process answers by itself carries the same headers as what Next answers. `styles`: where styles
 * may come from; nothing else may be loaded.
 */
export const edgeHeaders = (styles = "'none'") => ({
  'Content-Security-Policy': `default-src 'none'; style-src ${styles}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cache-Control': 'no-store',
})
