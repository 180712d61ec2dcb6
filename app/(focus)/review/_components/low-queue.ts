/** With fewer waiting cards than this, more are requested. */
export const LOW = 15
