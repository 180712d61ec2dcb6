export const dynamic = 'force-dynamic'

/**
 * A page of this build with one word in it, since Lighthouse gives nothing painted no score: the floor under every page in the table of
 * `npm run bench`. Only the build of the bench has it.
 */
export default function EmptyPage() {
  return <main>Empty</main>
}
