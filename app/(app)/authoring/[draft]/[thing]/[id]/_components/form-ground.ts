import type { FormValues } from '@/lib/authoring/forms/form-values'
import type { EditorView } from '@/lib/server/authoring/load-editor'

/** What every input of a form is given. */
export type FormGround = {
  draftId: string
  course: string
  userId: string
  options: EditorView['options']
  /** Of an image: the name under which its file is kept; empty without one. */
  content: string
  /** What the form holds, by the names of its fields. */
  values: FormValues
  faultOf: (field: string) => string | undefined
  /** Called when something was put into a field that nobody typed. */
  onFill: () => void
}
