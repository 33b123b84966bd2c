// Notes come in by drop, by choice and by paste; what is no note is said to be none and harms nothing.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { drop, paste, ready, setUp, YEARS } from "./harness.mjs";
import { addNotes, said, sixthNote, soon, turnTo, view, years } from "./reader.mjs";

const world = setUp();
const STORY = "Once upon a time there was a miller who had three sons, a mill, an ass and a cat.\n".repeat(20);
const THEME = "Early warning, early action and the responsibility to protect";

test("a file dropped on the window becomes a sixth column", async (t) => {
  const page = await world.open(t, "#/themes");
  await drop(page, [await world.file("a-new-note.txt", await sixthNote())]);
  assert.match(await said(page, "a-new-note.txt"), new RegExp(`2018: ${THEME}`));
  await page.keyboard.press("Escape");
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), [...YEARS, "2018"]));
  await soon(async () => assert.ok((await view(page)).includes(THEME)));
  await turnTo(page, "Programme");
  await soon(async () => assert.match(await view(page), /2018/));
});

test("several files dropped at once each get their line", async (t) => {
  const page = await world.open(t, "#/programme");
  const before = await view(page);
  await drop(page, [
    await world.file("story.txt", STORY),
    await world.file("picture.png", Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex")),
    await world.file("letter.docx", Buffer.from("504b030414000600080000002100", "hex")),
    await world.file("scan.pdf", "%PDF-1.4\n1 0 obj\n"),
    await world.file("empty.txt", ""),
    await world.file("huge.txt", Buffer.alloc(21_000_000, "A note. ")),
  ]);
  assert.match(await said(page, "story.txt"), /not an information note: expected at least two of a letter.*an event's date, a programme/);
  assert.match(await said(page, "picture.png"), /is a picture \(PNG\); expected/);
  assert.match(await said(page, "letter.docx"), /is a Word document \(or another zipped file\).*copy its text and paste it/);
  assert.match(await said(page, "scan.pdf"), /is a PDF.*copy its text and paste it/);
  assert.match(await said(page, "empty.txt"), /empty/);
  assert.match(await said(page, "huge.txt"), /21\.0 MB.*20 MB/);
  await page.keyboard.press("Escape");
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), YEARS));
  assert.equal(await view(page), before);
});

test("a text asked for in the panel is not hidden by it", async (t) => {
  const page = await world.open(t);
  await drop(page, [await world.file("story.txt", STORY)]);
  await said(page, "story.txt");
  await page.getByRole("link", { name: "read it as a text" }).click();
  await page.getByRole("heading", { level: 1, name: "story.txt" }).waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("a note among files that are none is taken all the same", async (t) => {
  const page = await world.open(t);
  await drop(page, [await world.file("empty.txt", ""), await world.file("note.txt", await sixthNote())]);
  assert.match(await said(page, "note.txt"), /2018/);
  await soon(async () => assert.deepEqual(await years(page), [...YEARS, "2018"]));
});

test("a note is chosen by the button", async (t) => {
  const page = await world.open(t);
  const panel = await addNotes(page);
  const choosing = page.waitForEvent("filechooser");
  await panel.getByText("Choose files").click();
  await (await choosing).setFiles(await world.file("chosen.txt", await sixthNote()));
  assert.match(await said(page, "chosen.txt"), /2018/);
  await soon(async () => assert.deepEqual(await years(page), [...YEARS, "2018"]));
});

test("a note is pasted", async (t) => {
  const page = await world.open(t);
  const panel = await addNotes(page);
  await panel.getByText("Paste a text").click();
  await paste(panel.getByLabel("The text of a note"), await sixthNote());
  await panel.getByRole("button", { name: "Read this text" }).click();
  assert.match(await said(page, "Pasted text"), /2018/);
  await soon(async () => assert.deepEqual(await years(page), [...YEARS, "2018"]));
});

test("the same file twice is seen as such", async (t) => {
  const page = await world.open(t);
  const file = await world.file("again.txt", await sixthNote());
  await drop(page, [file]);
  await said(page, "again.txt");
  await drop(page, [file]);
  await page.getByText(/same text as 2018/).waitFor();
  await soon(async () => assert.deepEqual(await years(page), [...YEARS, "2018"]));
});

test("a note on another subject is said to be so wherever it stands, on the next visit too", async (t) => {
  const page = await world.open(t);
  await drop(page, [await world.file("water.txt", await readFile("tests/fixtures/ok/other-subject.txt", "utf8"))]);
  assert.match(await said(page, "water.txt"), /on another subject/);
  await page.keyboard.press("Escape");
  const marked = async () => {
    await page.getByRole("group", { name: "Years shown" }).getByRole("button", { name: /^2024\W+another subject$/ }).waitFor();
    await page.getByRole("columnheader", { name: "2024 another subject" }).waitFor();
  };
  await marked();
  // The others are not.
  assert.equal(await page.getByRole("button", { name: /another subject/ }).count(), 1);
  assert.equal(await page.getByRole("columnheader", { name: /another subject/ }).count(), 1);
  await page.evaluate(() => (location.hash = "/text/2024"));
  await page.getByRole("tabpanel").getByText(/on another subject than the responsibility to protect/).waitFor();
  await page.evaluate(() => (location.hash = "/overview"));
  await marked();
  await page.reload();
  await ready(page);
  await marked();
});

test("of many files each has a line, those that came first behind a step", async (t) => {
  const page = await world.open(t);
  const note = await sixthNote();
  const added = Array.from({ length: 30 }, (_, at) => String(1980 + at));
  await drop(page, await Promise.all(added.map((year) => world.file(`${year}.txt`, note.replaceAll("2018", year)))));
  await said(page, "2009.txt");
  await page.getByText("still to read").waitFor({ state: "hidden" });
  const panel = page.getByRole("dialog", { name: "Add notes" });
  const earlier = panel.getByRole("list", { name: "The files before these" }).getByRole("listitem");
  const last = panel.getByRole("list", { name: "What became of the files" }).getByRole("listitem");
  assert.deepEqual([await earlier.count(), await last.count()], [0, 24]);
  await panel.getByText("And 6 files before these, all of them notes").click();
  await earlier.first().waitFor();
  const told = [...(await earlier.allInnerTexts()), ...(await last.allInnerTexts())].map((line) => /^\d+/.exec(line)[0]);
  assert.deepEqual(told, added);
  await earlier.first().getByRole("link", { name: "its text" }).click();
  await page.getByRole("tabpanel").getByRole("heading", { level: 1 }).waitFor();
  assert.match(page.url(), /#\/text\/1980/);
});
