/** What the till says: a total in cents, or the first line it cannot read. */
export type Answer = { kind: "total"; cents: number } | { kind: "unreadable"; line: string };

export function receipt(lines: readonly string[]): Answer {
  let cents = 0;
  for (const line of lines) {
    const [name, price, count] = line.split(" ");
    if (name === "voucher") cents = Math.round(cents * (1 - Number(price) / 100));
    else cents += Number(price) * (Number(count) - Math.floor(Number(count) / 3));
  }
  return { kind: "total", cents };
}
