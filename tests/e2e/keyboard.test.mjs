// Everything by keyboard alone: no click, no pointer.
import assert from "node:assert/strict";
import { test } from "node:test";

import { chromiumAlone, setUp, YEARS } from "./harness.mjs";
import { drawer, folded, follow, soon, years } from "./reader.mjs";

const world = setUp();

/** What has the focus: its role or tag, and what it says. */
const focus = (page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    return { what: here.getAttribute("role") ?? here.tagName.toLowerCase(), says: (here.getAttribute("aria-label") ?? here.textContent).trim() };
  });

/** Presses Tab until `wanted` has the focus, as one who does not know how far it is. */
async function tabTo(page, wanted, { most = 200, key = "Tab" } = {}) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate(wanted)) return;
  }
  assert.fail(`not reached by ${most} presses of ${key}; the focus is on ${JSON.stringify(await focus(page))}`);
}

test("from a cold start to the copied citation of a sentence that is new in 2017", async (t) => {
  const page = await world.open(t, "", { permissions: ["clipboard-read", "clipboard-write"] });
  // Past the frame to the tabs, along them to Language.
  await tabTo(page, () => document.activeElement.getAttribute("role") === "tab");
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowRight");
  await page.getByRole("tab", { name: "Language", selected: true }).waitFor();
  // Through all years; 2017 is the one that it lists first.
  await tabTo(page, () => document.activeElement.textContent === "Through all years");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "2017, sentence by sentence" }).waitFor();
  // A sentence that is new: its status says so, and it has stood in no year before.
  const own = () => {
    const item = document.activeElement.closest("li");
    return item?.querySelector(".status")?.textContent === "new" && /its words in 2017/.test(document.activeElement.textContent);
  };
  await tabTo(page, own);
  const item = await page.evaluate(() => document.activeElement.closest("li").textContent);
  assert.doesNotMatch(item, /first \d{4}|these words since/);
  const sentence = folded(await page.evaluate(() => document.activeElement.closest("li").querySelector(".sentence").firstChild.textContent));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "2017, in its own words" }).waitFor();
  await tabTo(page, () => document.activeElement.textContent === "Copy quote and citation", { most: 20 });
  await page.keyboard.press("Enter");
  await drawer(page).getByText(/^Copied/).waitFor();

  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.startsWith(`“${sentence}`), `"${copied}" does not begin with "${sentence}"`);
  assert.match(copied, /\(.*Accountability for Prevention.*6 September 2017.*\)$/i);
  assert.doesNotMatch(copied, /2013|2014|2015|2016/);

  // Escape leaves the reader at the sentence.
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  await soon(async () => assert.equal(await page.evaluate(own), true, "the focus is elsewhere"));
});

test("the open source keeps the focus, whichever way Tab goes, and gives it back", async (t) => {
  const page = await world.open(t, "#/themes");
  const link = page.getByRole("tabpanel").getByRole("link", { name: /Fulfilling our collective/ }).first();
  await link.focus();
  await page.keyboard.press("Enter");
  await drawer(page).waitFor();
  const inside = () => document.activeElement.closest("[role=dialog]") !== null;
  for (const key of ["Tab", "Shift+Tab"]) {
    const seen = new Set();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press(key);
      assert.equal(await page.evaluate(inside), true, `${key} left the source`);
      seen.add((await focus(page)).says);
    }
    assert.ok(seen.has("Close the source") && seen.has("Copy quote and citation"), [...seen].join(", "));
  }
  await tabTo(page, () => document.activeElement.getAttribute("aria-label") === "Close the source", { most: 12 });
  await page.keyboard.press("Enter");
  await drawer(page).waitFor({ state: "hidden" });
  await soon(async () => assert.equal(await link.evaluate((element) => element === document.activeElement), true, "the focus is elsewhere"));
});

test("a source that a link opened gives the focus to the view", async (t) => {
  const first = await world.open(t, "#/themes");
  await follow(first, /Fulfilling our collective/);
  await drawer(first).waitFor();
  const page = await world.open(t, new URL(first.url()).hash);
  await drawer(page).waitFor();
  await soon(async () => assert.equal((await focus(page)).says, "2014, in its own words"));
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  await soon(async () => assert.equal((await focus(page)).what, "main"));
});

test("a menu is opened, walked and left by keys", { skip: chromiumAlone }, async (t) => {
  const page = await world.open(t, "#/programme");
  const button = page.getByRole("button", { name: "Export" });
  await button.focus();
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await page.keyboard.press("ArrowDown");
  await page.getByRole("menu").waitFor();
  const says = async () => (await focus(page)).says;
  await soon(async () => assert.equal(await says(), "Markdown"));
  for (const [key, expected] of [["ArrowDown", "CSV"], ["ArrowUp", "Markdown"], ["ArrowUp", "Print"], ["ArrowDown", "Markdown"], ["End", "Print"], ["Home", "Markdown"]]) {
    await page.keyboard.press(key);
    await soon(async () => assert.equal(await says(), expected, key));
  }
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "hidden" });
  await soon(async () => assert.equal(await says(), "Export"));
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("ArrowDown");
  const { file } = await world.saved(page, () => page.keyboard.press("Enter"));
  assert.equal(file, "r2p-notes-programme.csv");
  await soon(async () => assert.equal(await says(), "Export"));
  // Tab goes on from the menu and closes it.
  await page.keyboard.press("ArrowDown");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("Tab");
  await page.getByRole("menu").waitFor({ state: "hidden" });
});

test("single keys: ? lists them, / searches, a adds, f finds; none of them while typing", async (t) => {
  const page = await world.open(t, "#/themes");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Help" });
  await help.waitFor();
  const keys = await help.getByRole("rowheader").allInnerTexts();
  for (const key of ["Tab", "Enter", "Esc", "/", "a", "?"]) assert.ok(keys.includes(key), `${key} is not listed`);
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await page.locator("dialog h2").waitFor({ state: "detached" });

  await page.keyboard.press("a");
  await page.getByRole("dialog", { name: "Add notes" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Add notes" }).waitFor({ state: "hidden" });
  // The page knows that a dialog is closed a moment after the browser has closed it, and then draws nothing in it.
  await page.locator("dialog h2").waitFor({ state: "detached" });

  await page.keyboard.press("/");
  await page.keyboard.type("famine?a/");
  await soon(async () => assert.equal(await page.getByRole("searchbox", { name: "Search the notes" }).inputValue(), "famine?a/"));
  assert.equal(await page.getByRole("dialog").count(), 0);

  await page.goto(`${world.server.address}#/text/2014`);
  await page.getByLabel("Find in this text").waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("f");
  await soon(async () => assert.equal((await focus(page)).says, "Find in this text"));
});

test("the places found in a text are walked by Enter, and back by Shift and Enter", async (t) => {
  const page = await world.open(t, "#/text/2014");
  const find = page.getByLabel("Find in this text");
  await find.fill("the Secretary-General");
  const says = page.getByRole("status").filter({ hasText: /places/ });
  /** Waits until the place of that number is said, and in sight. */
  const at = async (number) => {
    await says.filter({ hasText: new RegExp(`^${number} of`) }).waitFor();
    for (let looks = 0; looks < 50; looks += 1) {
      const top = await page.locator("mark.here").first().evaluate((mark) => mark.getBoundingClientRect().top);
      if (top > 0 && top < 900) return;
      await page.waitForTimeout(100);
    }
    assert.fail(`place ${number} is not in sight`);
  };
  await at(1);
  const last = Number((await says.innerText()).split(" ")[2]);
  assert.ok(last > 2);
  await find.press("Enter");
  await at(2);
  await find.press("Shift+Enter");
  await find.press("Shift+Enter");
  await at(last);
  await soon(async () => assert.equal((await focus(page)).says, "Find in this text"));
});

test("the skip link leads past the frame", async (t) => {
  const page = await world.open(t);
  await page.keyboard.press("Tab");
  await soon(async () => assert.equal((await focus(page)).says, "Skip to the view"));
  await page.keyboard.press("Enter");
  await soon(async () => assert.equal((await focus(page)).what, "main"));
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), YEARS));
});
