// What can break does, and the page says so and goes on: the reader, storage, a file, the page itself.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { test } from "node:test";

import { chromiumAlone, drop, ready, setUp, YEARS } from "./harness.mjs";
import { said, sixthNote, soon, years } from "./reader.mjs";

const world = setUp();
// Without the worker that keeps the page: it would answer in place of what a test puts there.
const ALONE = { serviceWorkers: "block" };
const FAILED = /the reader failed at this file, or could not be loaded/;

/** The next file is read by a reader that is whole again. */
async function readsOn(page) {
  await drop(page, [await world.file("next.txt", await sixthNote())]);
  assert.match(await said(page, "next.txt"), /2018/);
  await page.keyboard.press("Escape");
  await soon(async () => assert.deepEqual(await years(page), [...YEARS, "2018"]));
}

test("a reader that cannot be loaded: it is said, and the next file is read", async (t) => {
  const page = await world.open(t, "", ALONE);
  await page.route(/reader_bg-.*\.wasm/, (route) => route.fulfill({ body: "not wasm", contentType: "application/wasm" }));
  world.forgive(page, /Loading Worker from .* was blocked/);
  await drop(page, [await world.file("first.txt", await sixthNote())]);
  assert.match(await said(page, "first.txt"), FAILED);
  await page.unroute(/reader_bg-.*\.wasm/);
  await readsOn(page);
});

test("a reader that traps, out of memory or otherwise: it is said, and the next file is read", async (t) => {
  const page = await world.open(t, "", ALONE);
  const broken = `export default async () => {}; export function read() { throw new WebAssembly.RuntimeError("memory access out of bounds"); }`;
  await page.route(/\/reader-.*\.js/, (route) => route.fulfill({ body: broken, contentType: "text/javascript" }));
  await drop(page, [await world.file("first.txt", await sixthNote())]);
  assert.match(await said(page, "first.txt"), FAILED);
  await page.unroute(/\/reader-.*\.js/);
  await readsOn(page);
});

test("a reader that is killed at its work: it is said, and the next file is read", async (t) => {
  const page = await world.open(t, "", ALONE);
  await page.clock.install();
  const killed = `export default async () => {}; export function read() { close(); for (;;) {} }`;
  await page.route(/\/reader-.*\.js/, (route) => route.fulfill({ body: killed, contentType: "text/javascript" }));
  await drop(page, [await world.file("first.txt", await sixthNote())]);
  await page.getByText("1 file still to read").waitFor();
  await page.clock.fastForward("02:00");
  assert.match(await said(page, "first.txt"), FAILED);
  await page.unroute(/\/reader-.*\.js/);
  await readsOn(page);
});

test("reading is stopped: what was read stays, the rest is said to be unread, and the next file is read", async (t) => {
  const page = await world.open(t, "", ALONE);
  const slow = `export default async () => {}; export function read() { for (;;) {} }`;
  await page.route(/\/reader-.*\.js/, (route) => route.fulfill({ body: slow, contentType: "text/javascript" }));
  await drop(page, [await world.file("first.txt", await sixthNote()), await world.file("second.txt", "another")]);
  await page.getByRole("button", { name: "Stop" }).click();
  assert.match(await said(page, "2 files"), /not read, for the reading was stopped/);
  await page.unroute(/\/reader-.*\.js/);
  await readsOn(page);
});

/** Faults of what seeks patterns and writes exports, by the script that stands in for it. */
const BROKEN = {
  "cannot be loaded": "not a script",
  traps: `export default async () => {}; export const places = () => { throw new WebAssembly.RuntimeError("unreachable"); }, render = places;`,
};
const BACKGROUND = /\/background-(?!worker).*\.js/;

for (const [fault, script] of Object.entries(BROKEN)) {
  test(`what seeks patterns ${fault}: it is said, words are found, and the next pattern is sought`, async (t) => {
    const page = await world.open(t, "#/search", ALONE);
    const box = page.getByRole("searchbox", { name: "Search the notes" });
    await page.route(BACKGROUND, (route) => route.fulfill({ body: script, contentType: "text/javascript" }));
    await box.fill("/moderat\\w+/");
    await page.getByText(/What seeks patterns failed at this one, or could not be loaded/).waitFor();
    await box.fill("moderator");
    await page.getByRole("table", { name: /Places of/ }).waitFor();
    await page.unroute(BACKGROUND);
    await box.fill("/moderat\\w+/");
    await page.getByRole("table", { name: /Places of “\/moderat/ }).waitFor();
  });

  test(`what writes exports ${fault}: it is said, and the next export is saved`, { skip: chromiumAlone }, async (t) => {
    const page = await world.open(t, "#/people", ALONE);
    const csv = async () => {
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("menuitem", { name: "CSV" }).click();
    };
    await page.route(BACKGROUND, (route) => route.fulfill({ body: script, contentType: "text/javascript" }));
    await csv();
    const alert = page.getByRole("alert").filter({ hasText: /Not saved: what writes the files failed, or could not be loaded/ });
    await alert.waitFor();
    await page.unroute(BACKGROUND);
    await world.saved(page, csv);
    await alert.waitFor({ state: "detached" });
  });
}

test("what seeks patterns is killed at its work: the view says that it looks, then that it failed", async (t) => {
  const page = await world.open(t, "#/search", ALONE);
  const box = page.getByRole("searchbox", { name: "Search the notes" });
  await page.clock.install();
  const killed = `export default async () => {}; export function places() { close(); for (;;) {} }`;
  await page.route(BACKGROUND, (route) => route.fulfill({ body: killed, contentType: "text/javascript" }));
  await box.fill("/moderat\\w+/");
  await page.getByText("Looking for “/moderat\\w+/” …").waitFor();
  await page.clock.fastForward("02:00");
  await page.getByText(/What seeks patterns failed/).waitFor();
});

test("what writes exports is killed at its work: it is said, and the next export is saved", { skip: chromiumAlone }, async (t) => {
  const page = await world.open(t, "#/people", ALONE);
  await page.clock.install();
  const csv = async () => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: "CSV" }).click();
  };
  let asked;
  const loaded = new Promise((done) => (asked = done));
  const killed = `export default async () => {}; export function render() { close(); for (;;) {} }`;
  await page.route(BACKGROUND, async (route) => (await route.fulfill({ body: killed, contentType: "text/javascript" }), asked()));
  await csv();
  await loaded;
  await page.clock.fastForward("02:00");
  const alert = page.getByRole("alert").filter({ hasText: /Not saved: what writes the files failed/ });
  await alert.waitFor();
  await page.unroute(BACKGROUND);
  await world.saved(page, csv);
  await alert.waitFor({ state: "detached" });
});

test("a file that is gone before it is read", { skip: chromiumAlone }, async (t) => {
  const page = await world.open(t, "", ALONE);
  // The reader takes its time to start, and the file is gone meanwhile.
  let start;
  const gone = new Promise((done) => (start = done));
  await page.route(/background-worker-/, async (route) => (await gone, route.continue()));
  const path = await world.file("gone.txt", await sixthNote());
  await drop(page, [path]);
  await page.getByText("1 file still to read").waitFor();
  await rm(path);
  start();
  assert.match(await said(page, "gone.txt"), /cannot be read \(a folder, or a file removed meanwhile\)/);
  await readsOn(page);
});

test("kept notes outlast a visit on which they cannot be read", async (t) => {
  const page = await world.open(t, "", ALONE);
  await drop(page, [await world.file("mine.txt", await sixthNote())]);
  await said(page, "mine.txt");
  const kept = () => page.waitForFunction(async () => {
    const open = indexedDB.open("r2p-notes");
    const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
    const count = database.transaction("notes").objectStore("notes").count();
    const notes = await new Promise((done) => (count.onsuccess = () => done(count.result)));
    database.close();
    return notes === 1;
  });
  await kept();
  await page.route(/reader_bg-.*\.wasm/, (route) => route.fulfill({ body: "not wasm", contentType: "application/wasm" }));
  world.forgive(page, /Loading Worker from .* was blocked/);
  await page.reload();
  await page.getByRole("alert").filter({ hasText: FAILED }).waitFor();
  await soon(async () => assert.deepEqual(await years(page), YEARS));
  await kept();
  await page.unroute(/reader_bg-.*\.wasm/);
  await page.reload();
  await page.getByRole("button", { name: "2018", exact: true }).waitFor();
});

test("two tabs add and remove at once, and neither undoes what the other did", async (t) => {
  const one = await world.open(t);
  const two = await one.context().newPage();
  await two.goto(world.server.address);
  await ready(two);
  const text = await sixthNote();
  const files = await Promise.all([2018, 2019, 2020].map((year) => world.file(`${year}.txt`, text.replaceAll("2018", `${year}`))));
  await Promise.all([drop(one, [files[0]]), drop(two, files.slice(1))]);
  await Promise.all([said(one, "2018.txt"), said(two, "2019.txt"), said(two, "2020.txt")]);
  await two.getByRole("button", { name: "Remove 2020" }).click();
  await two.getByText("2020 was removed.").first().waitFor();
  // One that both show, taken away in the one, does not come back with what the other adds.
  await one.reload();
  await one.getByRole("button", { name: "2019", exact: true }).waitFor();
  await two.reload();
  await two.getByRole("button", { name: "2018", exact: true }).waitFor();
  await one.getByRole("banner").getByRole("button", { name: "Add notes" }).click();
  await one.getByRole("button", { name: "Remove 2019" }).click();
  await one.getByText("2019 was removed.").first().waitFor();
  await drop(two, [await world.file("2021.txt", text.replaceAll("2018", "2021"))]);
  await said(two, "2021.txt");
  for (const page of [one, two]) {
    await page.waitForFunction(async () => {
      const open = indexedDB.open("r2p-notes");
      const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
      const all = database.transaction("notes").objectStore("notes").getAll();
      const names = (await new Promise((done) => (all.onsuccess = () => done(all.result)))).map(([name]) => name);
      database.close();
      return names.sort().join() === "2018.txt,2021.txt";
    });
    await page.reload();
    await page.getByRole("button", { name: "2021", exact: true }).waitFor();
    await page.getByRole("button", { name: "2018", exact: true }).waitFor();
    await soon(async () => assert.deepEqual(await years(page), [...YEARS, "2018", "2021"]));
  }
});

// What the first view does not need comes after it, in a file of its own.
const VIEWS = /\/views-.*\.wasm/;

/** A page at its first view whose other views come, or do not, as `answer` has it. */
async function withoutViews(t, answer, options = ALONE) {
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  t.after(() => context.close());
  const page = await context.newPage();
  await page.route(VIEWS, answer);
  await page.goto(world.server.address);
  await page.locator('html[data-page="open"]').waitFor();
  return page;
}

const alertOf = (page) => page.getByRole("tabpanel").getByRole("alert").filter({ hasText: "This view could not be loaded" });

for (const [fault, answer] of Object.entries({
  "because there is no network": (route) => route.abort(),
  "because the host has them no more": (route) => route.fulfill({ status: 404, contentType: "text/html", body: "gone" }),
  "because the host sends something else": (route) => route.fulfill({ contentType: "application/wasm", body: "not wasm" }),
})) {
  test(`the other views do not come ${fault}: it is said, and they come when tried again`, async (t) => {
    const page = await withoutViews(t, answer);
    await drop(page, [await world.file("mine.txt", await sixthNote())]);
    await said(page, "mine.txt");
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "People" }).click();
    await alertOf(page).waitFor();
    await page.getByRole("tab", { name: "People", selected: true }).waitFor();
    await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await alertOf(page).waitFor();
    await page.unroute(VIEWS);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("table", { name: "Persons" }).waitFor();
    assert.equal(await alertOf(page).count(), 0);
    await soon(async () => assert.deepEqual(await years(page), [...YEARS, "2018"]));
    // The other views came with it, and the first is there as ever.
    for (const view of ["Themes", "Overview"]) {
      await page.getByRole("tab", { name: view }).click();
      await page.getByRole("heading", { level: 1, name: view }).waitFor();
    }
  });
}

test("the other views do not come: the page is loaded anew, and what was added is there", async (t) => {
  const page = await withoutViews(t, (route) => route.fulfill({ status: 404, body: "" }));
  await drop(page, [await world.file("mine.txt", await sixthNote())]);
  await said(page, "mine.txt");
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "People" }).click();
  await alertOf(page).waitFor();
  await page.unroute(VIEWS);
  await page.getByRole("button", { name: "Reload the page" }).click();
  await page.getByRole("table", { name: "Persons" }).waitFor();
  await page.getByRole("button", { name: "2018", exact: true }).waitFor();
});

test("a view that is turned to before it has come is there as soon as it has", async (t) => {
  let come;
  const coming = new Promise((done) => (come = done));
  const page = await withoutViews(t, async (route) => (await coming, route.continue()));
  await page.getByRole("tab", { name: "People" }).click();
  await page.getByRole("tab", { name: "People", selected: true }).waitFor();
  await page.getByText("Loading this view …").waitFor();
  await soon(async () => assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "People"));
  // And so is another that was turned to meanwhile.
  await page.getByRole("tab", { name: "Reports" }).click();
  await page.getByRole("heading", { level: 1, name: "Reports" }).waitFor();
  come();
  await page.getByRole("tabpanel").getByRole("link", { name: "2013" }).first().waitFor();
  assert.equal(await page.getByText("Loading this view …").count(), 0);
});

test("the page itself fails: it is said, and the notes are there after a reload", async (t) => {
  const page = await world.open(t);
  await drop(page, [await world.file("mine.txt", await sixthNote())]);
  await said(page, "mine.txt");
  await page.keyboard.press("Escape");
  // The browser refuses what Yew takes for granted.
  await page.evaluate(() => (Node.prototype.insertBefore = () => { throw new DOMException("refused", "HierarchyRequestError"); }));
  await page.getByRole("tab", { name: "Themes" }).click();
  await page.getByRole("alert").filter({ hasText: "The page itself has failed" }).waitFor();
  world.forgive(page, /./);
  await page.reload();
  await page.getByRole("button", { name: "2018", exact: true }).waitFor();
});

test("the notes that the page opens with cannot be fetched: it is said, and notes are added", async (t) => {
  const context = await world.browser.newContext(ALONE);
  t.after(() => context.close());
  const page = await context.newPage();
  await page.route(/notes-.*\.packed/, (route) => route.fulfill({ status: 500, body: "" }));
  await page.goto(world.server.address);
  await page.getByRole("alert").filter({ hasText: "could not be fetched" }).waitFor();
  await drop(page, [await world.file("mine.txt", await sixthNote())]);
  assert.match(await said(page, "mine.txt"), /2018/);
});

for (const [what, files] of [["script", /boot-.*\.js/], ["wasm", /app-.*\.wasm/]]) {
  test(`the page's ${what} does not come: it is said, and the notes that the build drew can be read`, async (t) => {
    const context = await world.browser.newContext(ALONE);
    t.after(() => context.close());
    const page = await context.newPage();
    await page.route(files, (route) => route.abort());
    await page.goto(world.server.address);
    await page.getByRole("alert").filter({ hasText: "The page itself has failed" }).waitFor();
    await page.getByText("A vital and enduring commitment").first().waitFor();
  });
}
