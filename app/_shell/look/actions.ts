'use server'

import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { TEXT_SIZES, THEMES } from '@/lib/account/display'
import { currentLook, wearLook } from '@/lib/auth/look'
import { currentViewer } from '@/lib/auth/scopes'
import { chooseLook as keepLook } from '@/lib/server/settings/choose-look'

const choice = z.object({
  theme: z.enum(THEMES, 'Choose system, light or dark.').optional(),
  text: z.enum(TEXT_SIZES, 'Choose normal, large or larger.').optional(),
})

/** Changes theme or text size in this browser, and with the account of whoever is signed in. */
export async function chooseLook(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(choice, form, async (chosen) => {
    const before = await currentLook()
    const look = { theme: chosen.theme ?? before.theme, text: chosen.text ?? before.text }
    const viewer = await currentViewer()
    if (viewer !== null) await keepLook(viewer.scope, { look, now: Date.now() })
    await wearLook(look)
    return 'Changed.'
  })
}
