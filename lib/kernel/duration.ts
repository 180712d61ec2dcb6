/** Units of time in milliseconds. A day of the calendar may be longer or shorter: `study-day` counts those. */
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
