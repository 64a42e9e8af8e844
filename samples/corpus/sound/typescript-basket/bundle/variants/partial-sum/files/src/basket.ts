/** What the till says: a total in cents, or the first line it cannot read. */
export type Answer = { kind: "total"; cents: number } | { kind: "unreadable"; line: string };

export function receipt(lines: readonly string[]): Answer {
  let cents = 0;
  for (const line of lines) {
    const [, price, count] = line.split(" ");
    cents += Number(price) * Number(count);
  }
  return { kind: "total", cents };
}
