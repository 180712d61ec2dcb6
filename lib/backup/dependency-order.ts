/** A table with the tables that its rows refer to. */
export type Dependent = { readonly name: string; readonly parents: readonly string[] }

/** The tables so that each comes after those it refers to, otherwise by name. Throws for a circle. */
export function dependencyOrder<Table extends Dependent>(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  let waiting = [...tables].sort((a, b) => (a.name < b.name ? -1 : 1))
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name))
    const next = waiting.find(({ name, parents }) =>
      parents.every((parent) => parent === name || !names.has(parent)),
    )
    if (!next) throw new Error(`These tables refer to each other in a circle: ${[...names]}.`)
    ordered.push(next)
    waiting = waiting.filter((table) => table !== next)
  }
  return ordered
}
