'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireAdmin } from '@/lib/auth/scopes'
import { ROLES } from '@/lib/kernel/role'
import { saveSecondFactorRule } from '@/lib/server/people/second-factor-rule'

const schema = z.record(z.string(), z.unknown())

export async function saveRule(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async (boxes) => {
    const roles = ROLES.filter((role) => `role-${role}` in boxes)
    await saveSecondFactorRule(await requireAdmin('/admin#saveRule'), { roles, now: Date.now() })
    refresh()
    return 'The rule is saved. Sign-in sessions that are open continue.'
  })
}
