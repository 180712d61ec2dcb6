/** `45 min`, `4 h 10 min`, and whole hours from ten on. */
export function hoursText(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 60) return `${whole}\u00a0min`
  if (whole >= 600) return `${Math.round(whole / 60)}\u00a0h`
  const rest = whole % 60
  const hours = `${Math.floor(whole / 60)}\u00a0h`
  return rest === 0 ? hours : `${hours} ${rest}\u00a0min`
}
