// Notes are kept from one visit to the next, taken away and brought back; where storage fails, the page says so and goes on.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { drop, ready, setUp, YEARS } from "./harness.mjs";
import { addNotes, said, sixthNote, soon, turnTo, view, years } from "./reader.mjs";

const world = setUp();
const other2014 = async () => (await readFile("notes/2014.txt", "utf8")).replaceAll("Surin Pitsuwan", "Another Speaker");
/** Twelve years: the five, and seven before and after them, each a note of its own. */
const moreYears = async () => {
  const text = await readFile("notes/2014.txt", "utf8");
  const make = (year) => world.file(`${year}.txt`, text.replaceAll("2014", `${year}`));
  return Promise.all([2009, 2010, 2011, 2012, 2018, 2019, 2020].map(make));
};
/** Adds a note and waits until the browser has it. */
async function keep(page, name, text) {
  await drop(page, [await world.file(name, text)]);
  await said(page, name);
  await page.waitForFunction(async (name) => {
    const open = indexedDB.open("r2p-notes");
    const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
    if (!database.objectStoreNames.contains("notes")) return database.close();
    const all = database.transaction("notes").objectStore("notes").getAll();
    const kept = await new Promise((done) => (all.onsuccess = () => done(all.result)));
    database.close();
    return kept.some((pair) => pair[0] === name);
  }, name);
}

test("an added note is there on the next visit, and gone once it is removed", async (t) => {
  const page = await world.open(t);
  await keep(page, "mine.txt", await sixthNote());
  await page.reload();
  await page.getByRole("button", { name: "2018", exact: true }).waitFor();
  const panel = await addNotes(page);
  await panel.getByRole("button", { name: "Remove 2018" }).click();
  await panel.getByText("2018 was removed.").waitFor();
  await page.keyboard.press("Escape");
  await soon(async () => assert.deepEqual(await years(page), YEARS));
  await page.waitForFunction(async () => {
    const open = indexedDB.open("r2p-notes");
    const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
    const all = database.transaction("notes").objectStore("notes").count();
    const count = await new Promise((done) => (all.onsuccess = () => done(all.result)));
    database.close();
    return count === 0;
  });
  await page.reload();
  await ready(page);
  await soon(async () => assert.deepEqual(await years(page), YEARS));
});

test("while what was kept is being read, it is said where the years are", async (t) => {
  const page = await world.open(t);
  const group = page.getByRole("group", { name: "Years shown" });
  const word = group.getByText(/reading the notes kept here/);
  await page.reload();
  await ready(page);
  assert.equal(await word.count(), 0, "nothing is kept");
  await keep(page, "mine.txt", await sixthNote());
  // A slow machine, or a long note.
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...given) {
      setTimeout(() => post.apply(this, given), 1_500);
    };
  });
  await page.reload();
  await word.waitFor();
  assert.equal(await group.getByRole("button", { name: "2018", exact: true }).count(), 0);
  await group.getByRole("button", { name: "2018", exact: true }).waitFor();
  await word.waitFor({ state: "detached" });
});

test("removing is undone, and what is brought back is what was there", async (t) => {
  const page = await world.open(t, "#/programme");
  await keep(page, "mine.txt", await sixthNote());
  const panel = page.getByRole("dialog", { name: "Add notes" });
  await page.keyboard.press("Escape");
  const before = await view(page);
  await addNotes(page);
  // The button that was pressed is gone: the focus goes to what undoes it, and back.
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await panel.getByRole("button", { name: "Remove 2018" }).press("Enter");
  await panel.getByText("2018 was removed.").waitFor();
  await soon(async () => assert.equal(await focused(), "Undo"));
  await page.keyboard.press("Enter");
  await panel.getByText("2018 was removed.").waitFor({ state: "hidden" });
  await soon(async () => assert.equal(await focused(), "Remove"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await soon(async () => assert.deepEqual(await years(page), YEARS));
  await page.getByRole("main").getByRole("button", { name: "Undo" }).click();
  await soon(async () => assert.equal(await view(page), before));
  await soon(async () => assert.deepEqual(await years(page), [...YEARS, "2018"]));
});

test("a note that the page opens with is hidden, stays hidden, and is brought back", async (t) => {
  const page = await world.open(t);
  let panel = await addNotes(page);
  await panel.getByRole("button", { name: "Hide 2015" }).click();
  await page.keyboard.press("Escape");
  const left = YEARS.filter((year) => year !== "2015");
  await soon(async () => assert.deepEqual(await years(page), left));
  await page.reload();
  await ready(page);
  await soon(async () => assert.deepEqual(await years(page), left));
  panel = await addNotes(page);
  await panel.getByRole("button", { name: "Bring back 2015" }).click();
  await page.keyboard.press("Escape");
  await soon(async () => assert.deepEqual(await years(page), YEARS));
});

test("another note of a year that is there stands beside it", async (t) => {
  const page = await world.open(t, "#/programme");
  await drop(page, [await world.file("fourteen.txt", await other2014())]);
  assert.match(await said(page, "fourteen.txt"), /2014 \(2\)/);
  await page.keyboard.press("Escape");
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), ["2013", "2014", "2014 (2)", "2015", "2016", "2017"]));
  const shown = await view(page);
  assert.match(shown, /Surin Pitsuwan/);
  assert.match(shown, /Another Speaker/);
});

test("many at once: a line for each, how far it is meanwhile, and twelve years in every view", async (t) => {
  const page = await world.open(t);
  // What the progress bar showed, as often as it changed.
  await page.evaluate(() => {
    window.progress = [];
    new MutationObserver(() => {
      const bar = document.querySelector("progress");
      if (bar) window.progress.push([bar.value, bar.max]);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await drop(page, await moreYears());
  for (const year of [2009, 2010, 2011, 2012, 2018, 2019, 2020]) assert.match(await said(page, `${year}.txt`), new RegExp(`${year}: Fulfilling`));
  const progress = await page.evaluate(() => window.progress);
  // How often depends on how fast they are read.
  assert.ok(progress.length >= 1, "no bar was seen");
  assert.ok(progress.every(([value, max], at) => max === 7 && value < max && (at === 0 || value >= progress[at - 1][0])), JSON.stringify(progress));
  await page.keyboard.press("Escape");
  const twelve = ["2009", "2010", "2011", "2012", ...YEARS, "2018", "2019", "2020"];
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), twelve));
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const name of ["Overview", "Themes", "Pillars", "Programme", "Language", "People", "Reports", "Queries", "Text"]) {
      await turnTo(page, name);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than a window of ${width} px`);
      if (["Overview", "Programme", "People"].includes(name)) {
        const shown = await view(page);
        for (const year of twelve) assert.ok(shown.includes(year), `${name} lacks ${year}`);
      }
    }
  }
});

test("of many notes the view’s head comes before the view, and a change of the years leaves it standing", async (t) => {
  const page = await world.open(t);
  const text = await readFile("notes/2014.txt", "utf8");
  const added = Array.from({ length: 10 }, (_, at) => 2000 + at);
  await drop(page, await Promise.all(added.map((year) => world.file(`${year}.txt`, text.replaceAll("2014", `${year}`)))));
  await said(page, "2009.txt");
  await page.getByText("still to read").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  // What stood in the view after each change.
  await page.evaluate(() => {
    window.stood = [];
    const look = () => window.stood.push(document.getElementById("view").innerText.trim().split("\n").filter(Boolean));
    new MutationObserver(look).observe(document.getElementById("view"), { subtree: true, childList: true });
  });
  const stood = () => page.evaluate(() => window.stood.splice(0));
  await turnTo(page, "People");
  await page.getByRole("table", { name: "Persons" }).waitFor();
  const [first] = await stood();
  assert.equal(first[0], "People");
  assert.ok(first.length <= 3, `more than the head came first: ${first}`);
  await page.getByRole("button", { name: "2001", exact: true }).click();
  await page.getByRole("columnheader", { name: "2001", exact: true }).first().waitFor({ state: "detached" });
  for (const lines of await stood()) assert.ok(lines.length > 20, `the view was gone meanwhile: ${lines}`);
});

for (const chosen of [["2016"], ["2013", "2017"], YEARS]) {
  test(`${chosen.length} of the years in every view, narrow and wide`, async (t) => {
    const page = await world.open(t, `#/overview?years=${chosen.join(".")}`);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const name of ["Overview", "Themes", "Pillars", "Programme", "Language", "People", "Reports", "Queries", "Text"]) {
        await turnTo(page, name);
        await soon(async () => assert.deepEqual(await years(page, { chosen: true }), chosen));
        await soon(async () => assert.ok((await view(page)).length > 60, `${name} is empty`));
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than a window of ${width} px`);
      }
    }
  });
}

/** A page in whose browser `spoil` ran before the page did. */
async function spoilt(t, spoil) {
  const page = await world.open(t);
  await page.addInitScript(spoil);
  await page.reload();
  await ready(page);
  return page;
}

const REFUSED = {
  "no storage at all": () => {
    Object.defineProperty(window, "indexedDB", { get: () => undefined });
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  },
  "a database that does not open": () => {
    IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); };
  },
  "a database that is full": () => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
  },
};
for (const [what, spoil] of Object.entries(REFUSED)) {
  test(`${what}: it is said, and the page works on`, async (t) => {
    const page = await spoilt(t, spoil);
    await drop(page, [await world.file("mine.txt", await sixthNote())]);
    assert.match(await said(page, "mine.txt"), /2018/);
    await page.keyboard.press("Escape");
    await page.getByRole("alert").filter({ hasText: /last until the page is closed/ }).waitFor();
    await soon(async () => assert.deepEqual(await years(page, { chosen: true }), [...YEARS, "2018"]));
    await turnTo(page, "Programme");
    await page.getByRole("button", { name: "2013", exact: true }).click();
    await page.getByRole("button", { name: "2013", exact: true, pressed: false }).waitFor();
  });
}

test("what was kept and is spoilt is passed over, said, and the rest is there", async (t) => {
  const page = await world.open(t);
  await keep(page, "mine.txt", await sixthNote());
  await page.evaluate(async () => {
    const open = indexedDB.open("r2p-notes");
    const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
    const store = database.transaction("notes", "readwrite").objectStore("notes");
    [null, 7, "text", ["name only"], [1, 2], { name: "x" }].forEach((value, at) => store.put(value, `spoilt-${at}`));
    await new Promise((done) => (store.transaction.oncomplete = done));
    database.close();
  });
  await page.reload();
  await page.getByRole("alert").filter({ hasText: /6 notes cannot be read any more/ }).waitFor();
  await page.getByRole("button", { name: "2018", exact: true }).waitFor();
  await soon(async () => assert.deepEqual(await years(page), [...YEARS, "2018"]));
});

test("a database of a newer build is left alone, and it is said", async (t) => {
  const page = await world.open(t);
  await page.evaluate(async () => {
    await new Promise((done) => (indexedDB.deleteDatabase("r2p-notes").onsuccess = done));
    const open = indexedDB.open("r2p-notes", 9);
    open.onupgradeneeded = () => open.result.createObjectStore("else");
    const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
    database.close();
  });
  await page.reload();
  await page.getByRole("alert").filter({ hasText: /A newer build of this page has kept notes here/ }).waitFor();
  await soon(async () => assert.deepEqual(await years(page), YEARS));
});

test("where all notes are hidden, they are brought back in place", async (t) => {
  const page = await world.open(t, "#/themes");
  const panel = await addNotes(page);
  for (const year of YEARS) await panel.getByRole("button", { name: `Hide ${year}` }).click();
  await page.keyboard.press("Escape");
  await soon(async () => assert.match(await view(page), /All notes of this page are hidden/));
  await page.getByRole("tabpanel").getByRole("button", { name: "Bring them back" }).click();
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), YEARS));
  await soon(async () => assert.match(await view(page), /^Themes/));
});
