// Our word diff beside jsdiff's, in one run over the same two reading texts: the time of each, and how each shows the same
// change. `make bench` calls it: node benches/jsdiff.mjs FOLDER-OF-JSDIFF PROGRAM OLD NEW
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

const ROUNDS = 11;
/** How many words before and after it are shown. */
const AROUND = 45;
/** A change that both are shown at: these words of the newer note. */
const SHOWN = "also serve to discuss";

const [folder, program, older, newer] = process.argv.slice(2);
const { diffWords } = createRequire(join(folder, "node_modules", "x.js"))("diff");
const ours = JSON.parse(execFileSync(program, [older, newer], { maxBuffer: 1 << 28, encoding: "utf8" }));

const times = [];
let parts;
for (let round = 0; round < ROUNDS; round++) {
  const start = process.hrtime.bigint();
  parts = diffWords(ours.old, ours.new);
  times.push(Number(process.hrtime.bigint() - start) / 1e6);
}
const theirs = times.sort((a, b) => a - b)[ROUNDS >> 1];

/** Both as a list of [equal | deleted | inserted, text]. */
const marked = {
  "r2p-notes": ours.chunks.flatMap(({ kind, old, new: now }) =>
    kind === "equal" ? [["=", now]] : [["-", old], ["+", now]].filter(([, text]) => text)),
  jsdiff: parts.map(({ added, removed, value }) => [added ? "+" : removed ? "-" : "=", value]),
};

/** The words around SHOWN, runs of deleted ones in [- -] and of inserted ones in {+ +}. */
function shown(pieces) {
  const words = pieces.flatMap(([kind, text]) => text.split(/\s+/).filter(Boolean).map((word) => [kind, word]));
  const standing = words.flatMap(([kind], at) => (kind === "-" ? [] : [at]));
  const wanted = SHOWN.split(" ");
  const first = standing.findIndex((_, at) => wanted.every((word, i) => words[standing[at + i]]?.[1] === word));
  if (first < 0) return "(not found)";
  const runs = [];
  for (const [kind, word] of words.slice(Math.max(0, standing[first] - AROUND), standing[first] + AROUND)) {
    if (runs.at(-1)?.kind === kind) runs.at(-1).text += ` ${word}`;
    else runs.push({ kind, text: word });
  }
  return runs.map(({ kind, text }) => (kind === "-" ? `[-${text}-]` : kind === "+" ? `{+${text}+}` : text)).join(" ");
}

const fragments = (pieces) => pieces.filter(([kind]) => kind !== "=").length;
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
console.log(`\nWord diff of ${older} against ${newer} (reading texts), median:\n`);
row("", "ms", "pieces inserted or deleted");
row("---", "---", "---");
row("r2p-notes, native", ours.median.toFixed(2), fragments(marked["r2p-notes"]));
row(`jsdiff diffWords, Node ${process.version}`, theirs.toFixed(2), fragments(marked.jsdiff));
console.log(`\njsdiff takes ${(theirs / ours.median).toFixed(1)} times as long. The same change, around “${SHOWN}”:\n`);
for (const [name, pieces] of Object.entries(marked)) console.log(`${name}:\n  … ${shown(pieces)} …\n`);
