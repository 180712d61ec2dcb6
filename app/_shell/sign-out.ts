'use server'

import { redirect } from 'next/navigation'
import { signOutHere } from '@/lib/auth/sign-in'
import type { FormState } from '../_forms/form-state'

export async function signOut(_before: FormState, _form: FormData): Promise<FormState> {
  await signOutHere()
  redirect('/signed-out')
}
