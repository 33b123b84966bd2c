// The URL is the state, and the keyboard is enough.
import assert from "node:assert/strict";
import { test } from "node:test";

import { setUp, YEARS } from "./harness.mjs";
import { drawer, follow, marked, soon, turnTo, view, years } from "./reader.mjs";

const world = setUp();
const selected = (page) => page.getByRole("tab", { selected: true }).innerText();

test("Back and Forward go through views, years and the open source", async (t) => {
  const page = await world.open(t);
  await turnTo(page, "Themes");
  await turnTo(page, "Programme");
  await page.getByRole("button", { name: "2015", exact: true }).click();
  await follow(page, "Edward Luck");
  assert.match(await marked(page), /Edward Luck/);

  await page.goBack();
  await drawer(page).waitFor({ state: "hidden" });
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), YEARS.filter((year) => year !== "2015")));
  await page.goBack();
  await page.getByRole("button", { name: "2015", exact: true, pressed: true }).waitFor();
  assert.equal(await selected(page), "Programme");
  await page.goBack();
  await page.getByRole("tab", { name: "Themes", selected: true }).waitFor();

  await page.goForward();
  await page.goForward();
  await page.goForward();
  assert.match(await marked(page), /Edward Luck/);
});

test("a link shows the same thing when reloaded and in another profile", async (t) => {
  const page = await world.open(t, "#/programme?years=2014.2016");
  await follow(page, "Jean Ping");
  const shown = { marked: await marked(page), view: await view(page), years: await years(page, { chosen: true }) };
  assert.deepEqual(shown.years, ["2014", "2016"]);

  await page.reload();
  await soon(async () => assert.deepEqual({ marked: await marked(page), view: await view(page), years: await years(page, { chosen: true }) }, shown));
  const other = await world.open(t, new URL(page.url()).hash);
  await soon(async () => assert.deepEqual({ marked: await marked(other), view: await view(other), years: await years(other, { chosen: true }) }, shown));
});

test("the tabs are one stop of the Tab key and are walked by arrows", async (t) => {
  const page = await world.open(t, "#/themes");
  const stops = () => page.getByRole("tab").evaluateAll((all) => all.filter((tab) => tab.tabIndex === 0).map((tab) => tab.textContent.trim()));
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  await soon(async () => assert.deepEqual(await stops(), ["Themes"]));
  await page.getByRole("tab", { name: "Themes" }).focus();
  for (const [key, expected] of [["ArrowRight", "Pillars"], ["ArrowRight", "Programme"], ["ArrowLeft", "Pillars"], ["End", "Text"], ["ArrowRight", "Overview"], ["Home", "Overview"]]) {
    await page.keyboard.press(key);
    await page.getByRole("tab", { name: expected, selected: true }).waitFor();
    await soon(async () => assert.equal(await focused(), expected, key));
    await soon(async () => assert.deepEqual(await stops(), [expected], key));
  }
});

test("a source is opened and closed by keys, and the focus comes back", async (t) => {
  const page = await world.open(t, "#/programme");
  const link = page.getByRole("tabpanel").getByRole("link", { name: "Jean Ping" }).first();
  await link.focus();
  await page.keyboard.press("Enter");
  assert.match(await marked(page), /Jean Ping/);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  await soon(async () => assert.equal(await link.evaluate((element) => element === document.activeElement), true, "the focus is elsewhere"));
});

test("years are taken away and brought back by Space", async (t) => {
  const page = await world.open(t, "#/themes");
  await page.getByRole("button", { name: "2013", exact: true }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "2013", exact: true, pressed: false }).waitFor();
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), YEARS.slice(1)));
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "2013", exact: true, pressed: true }).waitFor();
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), YEARS));
});
