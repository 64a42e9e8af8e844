import { receipt } from "./basket";

// The parts of Node.js that this program uses.
declare const process: { exitCode: number };
declare const console: { log(text: string): void };
declare function require(name: "fs"): { readFileSync(file: number, encoding: string): string };

const lines = require("fs").readFileSync(0, "utf8").split("\n").filter((line) => line !== "");
const answer = receipt(lines);
if (answer.kind === "total") {
  console.log(String(answer.cents));
} else {
  console.log(`cannot read: ${answer.line}`);
  process.exitCode = 2;
}
