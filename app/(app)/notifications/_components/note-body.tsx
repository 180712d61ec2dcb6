/**
 * The plain text of a notification: paragraphs, underlined headings, and lists of lines with a
 * hyphen.
 */
export function NoteBody({ body }: { body: string }) {
  const blocks = body.split('\n\n').map((text, index) => ({ text, key: index }))
  return (
    <div className="mt-2 flex flex-col gap-2 font-serif wrap-break-word">
      {blocks.map(({ text, key }) => (
        <Block key={key} lines={text.split('\n')} />
      ))}
    </div>
  )
}

function Block({ lines }: { lines: readonly string[] }) {
  const [first = '', second = ''] = lines
  if (/^-+$/.test(second)) return <h3 className="mt-3 text-base">{first}</h3>
  if (lines.every((line) => line.startsWith('- '))) {
    return (
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line.slice(2)}</li>
        ))}
      </ul>
    )
  }
  return <p>{lines.join(' ')}</p>
}
