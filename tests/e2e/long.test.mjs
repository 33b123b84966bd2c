// Notes as long as a note may be, made to be slow: read, or declined with a message, and the page goes on answering.
import assert from "node:assert/strict";
import { test } from "node:test";

import { drop, setUp } from "./harness.mjs";
import { said, sixthNote, turnTo } from "./reader.mjs";

const world = setUp();
const MB = 1_000_000;
/** What a note may have at most, `r2p_notes::text::decode::MAX_BYTES`, but for the note that stands before. */
const MOST = 20 * MB - 40_000;
const VIEWS = ["Overview", "Themes", "Pillars", "Programme", "Language", "People", "Reports", "Queries", "Text"];
const SENTENCE = "The responsibility to protect populations from genocide, war crimes and ethnic cleansing is a principle, ";
const repeated = (piece, bytes) => piece.repeat(Math.floor(bytes / piece.length));

for (const [what, text] of [
  ["20 MB of one line", () => repeated(SENTENCE, MOST)],
  ["a million tags", () => repeated("<b>word</i>", 11 * MB)],
  ["a million dates", () => repeated("6 September 2016 ", 17 * MB)],
]) {
  test(`${what} behind a note: read, and every view answers`, async (t) => {
    const page = await world.open(t);
    page.setDefaultTimeout(60_000);
    await drop(page, [await world.file("long.txt", `${await sixthNote()}\n\n${text()}\n`)]);
    assert.match(await said(page, "long.txt"), /2018/);
    await page.keyboard.press("Escape");
    for (const name of VIEWS) await turnTo(page, name);
    await page.evaluate(() => (location.hash = "/text/2018"));
    await page.getByRole("heading", { level: 1, name: "Early warning, early action" }).waitFor();
    await turnTo(page, "Overview");
  });
}

test("a text of thousands of paragraphs is drawn as one comes to it, and whatever is asked for in it is there", async (t) => {
  const page = await world.open(t);
  page.setDefaultTimeout(60_000);
  const paragraphs = Array.from({ length: 5_000 }, (_, n) => `Paragraph ${n} speaks of the ${n}th thing.\n\n`).join("");
  await drop(page, [await world.file("long.txt", `${await sixthNote()}\n\n${paragraphs}`)]);
  await said(page, "long.txt");
  await page.keyboard.press("Escape");
  await page.evaluate(() => (location.hash = "/text/2018"));
  await page.getByRole("heading", { level: 1, name: "Early warning, early action" }).waitFor();
  const drawn = () => page.locator(".note-text > *").count();
  assert.ok((await drawn()) < 1_000, `${await drawn()} paragraphs are drawn`);
  await page.getByRole("button", { name: /Show all/ }).scrollIntoViewIfNeeded();
  await page.getByText("Paragraph 700 speaks").waitFor();
  assert.ok((await drawn()) < 3_000, `${await drawn()} paragraphs are drawn`);
  await page.getByLabel("Find in this text").fill("the 4321th thing");
  const found = page.locator("mark.here");
  await found.waitFor();
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector("mark.here").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
});

test("more than a note may have is declined, and the page goes on", async (t) => {
  const page = await world.open(t);
  await drop(page, [await world.file("longer.txt", repeated(SENTENCE, 20 * MB + 1_000))]);
  assert.match(await said(page, "longer.txt"), /at most 20 MB/);
  await page.keyboard.press("Escape");
  await turnTo(page, "Themes");
});
