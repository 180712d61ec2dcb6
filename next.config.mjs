import { contentSecurityPolicy } from './app/_http/content-security-policy.mjs'

const securityHeaders = [
  // For what is no page. Pages have a policy of their own for scripts (proxy.ts).
  { key: 'Content-Security-Policy', value: contentSecurityPolicy("'self'") },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Paths of invitations and set-up links contain codes, which no other site may learn.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
]

// One name for all processes of a build. A browser does not read what another build has stored.
process.env.STEPPE_BUILD ??= Date.now().toString(36)

// `npm run dev` behind a proxy: Next otherwise refuses its own files to pages of another host.
const publicUrl = process.env.STEPPE_URL
const allowedDevOrigins = publicUrl ? [new URL(publicUrl).hostname] : []

// `npm run bench` measures a build of its own, with an empty page to compare the others with. Nobody
// else is served that page.
const isBench = process.env.STEPPE_BENCH === '1'

// Not TypeScript: a server would load a compiler for this file alone, which takes 26 MB and a tenth of its
// start.

/** @type {import('next').NextConfig} */
const config = {
  distDir: isBench ? '.next-bench' : '.next',
  pageExtensions: [...(isBench ? ['bench.tsx'] : []), 'tsx', 'ts'],
  allowedDevOrigins,
  env: { STEPPE_BUILD: process.env.STEPPE_BUILD },
  poweredByHeader: false,
  typedRoutes: false,
  devIndicators: false,
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['@node-rs/argon2', '@open-spaced-repetition/binding', 'pg'],
  // With its stored cache, Next 16.4.6 made the browser reload without end after a restart ("HMR
  // hash mismatch").
  experimental: { turbopackFileSystemCacheForDev: false },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}

export default config
