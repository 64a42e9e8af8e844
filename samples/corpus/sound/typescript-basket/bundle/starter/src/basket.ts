/** What the till says: a total in cents, or the first line it cannot read. */
export type Answer = { kind: "total"; cents: number } | { kind: "unreadable"; line: string };

export function receipt(lines: readonly string[]): Answer {
  return { kind: "unreadable", line: "everything" };
}
