/** The pages of administrators, one line each. */
export const adminPages = [
  { href: '/admin', label: 'People and course' },
  { href: '/admin/audit', label: 'Audit' },
  { href: '/admin/backups', label: 'Backups' },
  { href: '/admin/security', label: 'Security' },
] as const
