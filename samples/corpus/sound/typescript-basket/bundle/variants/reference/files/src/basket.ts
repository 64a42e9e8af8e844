/** What the till says: a total in cents, or the first line it cannot read. */
export type Answer = { kind: "total"; cents: number } | { kind: "unreadable"; line: string };

export function receipt(lines: readonly string[]): Answer {
  let cents = 0;
  let percent = 0;
  for (const line of lines) {
    const item = /^[a-z]+ ([0-9]+) ([0-9]+)$/.exec(line);
    const voucher = /^voucher ([0-9]+)$/.exec(line);
    if (item) {
      const count = Number(item[2]);
      cents += Number(item[1]) * (count - Math.floor(count / 3));
    } else if (voucher) {
      percent = Math.max(percent, Number(voucher[1]));
    } else {
      return { kind: "unreadable", line };
    }
  }
  return { kind: "total", cents: cents - Math.floor((cents * percent) / 100) };
}
