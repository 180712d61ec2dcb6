/**
 * Resolves when the screen shows what was just done. For work that the next card need not wait for, and
 * that may be lost with the page.
 */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    // A task of a frame's callback runs when the frame has been painted.
    requestAnimationFrame(() => setTimeout(resolve))
  })
