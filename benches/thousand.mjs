// A thousand notes chosen at once: how long until all are read and shown, beside the native program over the same files; what
// the main thread does in one piece meanwhile; how much memory it takes; and how soon each view, a choice of years and a
// letter of a search are drawn then. `make bench` calls it: node benches/thousand.mjs DIST PROGRAM
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

import { serve } from "../scripts/serve.mjs";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const COUNT = 1000;
/** What no task of the main thread should pass, and no next paint, in milliseconds. */
const TASK = 50;
const VIEWS = ["themes", "pillars", "programme", "language", "language?as=lineage", "people", "reports", "queries", "text/2014", "overview"];

const [dist, program] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "r2p-notes-"));
const note = await readFile("notes/2014.txt", "utf8");
// Each a note of its own: another year, another panellist.
const letters = (at) => String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26), 97 + Math.floor(at / 676));
const files = await Promise.all(Array.from({ length: COUNT }, async (_, at) => {
  const path = join(folder, `${at}.txt`);
  await writeFile(path, note.replaceAll("2014", String(2000 + (at % 40))).replaceAll("Surin", `Surin${letters(at)}`));
  return path;
}));
const bytes = COUNT * Buffer.byteLength(note);

const started = performance.now();
execFileSync(program, ["parse", ...files], { maxBuffer: 1 << 30 });
const native = performance.now() - started;

const server = await serve(dist);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const handedOver = await longTasksOfABlankPage();
const page = await browser.newPage();
await page.goto(server.address);
await page.locator('html[data-page="open"]').waitFor();
await watchLongTasks(page);
// What comes after the first view has come, and is part of the page.
await page.evaluate(() => navigator.serviceWorker?.ready);
await page.waitForTimeout(2000);
const before = await resident();
await page.keyboard.press("a");
await page.locator("input[type=file]").setInputFiles(files);
const chosen = performance.now();
const waiting = page.getByText("still to read");
await waiting.waitFor();
await waiting.waitFor({ state: "hidden", timeout: 0 });
const read = performance.now() - chosen;
const long = await longTasks(page);
await page.keyboard.press("Escape");

console.log(`\n${COUNT} notes, ${(bytes / 1e6).toFixed(1)} MB:`);
console.log(`all read and shown after ${(read / 1e3).toFixed(1)} s; the native program takes ${(native / 1e3).toFixed(1)} s, ${(read / native).toFixed(1)} times less`);
const listed = (tasks) => `${tasks.length}${tasks.length ? `, of ${tasks.sort((a, b) => b - a).join(", ")} ms` : ""}`;
console.log(`tasks of the main thread over ${TASK} ms: ${listed(long)}; on a blank page that is given the same files: ${listed(handedOver)}`);
const grown = (await resident()) - before;
const session = await page.context().newCDPSession(page);
await session.send("HeapProfiler.collectGarbage");
const kept = (await resident()) - before;
const times = (mb) => `${mb.toFixed(0)} MB, ${((mb * 1e6) / bytes).toFixed(1)} times their text`;
console.log(`the renderer has grown by ${times(grown)}; after a collection of garbage by ${times(kept)}`);
const row = (what, { next, whole }) => console.log(`| ${what} | ${next.toFixed(0)} | ${whole.toFixed(0)} |`);
console.log("\n| ms until | the next paint | all of it is drawn |\n|---|---|---|");
for (const view of VIEWS) row(view, await painted((hash) => (location.hash = hash), `/${view}`));
row("themes, come back to", await painted((hash) => (location.hash = hash), "/themes"));
row("a choice of years", await painted(() => document.querySelector(".years button").click()));
const search = ([field, term]) => {
  const input = document.getElementById(field);
  input.value = term;
  input.dispatchEvent(new Event("input", { bubbles: true }));
};
row("a search", await painted(search, ["search", "protec"]));
row("one more letter of it", await painted(search, ["search", "protect"], { step: false }));
console.log(`\n${cpus()[0].model}, ${cpus().length} cores, Chromium ${browser.version()}`);
await browser.close();
await server.close();
await rm(folder, { recursive: true });

function watchLongTasks(page) {
  return page.evaluate((task) => {
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map(({ duration }) => duration).filter((ms) => ms > task))).observe({ entryTypes: ["longtask"] });
  }, TASK);
}

function longTasks(page) {
  return page.evaluate(() => window.long.map(Math.round));
}

/** What the browser itself does in one piece to hand so many files over. */
async function longTasksOfABlankPage() {
  const blank = await browser.newPage();
  await blank.setContent("<input type=file multiple>");
  await watchLongTasks(blank);
  await blank.evaluate(() => document.querySelector("input").addEventListener("change", ({ target }) => (window.files = [...target.files])));
  await blank.locator("input").setInputFiles(files);
  await blank.waitForTimeout(2000);
  const tasks = await longTasks(blank);
  await blank.close();
  return tasks;
}

/** What the page's process holds in memory, in MB. */
async function resident() {
  const all = await browser.newBrowserCDPSession();
  const { processInfo } = await all.send("SystemInfo.getProcessInfo");
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === "renderer").map(async ({ id }) => /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${id}/status`, "utf8"))[1]));
  await all.detach();
  return sizes.reduce((sum, kb) => sum + Number(kb) / 1024, 0);
}

/** How long it is from an act to the next paint, and to the one after it, by which the page has drawn all that it put off. */
async function painted(act, given, { step = true } = {}) {
  const times = await page.evaluate(`(async () => {
    let turned = ${!step};
    addEventListener("hashchange", () => (turned = true), { once: true });
    // Asks for each frame before the page does, so that what the page puts off until after it comes later than this.
    const paint = (due) => new Promise((done) => {
      const look = () => requestAnimationFrame(() => (due() ? setTimeout(done) : look()));
      look();
    });
    const start = performance.now();
    (${act})(${JSON.stringify(given)});
    await paint(() => turned);
    const next = performance.now() - start;
    await paint(() => true);
    return { next, whole: performance.now() - start, busy: document.querySelector("#view [aria-busy]") !== null };
  })()`);
  if (times.busy) throw new Error("the view was not drawn by the second paint");
  return times;
}
