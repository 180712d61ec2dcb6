/** The look of single-line controls. */
export const controlClass =
  'min-h-11 w-full rounded-md border border-rule-2 px-3 py-2 text-base text-ink placeholder:text-ink-2 hover:border-ink aria-invalid:border-again'
