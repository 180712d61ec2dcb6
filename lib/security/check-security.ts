import type { SecurityFacts } from './facts'
import type { Rule, Verdict } from './rule'
import { ACCOUNT_RULES } from './rules/accounts'
import { ADDRESS_RULES } from './rules/address'
import { BACKUP_RULES } from './rules/backups'
import { DATABASE_RULES } from './rules/database'
import { KEY_RULES } from './rules/keys-and-files'
import { PROCESS_RULES } from './rules/process'

export type Judged = { readonly subject: string; readonly why: string } & Verdict

const RULES: readonly Rule[] = [
  ...ADDRESS_RULES,
  ...KEY_RULES,
  ...DATABASE_RULES,
  ...ACCOUNT_RULES,
  ...BACKUP_RULES,
  ...PROCESS_RULES,
]

const ORDER = { weak: 0, note: 1, good: 2 } as const

/** Judges each subject once: what is weak first, then what to think about, then what is in order. */
export const checkSecurity = (facts: SecurityFacts): readonly Judged[] =>
  RULES.map(({ subject, why, judge }) => ({ subject, why, ...judge(facts) })).sort(
    (a, b) => ORDER[a.is] - ORDER[b.is],
  )
