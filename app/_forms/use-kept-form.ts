'use client'

import { type RefObject, useCallback, useEffect, useState } from 'react'
import { keptForms } from './kept-forms'
import { enterFields, typedFields } from './typed-fields'

type KeptForm = {
  /** Something that was typed before the page was reloaded stands in the form again. */
  readonly cameBack: boolean
  readonly keep: () => void
  readonly drop: () => void
}

const kept = keptForms(() => window.sessionStorage)

/** Keeps what is typed in a form over a reload of its page, for the same account only. */
export function useKeptForm(form: RefObject<HTMLFormElement | null>): KeptForm {
  const [cameBack, setCameBack] = useState(false)
  useEffect(() => {
    if (form.current === null) return
    const { viewer, name } = placeOf(form.current)
    const fields = kept.take(viewer, name, Date.now())
    if (fields === null) return
    if (enterFields(form.current, fields) > 0) setCameBack(true)
    // Some fields appear only after another one has its value.
    const later = setTimeout(() => form.current && enterFields(form.current, fields))
    return () => clearTimeout(later)
  }, [form])
  const keep = useCallback(() => {
    if (form.current === null) return
    const { viewer, name } = placeOf(form.current)
    kept.keep(viewer, name, typedFields(form.current), Date.now())
  }, [form])
  const drop = useCallback(() => {
    if (form.current === null) return
    const { viewer, name } = placeOf(form.current)
    kept.drop(viewer, name)
    setCameBack(false)
  }, [form])
  return { cameBack, keep, drop }
}

/** Whose page it is, and which of its forms: the n-th with this first field. */
function placeOf(form: HTMLFormElement): { viewer: string; name: string } {
  const viewer = document.querySelector<HTMLElement>('[data-viewer]')?.dataset.viewer ?? ''
  const first = typedFields(form)[0]?.name ?? ''
  const alike = [...document.forms].filter((each) => (typedFields(each)[0]?.name ?? '') === first)
  const { pathname, search } = window.location
  return { viewer, name: `${pathname}${search} ${first} ${alike.indexOf(form)}` }
}
