import { type ComponentType, lazy, useState } from 'react'

type Later<Props> = {
  readonly Part: ComponentType<Props>
  /** Loads the code. From then on, the part is shown at once. */
  readonly load: () => Promise<unknown>
}

/**
 * A part whose code the first card does without. React's own `lazy` shows nothing for a moment even
 * when the code is there; no card may blink so.
 */
export function later<Props extends object>(
  from: () => Promise<ComponentType<Props>>,
): Later<Props> {
  let loaded: ComponentType<Props> | null = null
  const load = async () => {
    loaded = await from()
    return loaded
  }
  // A server has the code before anybody asks for a page, so the part need not follow the page.
  if (typeof window === 'undefined') void load()
  const Lazy = lazy(async () => ({ default: await load() }))
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each file, as `lazy` is
  function Part(props: Props) {
    // What is shown once must stay, or it would begin anew.
    const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Lazy)
    return <Shown {...props} />
  }
  return { Part, load }
}

const Nothing = () => null

/**
 * A part that only adds something to a page, such as a hint. Where its code cannot be loaded, for lack of a
 * network, the page goes on without it; any other part that is missing ends in the page for errors.
 */
export const addition = <Props extends object>(from: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await from().catch((): ComponentType<Props> => Nothing) }))
