/** Fields of a question of which a learner sees nothing, or nothing that was learned. */
export const SURROUNDINGS: ReadonlySet<string> = new Set([
  'id',
  'topic',
  'depth',
  'asks',
  'cites',
  'module',
  'lesson',
  'asOf',
  'siblings',
  'tells',
  'revision',
  'changes',
])
