import { END_OF_ROWS } from './manifest'

/** Thrown when the text ends, or goes on, in a way that no complete backup does. */
export class TextDamaged extends Error {}

const MARK = Buffer.from(`${END_OF_ROWS}\n`)
const MARK_AFTER_A_ROW = Buffer.from(`\n${END_OF_ROWS}\n`)
/** No line of ours is longer. Without a bound, a file of another kind would fill the memory. */
const LONGEST_LINE = 4 * 1024 * 1024

/** Takes the text of a backup apart while it is read, holding one piece of it at a time. */
export class BackupText {
  #rest: Buffer = Buffer.alloc(0)
  readonly #pieces: AsyncIterator<Buffer>

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** The next line, without its end. */
  async line(): Promise<string> {
    for (;;) {
      const at = this.#rest.indexOf(10)
      if (at >= 0) return this.#take(at + 1).toString('utf8', 0, at)
      if (this.#rest.length > LONGEST_LINE) throw new TextDamaged('A line is too long.')
      await this.#more()
    }
  }

  /** The rows of a table up to the line that ends them. They have to be taken before the next line. */
  async *rows(): AsyncGenerator<Buffer> {
    for (let isFirst = true; ; ) {
      if (isFirst && this.#rest.subarray(0, MARK.length).equals(MARK)) {
        this.#take(MARK.length)
        return
      }
      const at = this.#rest.indexOf(MARK_AFTER_A_ROW)
      if (at >= 0) {
        const last = this.#take(at + MARK_AFTER_A_ROW.length)
        yield last.subarray(0, at + 1)
        return
      }
      // The mark may lie across two pieces.
      const sure = this.#rest.length - MARK.length
      if (sure > 0) {
        isFirst = false
        yield this.#take(sure)
      }
      await this.#more()
    }
  }

  /** Reads to the end, which makes sure that it is readable. */
  async drain(): Promise<void> {
    while (!(await this.#pieces.next()).done) this.#rest = Buffer.alloc(0)
  }

  #take(bytes: number): Buffer {
    const taken = this.#rest.subarray(0, bytes)
    this.#rest = this.#rest.subarray(bytes)
    return taken
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#pieces.next()
    if (done) throw new TextDamaged('The text ends too early.')
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value])
  }
}
