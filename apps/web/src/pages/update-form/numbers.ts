/**
 * The number that a person typed, with a point or a comma for decimals and either (or a space) between thousands.
 * "12,800" is twelve thousand eight hundred as the region writes it; "12,8" has a decimal. NaN when it is no number.
 */
export function numberOf(typed: string): number | null {
  const text = typed.replaceAll(/[\s\u00a0']/g, '');
  if (text === '') return null;
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)
    ? text.replaceAll(',', '')
    : /^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(text)
      ? text.replaceAll('.', '').replace(',', '.')
      : text.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

/** How a number stands in its field. */
export const typedOf = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
