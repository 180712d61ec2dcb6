/**
 * What a browser may load for an answer of ours. `scripts`: where its scripts may come from. Not TypeScript,
 * because next.config.mjs reads it too.
 *
 * @param {string} scripts
 */
export const contentSecurityPolicy = (scripts) =>
  [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
