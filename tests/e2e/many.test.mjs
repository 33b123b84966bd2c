// More notes than stand side by side: a reader turns to the others, and no view draws more than it can.
import assert from "node:assert/strict";
import { test } from "node:test";

import { drop, setUp } from "./harness.mjs";
import { said, sixthNote, soon, turnTo, years } from "./reader.mjs";

const world = setUp();
/** With the five, 33 notes, of which 24 are shown at a time. */
const ADDED = Array.from({ length: 28 }, (_, at) => String(1985 + at));

async function openMany(t, route) {
  const page = await world.open(t, route);
  const note = await sixthNote();
  await drop(page, await Promise.all(ADDED.map((year) => world.file(`${year}.txt`, note.replaceAll("2018", year)))));
  await said(page, `${ADDED.at(-1)}.txt`);
  await page.getByText("still to read").waitFor({ state: "hidden" });
  await page.keyboard.press("Escape");
  return page;
}

const columns = (page) => page.getByRole("region", { name: "The facts of each year" }).getByRole("columnheader").allInnerTexts();
const shown = async (page) => (await columns(page)).slice(1);
const turn = (page, name) => page.getByRole("main").getByRole("button", { name, exact: true });
const isFirst = (page, year) => page.getByRole("columnheader").nth(1).and(page.getByText(year, { exact: true })).waitFor();

test("the last are shown, the earlier ones are a step away, and a link and Back keep it", async (t) => {
  const page = await openMany(t);
  await soon(async () => assert.deepEqual([(await shown(page)).length, (await shown(page)).at(0), (await shown(page)).at(-1)], [24, "1994", "2017"]));
  await page.getByText("Of 33 notes, 1994 to 2017 stand side by side.").waitFor();
  assert.equal(await turn(page, "Later").getAttribute("aria-disabled"), "true");
  await turn(page, "Earlier").press("Enter");
  await isFirst(page, "1985");
  await soon(async () => assert.deepEqual([(await shown(page)).length, (await shown(page)).at(-1)], [24, "2008"]));
  assert.match(page.url(), /first=1985/);
  await turnTo(page, "Programme");
  await page.getByText("Of 33 notes, 1985 to 2008 stand side by side.").waitFor();
  await turnTo(page, "Overview");
  await isFirst(page, "1985");
  await page.reload();
  await isFirst(page, "1985");
  await turn(page, "Later").click();
  await isFirst(page, "1994");
  assert.doesNotMatch(page.url(), /first=/);
  await page.goBack();
  await isFirst(page, "1985");
});

test("one chosen among many is shown, and the choice goes on to the others", async (t) => {
  const page = await openMany(t);
  await page.getByRole("group", { name: "Years shown" }).getByRole("button", { name: "1986", exact: true }).click();
  await isFirst(page, "1986");
  await soon(async () => assert.equal((await shown(page)).length, 24));
  await soon(async () => assert.equal((await years(page, { chosen: true })).length, 25));
  await turn(page, "Later").click();
  await isFirst(page, "1994");
});

test("a choice of a few goes on holding when many are added", async (t) => {
  const page = await openMany(t, "#/overview?years=2013.2014");
  await soon(async () => assert.equal((await years(page, { chosen: true })).length, 30));
  await soon(async () => assert.equal((await shown(page)).length, 24));
});
