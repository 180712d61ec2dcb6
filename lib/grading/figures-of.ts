/** Every number that figures can mean, with whatever marks for thousands and decimals: `1,500`, `.5`, `1/2`. */
export function figuresOf(text: string): readonly number[] {
  const fraction = /^(?:(\d+) )?(\d+) ?\/ ?(\d+)$/.exec(text)
  if (fraction !== null) {
    const [, whole = '0', above, below] = fraction
    return Number(below) === 0 ? [] : [Number(whole) + Number(above) / Number(below)]
  }
  const grouped = /^[1-9]\d{0,2}([,\s'])\d{3}(?:\1\d{3})*(\.\d+)?$/.test(text)
  // `2,00,000`, as in India.
  const byHundreds = /^[1-9]\d?(,\d{2})+,\d{3}(\.\d+)?$/.test(text)
  if (grouped || byHundreds) return [Number(text.replace(/[,\s']/g, ''))]
  // `1.500` is one and a half here and fifteen hundred elsewhere: either may be meant.
  if (/^[1-9]\d{0,2}(\.\d{3})+$/.test(text)) {
    const thousands = Number(text.replaceAll('.', ''))
    return text.split('.').length === 2 ? [Number(text), thousands] : [thousands]
  }
  if (/^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(text)) {
    return [Number(text.replaceAll('.', '').replace(',', '.'))]
  }
  if (/^(\d+([.,]\d+)?|[.,]\d+)(e[-+]?\d+)?$/.test(text)) return [Number(text.replace(',', '.'))]
  return []
}
