// Our parser and word diff beside what a page would otherwise use, all in one browser and in turns: chrono-node for dates
// and times, compromise for people, jsdiff for differences. How long each takes over the five notes, and what each finds
// of what a careful reader finds (tests/gold); and how long our native program takes. `make bench` calls it:
//   node benches/peers.mjs FOLDER PROGRAM
// with the folder that it has filled.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus } from "node:os";

import { serve } from "../scripts/serve.mjs";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const ROUNDS = 7;
/** How often the native program reads each note in one go, so that its own start does not count. */
const OVER = 40;
const YEARS = ["2013", "2014", "2015", "2016", "2017"];
/** A change that both diffs are shown at, by words of the newer note, and how many words around it. */
const SHOWN = { words: "also serve to discuss", around: 45 };

const notes = await Promise.all(YEARS.map(async (year) => ({ year, text: await readFile(`notes/${year}.txt`, "utf8") })));
const gold = await Promise.all(YEARS.map(async (year) => JSON.parse(await readFile(`tests/gold/${year}.json`, "utf8"))));
const bytes = notes.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);

const [folder, program] = process.argv.slice(2);
const server = await serve(folder);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.goto(server.address);
await page.waitForFunction(() => window.peers);
const { times, found, diffs } = await page.evaluate(timed, { notes, rounds: ROUNDS });
speed();
finds();
difference();
console.log(`\n${cpus()[0].model}, ${cpus().length} cores, Chromium ${browser.version()}, medians of ${ROUNDS}`);
await browser.close();
await server.close();

/** Runs in the page: each job once to warm it, then all in turns. */
function timed({ notes, rounds }) {
  const { ours, chrono, compromise, jsdiff } = window.peers;
  const files = notes.map(({ year, text }) => [`${year}.txt`, new TextEncoder().encode(text)]);
  const read = files.map(([name, file]) => JSON.parse(ours.found(name, file)));
  const [old, now] = [read[3].text, read[4].text];
  const people = (text) => compromise(text).people().out("array");
  const jobs = {
    read: () => files.forEach(([name, file]) => ours.read(name, file)),
    chrono: () => notes.forEach(({ text }) => chrono.parse(text)),
    strict: () => notes.forEach(({ text }) => chrono.strict.parse(text)),
    compromise: () => notes.forEach(({ text }) => people(text)),
    diff: () => ours.diff(old, now),
    jsdiff: () => jsdiff.diffWords(old, now),
  };
  const times = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
  for (const job of Object.values(jobs)) job();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, job] of Object.entries(jobs)) {
      const start = performance.now();
      job();
      times[name].push(performance.now() - start);
    }
  }
  const two = (number) => String(number).padStart(2, "0");
  const date = (at) => ["year", "month", "day"].every((part) => at.isCertain(part)) && `${at.get("year")}-${two(at.get("month"))}-${two(at.get("day"))}`;
  const time = (at) => at.isCertain("hour") && `${two(at.get("hour"))}:${two(at.get("minute") ?? 0)}`;
  const dated = ({ text }) => {
    const all = chrono.parse(text).flatMap(({ start, end }) => [start, end].filter(Boolean));
    return { dates: all.map(date), times: all.map(time), moments: all.map((at) => date(at) && time(at) && `${date(at)}T${time(at)}`) };
  };
  return {
    times,
    found: notes.map((note, at) => ({ ours: read[at].note, chrono: dated(note), people: people(note.text) })),
    diffs: {
      "r2p-notes": JSON.parse(ours.changes(old, now)).flatMap(({ kind, old, new: now }) =>
        kind === "equal" ? [["=", now]] : [["-", old], ["+", now]].filter(([, text]) => text)),
      jsdiff: jsdiff.diffWords(old, now).map(({ added, removed, value }) => [added ? "+" : removed ? "-" : "=", value]),
    },
  };
}

function speed() {
  const middle = (times) => times.toSorted((a, b) => a - b)[ROUNDS >> 1];
  const median = (name) => middle(times[name]);
  table("Time, in one page", ["", "ms", "MB/s", "times ours"]);
  const all = { read: "r2p-notes: everything", chrono: "chrono-node: dates and times", strict: "chrono-node, strict", compromise: "compromise: people()" };
  const compared = (what, ms) => row(what, ms.toFixed(1), (bytes / ms / 1e3).toFixed(2), (ms / median("read")).toFixed(2));
  for (const [name, what] of Object.entries(all)) compared(what, median(name));
  compared("r2p-notes, the native program", middle(Array.from({ length: ROUNDS }, native)));
  row("r2p-notes: word diff of 2016 and 2017", median("diff").toFixed(1), "", "");
  row("jsdiff: diffWords of the same", median("jsdiff").toFixed(1), "", (median("jsdiff") / median("diff")).toFixed(1));
  const page = median("chrono") + median("compromise") + median("jsdiff");
  row("the three together", page.toFixed(0), "", (page / (median("read") + median("diff"))).toFixed(1));
}

/** How long the native program takes to read the five notes and to print them, in milliseconds. */
function native() {
  const files = Array.from({ length: OVER }, () => YEARS.map((year) => `notes/${year}.txt`)).flat();
  const start = performance.now();
  execFileSync(program, ["parse", ...files], { maxBuffer: 1 << 30 });
  return (performance.now() - start) / OVER;
}

/** What stands anywhere among a peer's finds counts as found; ours must stand in its own place. */
function finds() {
  table("Found, of what a careful reader finds", ["", "r2p-notes", "chrono-node", "compromise"]);
  const date = (pick) => tally((gold) => [pick(gold)], (ours) => [pick(ours)?.value], ({ chrono }) => chrono.dates);
  row("dates of the dialogue", ...date((note) => note.event.date), "");
  row("dates of letters", ...date((note) => note.letter?.date), "");
  const deadlines = (note) => note.participation.register_by;
  row("deadlines", ...tally((gold) => [deadlines(gold)], (ours) => [deadlines(ours)?.value], ({ chrono }) => chrono.moments), "");
  // A programme in prose has no rows.
  const rows = (note) => [note.programme.entries].flat().filter((entry) => entry !== "prose");
  const starts = (note) => rows(note).map(({ start }) => start);
  row("starts in the programme", ...tally(starts, (ours) => starts(ours).map((start) => start?.value), ({ chrono }) => chrono.times), "");
  const speakers = (note, name) => [...new Set(rows(note).flatMap(({ speakers }) => speakers.map(name)))];
  const [own, theirs] = tally(
    (gold) => speakers(gold, ({ name }) => name),
    (ours) => speakers(ours, ({ name }) => name?.value),
    ({ people }) => people,
    named,
  );
  row("speakers by their whole name", own, "", theirs);
}

/** Whether a find holds a name, in one of its spellings. */
function named(find, names) {
  return names.split("|").some((name) => plain(find).includes(plain(name)));
}

/** Without accents and case, which a scan may have lost. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether ours is the very value, in one of its spellings. */
function equal(find, value) {
  return value.split("|").some((one) => plain(one) === plain(find));
}

/** `found of all`, ours and theirs. Where the gold allows several values, they are parted by bars. */
function tally(wanted, ours, theirs, same = (find, value) => find === value) {
  const counts = gold.map((gold, at) => {
    const values = wanted(gold).filter(Boolean);
    const own = values.filter((value) => ours(found[at].ours).some((find) => find && equal(find, value))).length;
    const other = values.filter((value) => theirs(found[at]).some((find) => find && same(find, value))).length;
    return [own, other, values.length];
  });
  const [own, other, all] = counts.reduce((sum, count) => sum.map((n, i) => n + count[i]));
  return [`${own} of ${all}`, `${other} of ${all}`];
}

function difference() {
  console.log(`\nThe same change, around “${SHOWN.words}”:\n`);
  for (const [name, pieces] of Object.entries(diffs)) {
    console.log(`${name}, ${pieces.filter(([kind]) => kind !== "=").length} pieces:\n  … ${around(pieces)} …\n`);
  }
}

/** The words around those shown, runs of deleted ones in [- -] and of inserted ones in {+ +}. */
function around(pieces) {
  const words = pieces.flatMap(([kind, text]) => text.split(/\s+/).filter(Boolean).map((word) => [kind, word]));
  const standing = words.flatMap(([kind], at) => (kind === "-" ? [] : [at]));
  const wanted = SHOWN.words.split(" ");
  const first = standing.findIndex((_, at) => wanted.every((word, i) => words[standing[at + i]]?.[1] === word));
  if (first < 0) return "(not found)";
  const runs = [];
  for (const [kind, word] of words.slice(Math.max(0, standing[first] - SHOWN.around), standing[first] + SHOWN.around)) {
    if (runs.at(-1)?.kind === kind) runs.at(-1).text += ` ${word}`;
    else runs.push({ kind, text: word });
  }
  return runs.map(({ kind, text }) => (kind === "-" ? `[-${text}-]` : kind === "+" ? `{+${text}+}` : text)).join(" ");
}

function table(title, heads) {
  console.log(`\n${title}:\n`);
  row(...heads);
  row(...heads.map(() => "---"));
}

function row(...cells) {
  console.log(`| ${cells.join(" | ")} |`);
}
