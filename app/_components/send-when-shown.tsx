'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { FormAction } from '../_forms/form-state'
import { ActionForm } from './action-form'

/**
 * A form without a button that sends itself once, when its page is in front of somebody. Whatever
 * only fetches a page writes nothing. `children`: the hidden inputs.
 */
export function SendWhenShown({ action, children }: { action: FormAction; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.closest('form')?.requestSubmit(), [])
  return (
    <ActionForm action={action} className="hidden">
      {() => <div ref={place}>{children}</div>}
    </ActionForm>
  )
}
