/** `guests` spread evenly between `hosts`, each in their own order. A host comes first. */
export function spread<T>(hosts: readonly T[], guests: readonly T[]): T[] {
  const placed = [
    ...hosts.map((item, index) => ({ item, place: (index + 1) / (hosts.length + 1) })),
    ...guests.map((item, index) => ({ item, place: (index + 1) / (guests.length + 1) })),
  ]
  // Sorting is stable: of two at the same place, the host stays in front.
  return placed.sort((a, b) => a.place - b.place).map(({ item }) => item)
}
