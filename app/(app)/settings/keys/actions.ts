'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { KEY_ACTIONS, type KeyAction, keyFaults, STANDARD_KEYS } from '@/lib/review/keys'
import { saveKeys } from '@/lib/server/settings/save-keys'

/** An empty field disables the shortcut. */
const key = z
  .string()
  .trim()
  .toLowerCase()
  .transform((value) => (value === '' ? null : value))

const fields: Record<KeyAction, typeof key> = {
  again: key,
  hard: key,
  good: key,
  easy: key,
  giveUp: key,
  undo: key,
  bury: key,
  suspend: key,
  flag: key,
  info: key,
  source: key,
  help: key,
}

const schema = z.object(fields).superRefine((keys, context) => {
  const faults = keyFaults(keys)
  for (const action of KEY_ACTIONS) {
    const message = faults[action]
    if (message) context.addIssue({ code: 'custom', path: [action], message })
  }
})

export async function setKeys(_before: FormState, form: FormData): Promise<FormState> {
  if (form.get('standard') !== null) return setStandardKeys()
  return runForm(schema, form, async (keys) => {
    await saveKeys(await requireLearner('/settings/keys#setKeys'), keys, Date.now())
    refresh()
    return 'Your shortcuts are saved. They apply from your next review session.'
  })
}

async function setStandardKeys(): Promise<FormState> {
  await saveKeys(await requireLearner('/settings/keys#setKeys'), STANDARD_KEYS, Date.now())
  refresh()
  return { kind: 'done', value: 'The default shortcuts are restored.' }
}
